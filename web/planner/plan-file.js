/**
 * A plan as a file, and back. Nothing in a file is trusted: what has not exactly the form of a plan is refused
 * with the key of a plain message, and nothing that was kept is touched.
 */

/** @import { SavedItem, SavedPlan, Settings } from "./saved-plan.js" */

import { MS_A_DAY, parseClock, parseDay } from "./days.js";
import { FIELDS, LONGEST_NAME, STATES } from "./saved-plan.js";

export const VERSION = 1;
const KIND = "draaiboek-plan";
const LARGEST = 2_000_000;
const TEXT = 5_000;
const MOST_ITEMS = 5_000;
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** A clock may run ahead a day; a change from later than that would win from every other for ever. */
const AHEAD = MS_A_DAY;

/** Why a file is refused: the end of a string's key. */
export class FileFault extends Error {}

/** @param {SavedPlan} plan */
export function writePlan(plan) {
  return `${JSON.stringify({ kind: KIND, version: VERSION, ...plan }, null, 1)}\n`;
}

/**
 * Read a plan; throws `FileFault`.
 * @param {string} text
 * @returns {SavedPlan}
 */
export function readPlan(text) {
  if (text.length > LARGEST) throw new FileFault("huge");
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new FileFault("broken");
  }
  if (!isRecord(data) || data.kind !== KIND) throw new FileFault("other");
  if (typeof data.version !== "number" || data.version > VERSION) throw new FileFault("newer");
  if (data.version !== VERSION) throw new FileFault("broken");
  return planOf(data);
}

/** Read a file that a person chose; throws `FileFault`. @param {File} file */
export async function readPlanFile(file) {
  if (file.size > LARGEST) throw new FileFault("huge");
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new FileFault("broken");
  }
  return readPlan(text);
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {boolean} good @returns {asserts good} */
function insist(good) {
  if (!good) throw new FileFault("broken");
}

/** @param {unknown} value @param {number} [longest] */
function textOf(value, longest = TEXT) {
  insist(typeof value === "string" && value.length <= longest);
  return value.replace(INVISIBLE, "");
}

/** @param {unknown} value */
function idOf(value) {
  insist(typeof value === "string" && value.length <= 80 && ID.test(value));
  return value;
}

/**
 * @template T
 * @param {unknown} value
 * @param {(value: unknown) => T} read
 */
function stampedOf(value, read) {
  insist(isRecord(value) && Number.isSafeInteger(value.at) && /** @type {number} */ (value.at) >= 0);
  return { value: read(value.value), at: Math.min(/** @type {number} */ (value.at), Date.now() + AHEAD) };
}

/** @param {Record<string, unknown>} data @returns {SavedPlan} */
function planOf(data) {
  insist(Array.isArray(data.seen) && data.seen.length <= MOST_ITEMS && isRecord(data.items));
  const items = Object.entries(data.items);
  insist(items.length <= MOST_ITEMS);
  return {
    id: idOf(data.id),
    playbook: idOf(data.playbook),
    name: stampedOf(data.name, (value) => textOf(value, LONGEST_NAME)),
    settings: stampedOf(data.settings, settingsOf),
    seen: data.seen.map(idOf),
    items: Object.fromEntries(items.map(([task, item]) => [idOf(task), itemOf(item)])),
  };
}

/** @param {unknown} value @returns {Settings} */
function settingsOf(value) {
  insist(isRecord(value) && isRecord(value.circumstances));
  const [date, start] = [value.date, value.start].map((day) => {
    insist(typeof day === "string" && (day === "" || parseDay(day) !== null));
    return day;
  });
  const [opens, closes] = [value.opens, value.closes].map((clock) => {
    insist(typeof clock === "string" && (clock === "" || parseClock(clock) !== null));
    return clock;
  });
  const circumstances = Object.entries(value.circumstances);
  insist(circumstances.length <= 20);
  return {
    date,
    start,
    opens,
    closes,
    circumstances: Object.fromEntries(circumstances.map(([facet, chosen]) => [idOf(facet), idOf(chosen)])),
  };
}

/** @param {unknown} value @returns {SavedItem} */
function itemOf(value) {
  insist(isRecord(value));
  const item = /** @type {SavedItem} */ ({ step: idOf(value.step), text: textOf(value.text) });
  for (const field of FIELDS) {
    if (value[field] === undefined) continue;
    const stamped = stampedOf(value[field], textOf);
    insist(field !== "state" || /** @type {readonly string[]} */ (STATES).includes(stamped.value));
    item[field] = /** @type {any} */ (stamped);
  }
  return item;
}
