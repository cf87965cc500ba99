/**
 * Filter the list of method sheets by what they say of themselves.
 * Without JavaScript the form stays hidden and the whole list is there.
 */
(() => {
  const form = document.querySelector("form[data-filter]");
  const list = document.querySelector("[data-filter-list]");
  if (!(form instanceof HTMLFormElement) || !list) return;
  const count = form.querySelector("[data-filter-count]");
  const reset = form.querySelector("button[type=reset]");
  const items = [...list.children].filter((item) => item instanceof HTMLElement);

  /** @param {HTMLElement} item @param {FormData} wanted @returns {boolean} */
  const fits = (item, wanted) =>
    [...wanted].every(([facet, value]) => !value || (item.dataset[facet] || "").split(" ").includes(String(value)));

  const apply = () => {
    const wanted = new FormData(form);
    let shown = 0;
    for (const item of items) {
      item.hidden = !fits(item, wanted);
      if (!item.hidden) shown += 1;
    }
    if (count) {
      const words = count.getAttribute("data-words") || "{shown} / {all}";
      count.textContent = words.replace("{shown}", String(shown)).replace("{all}", String(items.length));
    }
    if (reset instanceof HTMLElement) reset.hidden = shown === items.length;
    const kept = new URLSearchParams([...wanted].filter(([, value]) => value).map(([name, value]) => [name, String(value)]));
    history.replaceState(null, "", kept.size ? `?${kept}` : location.pathname);
  };

  const asked = new URLSearchParams(location.search);
  for (const choice of form.querySelectorAll("select")) {
    const value = asked.get(choice.name) || "";
    choice.value = [...choice.options].some((option) => option.value === value) ? value : "";
  }
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(() => {
    apply();
    form.querySelector("select")?.focus(); // the button has gone
  }));
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
