/**
 * The count as blocks for the project's data files, in the notation of its editors, and the words of a pull
 * request. What is written here passes `draaiboek check`; the tests hold it to that.
 */

/** @import { Tally } from "./count.js" */
/** @import { Words } from "../shared/words.js" */

import { VISITORS, standsOf, total, totalOf } from "./count.js";

/**
 * @typedef {Record<string, unknown>} Entry an event as editors write it
 * @typedef {{id: string, name: string}} Named
 * @typedef {object} TallyData
 * @property {{title: string, entry: Entry}[]} events
 * @property {string[]} appointments the types that are counted
 * @property {string[]} eventIds
 * @property {string[]} sourceIds
 * @property {Named[]} playbooks
 * @property {Named[]} municipalities
 * @property {Named[]} organisations
 *
 * @typedef {object} About which event was counted: one that is known, or a new one
 * @property {Entry | null} entry
 * @property {string} playbook
 * @property {string} date
 * @property {string} municipality id, or empty
 * @property {string} otherMunicipality name of one that is not in the list yet
 * @property {string[]} organisers
 *
 * @typedef {{file: string, intro: string, text: string}} Block
 */

/** An id from a name. @param {string} name */
export function slug(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

/** The id, or with a number behind it when it is taken. @param {string} id @param {string[]} taken */
function free(id, taken) {
  let [found, number] = [id, 1];
  while (taken.includes(found)) found = `${id}-${(number += 1)}`;
  return found;
}

/**
 * YAML in the block style of the data files.
 * @param {unknown} value
 * @param {number} depth in steps of two spaces
 * @returns {string}
 */
function yaml(value, depth) {
  const space = "  ".repeat(depth);
  if (Array.isArray(value)) return value.map((item) => `\n${space}- ${scalar(item)}`).join("");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => `\n${space}${key}:${yaml(inner, depth + 1)}`)
      .join("");
  }
  return ` ${scalar(value)}`;
}

/** A scalar; in quotes wherever it could be read as something else. @param {unknown} value */
function scalar(value) {
  const text = String(value);
  return /^[\p{L}\p{N}][\p{L}\p{N} .,()/+~-]*$/u.test(text) && !text.endsWith(" ")
    ? text
    : `'${text.replaceAll("'", "''")}'`;
}

/** One entry of a list in a data file. @param {Entry} entry */
function row(entry) {
  return `  -${yaml(entry, 2).replace(/^\n {4}/, " ")}\n`;
}

/** Whether there is anything to report. @param {Tally} tally */
export const isEmpty = (tally) => tally.stands.length === 0 && total(tally, VISITORS) === 0;

/** @param {Tally} tally @param {string[]} appointments @param {string} source @returns {Entry} */
function results(tally, appointments, source) {
  const number = (/** @type {number} */ value) => ({ value, source });
  const found = /** @type {Entry} */ ({});
  const visitors = total(tally, VISITORS);
  if (visitors) found.visitors = number(visitors);
  const [employers, support] = [standsOf(tally, ["employer"]), standsOf(tally, ["training", "support"])];
  if (employers) found.employers = number(employers);
  if (support) found["support-organisations"] = number(support);
  for (const kind of tally.stands.length ? appointments : [])
    found[`appointments-${kind}`] = number(totalOf(tally, kind));
  return found;
}

/**
 * @param {Tally} tally
 * @param {About} about
 * @param {TallyData} data
 * @param {Words} words
 * @returns {{blocks: Block[], title: string, description: string}}
 */
export function report(tally, about, data, words) {
  const known = about.entry;
  const municipality = about.municipality || slug(about.otherMunicipality);
  const id = known ? String(known.id) : free(`${municipality}-${about.date.slice(0, 7)}`, data.eventIds);
  const source = free(`tally-${id}`, data.sourceIds);
  const place =
    data.municipalities.find((found) => found.id === (known?.municipality ?? municipality))?.name ??
    about.otherMunicipality;
  const date = String(known?.date ?? about.date);
  const form = data.playbooks.find((found) => found.id === (known?.playbook ?? about.playbook))?.name ?? "";
  const values = { form, place, date };
  const result = results(tally, data.appointments, source);
  const event = known ? heldEntry(known, result, source) : newEntry(id, about, municipality, result, source);
  const blocks = [
    { file: "data/events.yaml", intro: words.text(known ? "tally-replace" : "tally-append", { id }), text: row(event) },
    {
      file: "data/sources.yaml",
      intro: words.text("tally-append", { id: source }),
      text: row({
        id: source,
        title: words.text("tally-source-title", values),
        kind: "report",
        date,
        language: words.language,
      }),
    },
  ];
  if (!known && !about.municipality) {
    const named = { id: municipality, name: { nl: about.otherMunicipality.trim() } };
    blocks.push({
      file: "data/municipalities.yaml",
      intro: words.text("tally-append", { id: municipality }),
      text: row(named),
    });
  }
  return { blocks, title: words.text("tally-pull-title", values), description: description(tally, data.appointments, values, words) };
}

/** The event with its result. What was only announced makes way. @param {Entry} known @param {Entry} results @param {string} source */
function heldEntry(known, results, source) {
  const { expected: _, sources, ...rest } = known;
  const all = [...(Array.isArray(sources) ? sources : []), source];
  return { ...rest, status: "held", results, sources: all };
}

/** @param {string} id @param {About} about @param {string} municipality @param {Entry} results @param {string} source */
function newEntry(id, about, municipality, results, source) {
  const entry = /** @type {Entry} */ ({ id, playbook: about.playbook, status: "held", date: about.date, municipality });
  if (about.organisers.length) entry.organisers = about.organisers;
  return { ...entry, results, sources: [source] };
}

/** @param {Tally} tally @param {string[]} appointments @param {Record<string, string>} values @param {Words} words */
function description(tally, appointments, values, words) {
  const lines = appointments.map((kind) => `- ${words.text(`turnout-appointments-${kind}`)}: ${totalOf(tally, kind)}`);
  const visitors = total(tally, VISITORS);
  if (visitors) lines.unshift(`- ${words.text("turnout-visitors")}: ${visitors}`);
  return [words.text("tally-pull-intro", values), "", ...lines, "", words.text("tally-pull-checked")].join("\n");
}
