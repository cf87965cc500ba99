/**
 * A plan as it is kept: settings, and per task what a person said about it. Every field carries the moment of
 * its last change, so that two copies can be merged field by field: the newer change wins, in either order.
 */

/**
 * @template T
 * @typedef {{value: T, at: number}} Stamped a value, and when it was given (milliseconds since 1970)
 */
/**
 * @typedef {"open" | "done" | "not-for-us"} TaskState
 * @typedef {object} Settings
 * @property {string} date ISO date of the first day, or empty
 * @property {string} opens clock time, or empty
 * @property {string} closes
 * @property {string} start ISO date on which the plan begins: nothing is due before it
 * @property {Record<string, string>} circumstances facet to value
 *
 * @typedef {object} SavedItem
 * @property {string} step id of the step it stood under
 * @property {string} text its words, to show when the playbook no longer has it
 * @property {Stamped<TaskState>} [state]
 * @property {Stamped<string>} [note]
 * @property {Stamped<string>} [who]
 *
 * @typedef {object} SavedPlan
 * @property {string} id
 * @property {string} playbook
 * @property {Stamped<string>} name
 * @property {Stamped<Settings>} settings
 * @property {string[]} seen ids of the tasks that the plan's owner has had on screen
 * @property {Record<string, SavedItem>} items by task id
 *
 * @typedef {"state" | "note" | "who"} Field
 * @typedef {{task: string, text: string, field: Field, before: string, after: string}} Change
 * @typedef {object} Merge
 * @property {SavedPlan} plan
 * @property {Change[]} taken what the other copy changed here
 * @property {Change[]} kept what the other copy has otherwise, and was older
 * @property {boolean} settingsTaken whether the other copy's date and circumstances were newer
 */

import { randomName } from "../shared/storage.js";

export const FIELDS = /** @type {const} */ (["state", "note", "who"]);
export const STATES = /** @type {const} */ (["open", "done", "not-for-us"]);
const NONE = { state: "open", note: "", who: "" };

/** A plan without a date: what a form begins with. @type {Settings} */
export const NO_SETTINGS = { date: "", opens: "", closes: "", start: "", circumstances: {} };
/** Letters in the name of a plan or a person. */
export const LONGEST_NAME = 200;

/** A name for a plan that no other plan has. */
export const newId = () => randomName("p", 9);

/**
 * @param {string} playbook
 * @param {string} name
 * @param {Settings} settings
 * @param {string[]} tasks ids of the tasks that are there now
 * @returns {SavedPlan}
 */
export function newPlan(playbook, name, settings, tasks) {
  const at = Date.now();
  return {
    id: newId(),
    playbook,
    name: { value: name, at },
    settings: { value: settings, at },
    seen: tasks,
    items: {},
  };
}

/**
 * A value that supersedes another, even when that one was given by a clock that runs ahead.
 * @template T
 * @param {T} value
 * @param {Stamped<unknown> | undefined} before
 * @returns {Stamped<T>}
 */
export function stamp(value, before) {
  return { value, at: Math.max(Date.now(), (before?.at ?? 0) + 1) };
}

/**
 * The newer of two; when both are as new, always the same one of them.
 * @template {Stamped<unknown>} T
 * @param {T | undefined} mine
 * @param {T | undefined} theirs
 * @returns {T | undefined}
 */
function newer(mine, theirs) {
  if (!mine || !theirs) return mine ?? theirs;
  if (mine.at !== theirs.at) return mine.at > theirs.at ? mine : theirs;
  return JSON.stringify(mine.value) >= JSON.stringify(theirs.value) ? mine : theirs;
}

/**
 * What a person said about a task.
 * @param {SavedPlan | null} plan
 * @param {string} task
 * @returns {{state: TaskState, note: string, who: string}}
 */
export function said(plan, task) {
  const item = plan?.items[task];
  return { state: item?.state?.value ?? "open", note: item?.note?.value ?? "", who: item?.who?.value ?? "" };
}

/** Whether anything is recorded about a task. @param {SavedItem} item */
export const hasContent = (item) => FIELDS.some((field) => (item[field]?.value ?? NONE[field]) !== NONE[field]);

/**
 * Two copies of a plan made one. It keeps the identity of the first.
 * @param {SavedPlan} mine
 * @param {SavedPlan} theirs
 * @returns {Merge}
 */
export function mergePlans(mine, theirs) {
  const merge = /** @type {Merge} */ ({ plan: mine, taken: [], kept: [], settingsTaken: false });
  const items = /** @type {Record<string, SavedItem>} */ ({});
  for (const task of [...new Set([...Object.keys(mine.items), ...Object.keys(theirs.items)])].sort()) {
    items[task] = mergeItem(task, mine.items[task], theirs.items[task], merge);
  }
  const settings = /** @type {Stamped<Settings>} */ (newer(mine.settings, theirs.settings));
  const same = JSON.stringify(settings.value) === JSON.stringify(mine.settings.value);
  merge.settingsTaken = settings !== mine.settings && !same;
  merge.plan = {
    id: mine.id,
    playbook: mine.playbook,
    name: /** @type {Stamped<string>} */ (newer(mine.name, theirs.name)),
    settings,
    seen: [...new Set([...mine.seen, ...theirs.seen])].sort(),
    items,
  };
  return merge;
}

/**
 * @param {string} task
 * @param {SavedItem | undefined} mine
 * @param {SavedItem | undefined} theirs
 * @param {Merge} merge where what happened is noted
 */
function mergeItem(task, mine, theirs, merge) {
  // The same words whichever side merges: two tabs in two languages would write each other's words for ever.
  const [first] = [mine, theirs].filter((one) => one !== undefined).sort((a, b) => (a.text < b.text ? -1 : 1));
  const { step, text } = first;
  const item = /** @type {SavedItem} */ ({ step, text });
  for (const field of FIELDS) {
    const [ours, others] = [mine?.[field], theirs?.[field]];
    const chosen = newer(/** @type {Stamped<any> | undefined} */ (ours), others);
    if (chosen) item[field] = chosen;
    const [before, after] = [ours?.value ?? NONE[field], others?.value ?? NONE[field]];
    if (before === after || !others) continue;
    if (chosen === others) merge.taken.push({ task, text, field, before, after });
    else merge.kept.push({ task, text, field, before, after });
  }
  return item;
}
