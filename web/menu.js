/**
 * All menus are <details>: the browser opens them and tells their state, also without this script.
 * Added for those in the header: Escape closes and gives the focus back, going elsewhere closes.
 */

const menus = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details[data-menu]"));

/**
 * Close every open menu but the one that holds this element.
 * @param {EventTarget | null} target
 */
function closeOthers(target) {
  for (const menu of menus) {
    if (menu.open && !(target instanceof Node && menu.contains(target))) menu.open = false;
  }
}

/**
 * Close the menu that was left open, and put the focus on its button if it was inside.
 * @param {KeyboardEvent} event
 */
function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  for (const menu of menus) {
    if (!menu.open) continue;
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary")?.focus();
  }
}

document.addEventListener("click", (event) => closeOthers(event.target));
document.addEventListener("focusin", (event) => closeOthers(event.target));
document.addEventListener("keydown", closeOnEscape);

/**
 * The lists beside the text. On wide screens the stylesheet hides their button and shows what is in
 * them, so they count as open there; on narrow ones they are folded until someone opens them.
 */
const lists = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".local details, .toc details"));

function fitLists() {
  for (const list of lists) {
    list.open = list.querySelector("summary")?.offsetParent === null;
  }
}

for (const width of ["60em", "76em"]) matchMedia(`(min-width: ${width})`).addEventListener("change", fitLists);
fitLists();

// A heading chosen from a folding list folds it again: it would stand between the menu and the text.
document.addEventListener("click", (event) => {
  const list = event.target instanceof HTMLAnchorElement && event.target.closest(".toc details");
  if (list) setTimeout(fitLists);
});
