/** What pages do alike: say something, keep the focus, copy, and ask twice before something goes. */

import { button, h } from "./dom.js";

/** A place that is read aloud, and a way to say something there: once, also when it is the same sentence again. */
export function announcer() {
  const status = h("p", { class: "visually-hidden", role: "status" });
  const announce = (/** @type {string} */ sentence) => {
    status.textContent = "";
    setTimeout(() => (status.textContent = sentence), 60);
  };
  return { status, announce };
}

/** The id of what has the focus, if that is in here; else empty. @param {HTMLElement} root */
export function focusedIn(root) {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && root.contains(activeElement) ? activeElement.id : "";
}

/**
 * Copy a text and say so; where the browser does not allow it, show what to copy.
 * @param {string} text
 * @param {() => void} copied
 * @param {() => void} failed
 */
export async function copyText(text, copied, failed) {
  try {
    await navigator.clipboard.writeText(text);
    copied();
  } catch {
    failed();
  }
}

/**
 * A button that throws something away: it asks for a second press.
 * @param {string} id
 * @param {string} label
 * @param {string} sure what it asks
 * @param {(sentence: string) => void} announce
 * @param {() => void} act
 */
export function dangerButton(id, label, sure, announce, act) {
  let asked = false;
  const press = () => {
    if (asked) return act();
    asked = true;
    made.textContent = sure;
    announce(sure);
  };
  const made = button(label, press, { class: "planner-button planner-danger", id });
  return made;
}
