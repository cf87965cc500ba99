/** The table of totals. */

/** @import { Words } from "../planner/words.js" */
/** @import { Stand, Tally } from "./count.js" */

import { h } from "../planner/dom.js";
import { APPOINTMENTS, keyOf, total, totalOf } from "./count.js";

/**
 * What was counted, per stand and in all.
 * @param {Words} words
 * @param {Tally} tally
 */
export function totals(words, tally) {
  if (!tally.stands.length) return null;
  const number = (/** @type {number} */ count) => h("td", {}, String(count));
  const line = (/** @type {Stand} */ stand) => {
    const counts = APPOINTMENTS.map((kind) => total(tally, keyOf(stand, kind)));
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, stand.name),
      ...counts.map(number),
      number(counts.reduce((sum, count) => sum + count, 0)),
    );
  };
  const sums = APPOINTMENTS.map((kind) => totalOf(tally, kind));
  const head = [...APPOINTMENTS.map((kind) => words.text(`tally-${kind}`)), words.text("tally-total")];
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
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, words.text("tally-stand")),
            ...head.map((name) => h("th", { scope: "col" }, name)),
          ),
        ),
        h(
          "tbody",
          {},
          ...tally.stands.map(line),
          h(
            "tr",
            { class: "tally-sum" },
            h("th", { scope: "row" }, words.text("tally-total")),
            ...sums.map(number),
            number(sums.reduce((sum, count) => sum + count, 0)),
          ),
        ),
      ),
    ),
  );
}
