/**
 * Elements made by hand: text goes in as text, never as HTML, so nothing that was typed can become markup.
 */

/**
 * @typedef {Node | string | null | undefined | false} Child
 * @typedef {Record<string, string | number | boolean | ((event: any) => void) | null | undefined>} Properties
 */

/**
 * Make an element. A property that is a function is a listener (`onclick`), `true` an attribute without a
 * value; `false`, null and undefined leave an attribute out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Properties} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

/**
 * A label above its field.
 * @param {string} label
 * @param {HTMLElement} field with an id
 * @param {string} [hint]
 */
export function field(label, field, hint) {
  if (hint) field.setAttribute("aria-describedby", `${field.id}-hint`);
  return h(
    "div",
    { class: "planner-field" },
    h("label", { for: field.id }, label),
    hint ? h("p", { class: "planner-hint", id: `${field.id}-hint` }, hint) : null,
    field,
  );
}

/**
 * @param {string} label
 * @param {(event: MouseEvent) => void} act
 * @param {Properties} [properties]
 */
export function button(label, act, properties = {}) {
  return h("button", { type: "button", class: "planner-button", onclick: act, ...properties }, label);
}

/**
 * Offer a file to be saved; it is made here and goes nowhere else.
 * @param {string} name
 * @param {string} type
 * @param {string} content
 */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name for a file: letters and digits of any script, and hyphens. @param {string} text */
export function fileName(text) {
  return (
    text
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60)
      .toLowerCase() || "plan"
  );
}
