/**
 * The page above the languages: go to the visitor's language.
 * Without JavaScript the list of languages is the page.
 */
(() => {
  const list = document.querySelector("[data-languages]");
  if (!list || location.search.includes("choose")) return;
  const known = (list.getAttribute("data-languages") || "").split(" ");
  const wanted = (navigator.languages || [navigator.language]).map((tag) => tag.toLowerCase().split("-")[0]);
  const found = wanted.find((code) => known.includes(code));
  if (found) location.replace(`${found}/`);
})();
