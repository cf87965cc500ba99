/**
 * Light or dark: as the device says, unless the visitor chose otherwise; and a header that is painted whole.
 * Runs in the head, before anything is painted; the choice stays in this browser.
 */

const KEY = "draaiboek-scheme";
/** What the media attribute of the dark stylesheet becomes; "auto" is as written in the page. */
const MEDIA = { light: "not all", dark: "screen" };

/** @returns {string} the choice kept in this browser, or "auto" */
function kept() {
  try {
    return localStorage.getItem(KEY) || "auto";
  } catch {
    return "auto"; // storage can be switched off
  }
}

/** @param {string} choice */
function keep(choice) {
  try {
    if (choice === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // then the choice holds for this page only
  }
}

/**
 * Switch the dark stylesheet (and the browser's own bar) on, off, or back to the device.
 * @param {string} choice
 */
function apply(choice) {
  for (const element of document.querySelectorAll("[data-dark]")) {
    const auto = element.getAttribute("data-dark") || element.getAttribute("media") || "";
    element.setAttribute("data-dark", auto);
    element.setAttribute("media", MEDIA[/** @type {"light" | "dark"} */ (choice)] || auto);
  }
}

/** Show the choice in the footer and follow it. */
function offerChoice() {
  const group = /** @type {HTMLFieldSetElement | null} */ (document.querySelector("[data-scheme-choice]"));
  if (!group) return;
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (group.querySelectorAll("input"));
  for (const radio of radios) {
    radio.checked = radio.value === kept();
    radio.addEventListener("change", () => {
      keep(radio.value);
      apply(radio.value);
    });
  }
  group.hidden = false;
}

/**
 * A header that is painted before all of it has come would move while the rest comes in: wait for what follows it.
 * Browsers that do not know this paint at once.
 */
function waitForHeader() {
  const link = document.createElement("link");
  link.rel = "expect";
  link.href = "#main";
  link.setAttribute("blocking", "render");
  document.head.append(link);
}

document.documentElement.classList.add("scripted");
waitForHeader();
apply(kept());
document.addEventListener("DOMContentLoaded", offerChoice);
// Another tab of the site changed it.
addEventListener("storage", (event) => {
  if (event.key === KEY) apply(kept());
});
