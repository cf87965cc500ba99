/** The table of totals. */

/** @import { Words } from "../shared/words.js" */
/** @import { Stand, Tally } from "./count.js" */

import { keyOf, total, totalOf } from "./count.js";
import { h } from "../shared/dom.js";

/**
 * What was counted, per stand and in all.
 * @param {Words} words
 * @param {Tally} tally
 * @param {string[]} appointments the types there are
 */
export function totals(words, tally, appointments) {
  if (!tally.stands.length) return null;
  const all = words.text("tally-total");
  const names = [words.text("tally-stand"), ...appointments.map((kind) => words.text(`tally-${kind}`)), all];
  const head = names.map((name) => h("th", { scope: "col" }, name));
  const line = (/** @type {Stand} */ stand) =>
    h("tr", {}, ...cells(stand.name, appointments.map((kind) => total(tally, keyOf(stand, kind)))));
  const sums = appointments.map((kind) => totalOf(tally, kind));
  return h(
    "div",
    {},
    h("h2", { id: "tally-totals" }, words.text("tally-totals")),
    h(
      "div",
      { class: "table-scroll tally-table", role: "region", "aria-labelledby": "tally-totals", tabindex: 0 },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, ...head)),
        h("tbody", {}, ...tally.stands.map(line), h("tr", { class: "tally-sum" }, ...cells(all, sums))),
      ),
    ),
  );
}

/** A row: its name, its numbers, and their sum. @param {string} name @param {number[]} counts */
function cells(name, counts) {
  const numbers = [...counts, counts.reduce((sum, count) => sum + count, 0)];
  return [h("th", { scope: "row" }, name), ...numbers.map((count) => h("td", {}, String(count)))];
}
