/**
 * Search in the sections of one language (search.json), in the browser.
 * Nothing typed leaves the page; the index is fetched on the first use of a field.
 */

import { WORD, buildIndex, findAll, fold, wordsOf } from "./search/engine.js";

/** @typedef {import("./search/engine.js").Index} Index */
/** @typedef {import("./search/engine.js").Result} Result */
/** @typedef {import("./search/engine.js").Section} Section */

/** @param {string} name @param {...(string | Node)} content */
function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/**
 * A piece of text around the first match, the matching words marked.
 * @param {string} text
 * @param {string[]} terms
 */
function teaser(text, terms) {
  const line = element("span");
  const matches = [...text.matchAll(WORD)].filter(([word]) => terms.some((term) => fold(word).startsWith(term)));
  const first = matches[0]?.index ?? 0;
  const start = first < 60 ? 0 : text.indexOf(" ", first - 60) + 1;
  const end = start + 170 < text.length ? Math.max(text.lastIndexOf(" ", start + 170), start + 100) : text.length;
  let at = start;
  if (start) line.append("… ");
  for (const { 0: word, index } of matches) {
    if (index < at || index + word.length > end) continue;
    line.append(text.slice(at, index), element("mark", word));
    at = index + word.length;
  }
  line.append(text.slice(at, end), end < text.length ? " …" : "");
  return line;
}

/** @param {string} href @param {string} title @param {string | Node} [below] */
function link(href, title, below = "") {
  const made = /** @type {HTMLAnchorElement} */ (element("a", element("strong", title), below));
  made.href = href;
  return made;
}

/**
 * Where the answers of one field stand: a panel below it in the header, the whole list on the search page.
 * @param {HTMLFormElement} form
 * @param {boolean} whole
 * @param {HTMLElement} output
 */
function answers(form, whole, output) {
  const { root = ".", count = "", none = "", all = "" } = form.dataset;
  const status = /** @type {HTMLElement} */ (form.querySelector("[data-search-status]"));

  /** @param {Result} result */
  function item({ page, hits, terms }) {
    const url = root.replace(/\/?$/, "/") + page.url;
    const intro = page.sections.find((section) => !section.id)?.text;
    /** @param {Section} section */
    const part = (section) => element("li", link(`${url}#${section.id}`, section.title, teaser(section.text, terms)));
    const shown = hits.slice(0, whole ? 4 : 1).map((hit) => part(hit.section));
    const made = element("li", link(url, page.title, intro && (whole || !shown.length) ? teaser(intro, terms) : ""));
    if (shown.length) made.append(element("ul", ...shown));
    return made;
  }

  /** @param {Result[]} results @param {string} asked */
  function show(results, asked) {
    const list = element("ul", ...results.slice(0, whole ? 50 : 5).map(item));
    list.className = "search-results";
    output.replaceChildren(list);
    status.textContent = (results.length ? count : none).replace("{count}", `${results.length}`).replace("{query}", () => asked);
    output.hidden = false;
    if (whole) return;
    const more = results.length ? link(`${form.action}?q=${encodeURIComponent(asked)}`, all) : element("p", status.textContent);
    more.className = "search-all";
    output.append(more);
  }

  /** @param {string} message */
  function clear(message) {
    output.replaceChildren();
    output.hidden = true;
    status.textContent = message;
    form.removeAttribute("data-active");
  }

  return { show, clear };
}

/**
 * The panel below a field in the header: arrow keys walk through it as Tab does, Escape and going elsewhere close it.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 * @param {HTMLElement} output
 * @param {(message: string) => void} clear
 */
function panel(form, input, output, clear) {
  form.addEventListener("keydown", (event) => {
    if (output.hidden) return;
    if (event.key === "Escape") {
      clear("");
      return input.focus();
    }
    const stops = [input, .../** @type {NodeListOf<HTMLElement>} */ (output.querySelectorAll("a"))];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN;
    const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  for (const name of ["click", "focusin"]) {
    document.addEventListener(name, ({ target }) => target instanceof Node && !form.contains(target) && !output.hidden && clear(""));
  }
}

/** One field: it answers while one types. @param {HTMLFormElement} form */
function attach(form) {
  const { index: address = "search.json", failed = "", search } = form.dataset;
  const whole = search === "page";
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const output = /** @type {HTMLElement} */ (form.querySelector("[data-search-results]"));
  const { show, clear } = answers(form, whole, output);
  let loading = /** @type {Promise<Index> | undefined} */ (undefined);
  let timer = 0;

  async function load() {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status}`);
    return buildIndex(await response.json());
  }

  async function run() {
    const asked = input.value.trim();
    const terms = [...new Set(wordsOf(asked))];
    if (whole) history.replaceState(null, "", asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
    if (!terms.length) return clear("");
    form.setAttribute("data-active", "");
    try {
      const index = await (loading ??= load());
      if (asked === input.value.trim()) show(findAll(index, terms), asked); // else: typed on while the index came in
    } catch {
      loading = undefined;
      clear(failed);
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, 150);
  });
  if (!whole) return panel(form, input, output, clear);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) run();
}

for (const form of document.querySelectorAll("form[data-search]")) attach(/** @type {HTMLFormElement} */ (form));
