/**
 * Find the sections of one language that answer what was typed, best first. Nothing here touches the page.
 */

/**
 * @typedef {{id: string, title: string, text: string}} Section the one without id stands above the first heading
 * @typedef {{url: string, title: string, sections: Section[]}} Page
 * @typedef {{page: Page, section: Section}} Place
 * @typedef {{words: Map<string, Map<Place, number[]>>, sorted: string[], same: string[][][]}} Index
 *   words: per word and place the times in each field; same: groups of names for one thing, each in its words
 * @typedef {{score: number, own: boolean}} Match own: the section has the word itself, not only the page's title
 * @typedef {{page: Page, score: number, terms: string[], whole: boolean, hits: {section: Section, score: number}[]}} Result
 *   terms: the words it answers; whole: one of its sections has them all
 */

const WEIGHTS = [4, 2, 1]; // heading of the section, title of the page, text
const PREFIX = 0.6; // a word that only begins with what was typed
const OTHER_NAME = 0.8; // another name of what was typed
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const LETTERS = /** @type {Record<string, string>} */ ({ ٱ: "ا", ى: "ي", ة: "ه", ـ: "", œ: "oe", æ: "ae", ß: "ss" });

/**
 * One spelling for every way to write a word: no capitals, accents, vowel signs or variants.
 * @param {string} word
 */
export function fold(word) {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ٱىةـœæß]/g, (letter) => LETTERS[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/^[وفبك]?ال(?=.{3})/, ""); // the Arabic article
}

/** @param {string} text */
export const wordsOf = (text) => (text.match(WORD) ?? []).map(fold).filter(Boolean);

/** @param {{pages: Page[], same?: string[][]}} data @returns {Index} */
export function buildIndex(data) {
  const words = /** @type {Index["words"]} */ (new Map());
  for (const page of data.pages) {
    for (const section of page.sections) {
      const place = { page, section };
      [section.title, page.title, section.text].forEach((text, field) => {
        for (const word of wordsOf(text)) {
          const places = words.get(word) ?? new Map();
          const times = places.get(place) ?? [0, 0, 0];
          times[field] += 1;
          words.set(word, places.set(place, times));
        }
      });
    }
  }
  const same = (data.same ?? []).map((names) => names.map(wordsOf));
  return { words, sorted: [...words.keys()].sort(), same };
}

/** The words of the index that begin with what was typed. @param {string[]} sorted @param {string} term */
function* beginningWith(sorted, term) {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < term) low = middle + 1;
    else high = middle;
  }
  for (; low < sorted.length && sorted[low].startsWith(term); low += 1) yield sorted[low];
}

/** How well each section answers one word. @param {Index} index @param {string} term */
function lookUp(index, term) {
  const found = /** @type {Map<Place, Match>} */ (new Map());
  for (const word of beginningWith(index.sorted, term)) {
    for (const [place, times] of index.words.get(word) ?? []) {
      const full = times.reduce((sum, count, field) => sum + (count && WEIGHTS[field] * (1 + Math.log(count))), 0);
      const score = word === term ? full : full * PREFIX;
      const own = times[0] + times[2] > 0 || found.get(place)?.own === true;
      found.set(place, { score: Math.max(score, found.get(place)?.score ?? 0), own });
    }
  }
  return found;
}

/**
 * Pages that answer, best first, each with the sections that do. Every word counts:
 * a section's worth is the sum over the words, times the share of them it has.
 * @param {Index} index
 * @param {string[]} terms
 */
function find(index, terms) {
  const sums = /** @type {Map<Place, Match & {words: number}>} */ (new Map());
  for (const term of terms) {
    for (const [place, { score, own }] of lookUp(index, term)) {
      const sum = sums.get(place) ?? { score: 0, own: false, words: 0 };
      sums.set(place, { score: sum.score + score, own: sum.own || own, words: sum.words + 1 });
    }
  }
  const results = /** @type {Map<Page, Result>} */ (new Map());
  for (const [{ page, section }, sum] of sums) {
    const result = results.get(page) ?? { page, score: 0, terms, whole: false, hits: [] };
    const score = (sum.score * sum.words) / terms.length;
    result.score = Math.max(result.score, score);
    result.whole ||= sum.words === terms.length;
    if (sum.own && section.id) result.hits.push({ section, score });
    results.set(page, result);
  }
  for (const result of results.values()) result.hits.sort((a, b) => b.score - a.score);
  return [...results.values()].sort((a, b) => b.score - a.score);
}

/** Where the words of a name stand in a row among others, or -1. @param {string[]} terms @param {string[]} name */
const positionOf = (terms, name) => terms.findIndex((_, at) => name.length && name.every((word, next) => terms[at + next] === word));

/**
 * What was typed with one name in it replaced by another name of the same thing, in every way.
 * @param {string[][][]} same
 * @param {string[]} terms
 */
function* withOtherNames(same, terms) {
  for (const names of same) {
    const typed = names.filter((name) => positionOf(terms, name) >= 0).sort((a, b) => b.length - a.length)[0];
    if (!typed) continue;
    const at = positionOf(terms, typed);
    for (const other of names) {
      if (other.join(" ") === typed.join(" ")) continue;
      yield [...new Set([...terms.slice(0, at), ...other, ...terms.slice(at + typed.length)])];
    }
  }
}

/**
 * Pages that answer what was typed, or the same in other names, best first.
 * @param {Index} index
 * @param {string[]} typed
 */
export function findAll(index, typed) {
  const results = new Map(find(index, typed).map((result) => [result.page, result]));
  for (const others of withOtherNames(index.same, typed)) {
    const long = others.filter((word) => word.length > 3);
    for (const result of find(index, others)) {
      const score = result.score * OTHER_NAME;
      // A long name must be there whole: its small words stand on every page.
      if (!result.whole || score <= (results.get(result.page)?.score ?? 0)) continue;
      results.set(result.page, { ...result, score, terms: long.length ? long : others });
    }
  }
  return [...results.values()].sort((a, b) => b.score - a.score);
}
