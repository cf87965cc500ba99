/**
 * The menus in the header are <details>: the browser opens them and tells their state.
 * Added here: Escape closes and gives the focus back, and so does going elsewhere.
 */
(function () {
  "use strict";

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

  // On narrow screens the lists beside the text are folded; a chosen heading folds its list again.
  for (const list of document.querySelectorAll(".toc details")) {
    list.addEventListener("click", (event) => {
      if (event.target instanceof HTMLAnchorElement) list.removeAttribute("open");
    });
  }
})();
