/**
 * Search in the sections of one language (search.json), in the browser.
 * Nothing typed leaves the page; the index is fetched on the first use of the field.
 *
 * @typedef {{id: string, title: string, text: string}} Section
 * @typedef {{url: string, title: string, sections: Section[]}} Page
 * @typedef {{section: Section, score: number, own: boolean}} Hit own: by its heading or text, not the page's title
 * @typedef {{page: Page, score: number, hits: Hit[]}} Result
 * @typedef {{pages: Page[], sections: {page: number, section: Section}[], words: Map<string, Map<number, number[]>>, sorted: string[]}} Index
 */
(function () {
  "use strict";

  const WEIGHTS = [4, 2, 1]; // heading of the section, title of the page, text
  const PREFIX = 0.6; // a word that only begins with what was typed
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
  const ARABIC = /** @type {Record<string, string>} */ ({ ٱ: "ا", ى: "ي", ة: "ه", ـ: "", œ: "oe", æ: "ae", ß: "ss" });

  /**
   * One spelling for every way to write a word: no capitals, accents, vowel signs or variants.
   * @param {string} word
   */
  function fold(word) {
    return word
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}/gu, "")
      .replace(/[ٱىةـœæß]/g, (letter) => ARABIC[letter])
      .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
      .replace(/^[وفبك]?ال(?=.{3})/, ""); // the Arabic article
  }

  /** @param {string} text */
  const wordsOf = (text) => (text.match(WORD) ?? []).map(fold).filter(Boolean);

  /**
   * @param {{pages: Page[]}} data
   * @returns {Index}
   */
  function buildIndex(data) {
    const index = /** @type {Index} */ ({ pages: data.pages, sections: [], words: new Map(), sorted: [] });
    data.pages.forEach((page, number) => {
      const title = wordsOf(page.title);
      for (const section of page.sections) {
        index.sections.push({ page: number, section });
        [wordsOf(section.title), title, wordsOf(section.text)].forEach((words, field) => {
          for (const word of words) count(index, word, field);
        });
      }
    });
    index.sorted = [...index.words.keys()].sort();
    return index;
  }

  /**
   * Note that the last section has a word in one of its fields.
   * @param {Index} index
   * @param {string} word
   * @param {number} field
   */
  function count(index, word, field) {
    const places = index.words.get(word) ?? new Map();
    const place = index.sections.length - 1;
    const counts = places.get(place) ?? [0, 0, 0];
    counts[field] += 1;
    places.set(place, counts);
    index.words.set(word, places);
  }

  /**
   * How well each section answers one word.
   * @param {Index} index
   * @param {string} term
   * @returns {Map<number, {score: number, own: boolean}>}
   */
  function lookUp(index, term) {
    const found = new Map();
    let low = 0;
    for (let high = index.sorted.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (index.sorted[middle] < term) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < index.sorted.length && index.sorted[at].startsWith(term); at += 1) {
      const likeness = index.sorted[at] === term ? 1 : PREFIX;
      for (const [place, counts] of index.words.get(index.sorted[at]) ?? []) {
        const score = counts.reduce((sum, times, field) => sum + (times && WEIGHTS[field] * (1 + Math.log(times))), 0) * likeness;
        const known = found.get(place);
        if (!known || known.score < score) found.set(place, { score, own: counts[0] + counts[2] > 0 });
      }
    }
    return found;
  }

  /**
   * Pages that answer, best first, each with its best sections.
   * @param {Index} index
   * @param {string[]} terms
   * @returns {Result[]}
   */
  function find(index, terms) {
    const sections = /** @type {Map<number, {score: number, matched: number, own: boolean}>} */ (new Map());
    for (const term of new Set(terms)) {
      for (const [place, { score, own }] of lookUp(index, term)) {
        const known = sections.get(place) ?? { score: 0, matched: 0, own: false };
        sections.set(place, { score: known.score + score, matched: known.matched + 1, own: known.own || own });
      }
    }
    const results = /** @type {Map<number, Result>} */ (new Map());
    for (const [place, { score, matched, own }] of sections) {
      const { page, section } = index.sections[place];
      const result = results.get(page) ?? { page: index.pages[page], score: 0, hits: [] };
      const worth = (score * matched) / terms.length;
      result.score = Math.max(result.score, worth);
      result.hits.push({ section, score: worth, own });
      results.set(page, result);
    }
    for (const result of results.values()) result.hits.sort((a, b) => b.score - a.score);
    return [...results.values()].sort((a, b) => b.score - a.score);
  }

  /**
   * A piece of text around the first match, the matching words marked.
   * @param {string} text
   * @param {string[]} terms
   */
  function teaser(text, terms) {
    const line = element("span");
    const matches = [...text.matchAll(WORD)].filter(([word]) => terms.some((term) => fold(word).startsWith(term)));
    const first = matches.length ? matches[0].index : 0;
    const start = first < 60 ? 0 : text.indexOf(" ", first - 60) + 1;
    const end = start + 170 < text.length ? Math.max(text.lastIndexOf(" ", start + 170), start + 100) : text.length;
    let at = start;
    if (start) line.append("… ");
    for (const match of matches) {
      if (match.index < at || match.index + match[0].length > end) continue;
      line.append(text.slice(at, match.index), element("mark", match[0]));
      at = match.index + match[0].length;
    }
    line.append(text.slice(at, end), end < text.length ? " …" : "");
    return line;
  }

  /**
   * @param {string} name
   * @param {...(string | Node)} content
   */
  function element(name, ...content) {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  }

  /**
   * @param {string} href
   * @param {string} title
   * @param {Node} [below]
   */
  function link(href, title, below) {
    const made = /** @type {HTMLAnchorElement} */ (element("a", element("strong", title), below ?? ""));
    made.href = href;
    return made;
  }

  /** @param {HTMLFormElement} form */
  function attach(form) {
    const whole = form.dataset.search === "page";
    const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
    const output = /** @type {HTMLElement} */ (form.querySelector("[data-search-results]"));
    const status = /** @type {HTMLElement} */ (form.querySelector("[data-search-status]"));
    const root = (form.dataset.root ?? ".").replace(/\/?$/, "/");
    /** @type {Promise<Index> | undefined} */
    let loading;
    let timer = 0;

    async function load() {
      const response = await fetch(form.dataset.index ?? "search.json");
      if (!response.ok) throw new Error(String(response.status));
      return buildIndex(await response.json());
    }

    /**
     * @param {Result} result
     * @param {string[]} terms
     */
    function item(result, terms) {
      const hits = result.hits.filter((hit) => hit.own && hit.section.id).slice(0, whole ? 4 : 1);
      const intro = result.page.sections.find((section) => !section.id);
      const page = link(root + result.page.url, result.page.title, intro?.text && (whole || !hits.length) ? teaser(intro.text, terms) : undefined);
      if (!hits.length) return element("li", page);
      const list = hits.map(({ section }) => element("li", link(`${root}${result.page.url}#${section.id}`, section.title, teaser(section.text, terms))));
      return element("li", page, element("ul", ...list));
    }

    /**
     * @param {Result[]} results
     * @param {string[]} terms
     */
    function show(results, terms) {
      const list = element("ul", ...results.slice(0, whole ? 50 : 5).map((result) => item(result, terms)));
      list.className = "search-results";
      output.replaceChildren(list);
      status.textContent = (results.length ? form.dataset.count : form.dataset.none)?.replace("{count}", String(results.length)).replace("{query}", input.value.trim()) ?? "";
      if (whole) return;
      const all = link(`${form.action}?q=${encodeURIComponent(input.value.trim())}`, results.length ? form.dataset.all ?? "" : status.textContent);
      all.className = "search-all";
      output.append(all);
    }

    async function run() {
      const asked = input.value;
      const terms = wordsOf(asked);
      form.toggleAttribute("data-active", terms.length > 0);
      if (whole) history.replaceState(null, "", asked.trim() ? `?q=${encodeURIComponent(asked.trim())}` : location.pathname);
      if (!terms.length) return close();
      try {
        const index = await (loading ??= load());
        if (asked !== input.value) return; // typed on while the index came in
        show(find(index, terms), terms);
      } catch {
        loading = undefined;
        form.removeAttribute("data-active");
        output.replaceChildren();
        status.textContent = form.dataset.failed ?? "";
      }
      output.hidden = !output.childElementCount;
    }

    function close() {
      output.replaceChildren();
      output.hidden = true;
      status.textContent = "";
    }

    /** Arrow keys walk through the answers, as Tab does. @param {KeyboardEvent} event */
    function walk(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape" && !whole && !output.hidden) {
        close();
        input.focus();
      }
      if (!step || output.hidden) return;
      const stops = [input, .../** @type {NodeListOf<HTMLElement>} */ (output.querySelectorAll("a"))];
      const next = stops.indexOf(/** @type {any} */ (document.activeElement)) + step;
      if (next < 0 || next >= stops.length) return;
      event.preventDefault();
      stops[next].focus();
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(run, 150);
    });
    form.addEventListener("keydown", walk);
    form.addEventListener("submit", (event) => {
      if (!whole) return;
      event.preventDefault();
      run();
    });
    if (!whole) {
      document.addEventListener("click", (event) => event.target instanceof Node && !form.contains(event.target) && close());
      form.addEventListener("focusout", (event) => event.relatedTarget instanceof Node && !form.contains(event.relatedTarget) && close());
      return;
    }
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    if (input.value) run();
  }

  for (const form of document.querySelectorAll("form[data-search]")) attach(/** @type {HTMLFormElement} */ (form));
})();
