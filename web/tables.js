/**
 * A table that is too wide scrolls in its own box. Only while it does, the box can be reached
 * with the keyboard and has a name; a table that fits stays out of the way.
 */

/**
 * @param {HTMLElement} box
 * @param {string} name
 */
function update(box, name) {
  if (box.scrollWidth <= box.clientWidth + 1) {
    for (const attribute of ["tabindex", "role", "aria-label"]) box.removeAttribute(attribute);
    return;
  }
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", name);
}

/**
 * The table's own caption, or what the page says for one without.
 * @param {HTMLElement} box
 */
function nameOf(box) {
  const said = /** @type {HTMLElement | null} */ (box.closest("[data-table-label]"))?.dataset.tableLabel ?? "";
  return box.querySelector("caption")?.textContent?.trim() || said;
}

const boxes = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".table-scroll"));
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) update(/** @type {HTMLElement} */ (target), nameOf(/** @type {HTMLElement} */ (target)));
});

/**
 * A link of two lines that only half shows is enough for the browser; not for who reads it.
 * @param {FocusEvent} event
 */
function showWhole({ target }) {
  if (target instanceof HTMLAnchorElement) target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

for (const box of boxes) {
  observer.observe(box);
  box.addEventListener("focusin", showWhole);
}
