/**
 * A plan that begins later than it should: what moves, what falls away, and whether the rest still fits.
 * The same rules as scripts/draaiboek/derive/late_start.py.
 */

/** @import { Occasion, Step } from "./types.js" */
/** @import { Calendar } from "./calendar.js" */

import { isRunSheet, stepDay } from "./schedule.js";

/**
 * @typedef {Map<string, string[]>} Needs step id to the ids of what it needs, in the order of the plan
 * @typedef {object} LateStart
 * @property {Map<string, number>} due new due dates of the steps that move
 * @property {Set<string>} dropped steps whose date has passed and that may be missed
 * @property {Needs} needs of what is left
 * @property {boolean} fits false when the essential steps no longer fit before the event
 */

/**
 * Start a plan on a day; once the event has begun, nothing moves any more.
 * @param {Map<string, Step>} steps
 * @param {Needs} needs
 * @param {Occasion} occasion
 * @param {number} today
 * @param {Calendar} calendar
 * @returns {LateStart}
 */
export function lateStart(steps, needs, occasion, today, calendar) {
  if (occasion.firstDay < today) return { due: new Map(), dropped: new Set(), needs, fits: true };
  const planned = new Map();
  for (const name of needs.keys()) {
    const step = /** @type {Step} */ (steps.get(name));
    if (isBefore(step)) planned.set(name, stepDay(step, occasion, calendar));
  }
  const dropped = new Set(
    [...planned].filter(([name, day]) => day < today && !steps.get(name)?.essential).map(([name]) => name),
  );
  const left = passOn(needs, new Set([...needs.keys()].filter((name) => !dropped.has(name))));
  const first = Math.min(calendar.workingDayAfter(today), occasion.firstDay);
  const moved = moveDates(new Map([...planned].filter(([name]) => left.has(name))), left, first);
  const due = new Map([...moved].filter(([name, day]) => day !== planned.get(name)));
  return {
    due,
    dropped,
    needs: left,
    fits: due.size === 0 || fitsIn(moved, steps, left, first, occasion.firstDay, calendar),
  };
}

/** Whether a step belongs before the event: not the run sheet, nor the day itself, nor what follows. @param {Step} step */
function isBefore(step) {
  return !isRunSheet(step) && !step.offset.after && step.offset.amount !== 0;
}

/**
 * The needs of the steps that are kept; a need on another step passes to that step's own needs.
 * @param {Needs} needs
 * @param {Set<string>} kept
 * @returns {Needs}
 */
export function passOn(needs, kept) {
  /** @param {string} name @param {Set<string>} seen @returns {string[]} */
  const through = (name, seen) => {
    const found = /** @type {Set<string>} */ (new Set());
    for (const need of needs.get(name) ?? []) {
      if (kept.has(need)) found.add(need);
      else if (needs.has(need) && !seen.has(need))
        through(need, new Set([...seen, need])).forEach((one) => found.add(one));
    }
    return [...found];
  };
  return new Map(
    [...needs.keys()].filter((name) => kept.has(name)).map((name) => [name, through(name, new Set([name]))]),
  );
}

/**
 * No step before the first day that is left, and none before what it needs.
 * @param {Map<string, number>} planned
 * @param {Needs} needs
 * @param {number} first
 */
function moveDates(planned, needs, first) {
  const moved = /** @type {Map<string, number>} */ (new Map());
  for (const name of inOrder(needs)) {
    const day = planned.get(name);
    if (day === undefined) continue;
    let latest = Math.max(day, first);
    for (const need of needs.get(name) ?? []) {
      const after = moved.get(need);
      // A step that keeps its date waits only for what has moved: the plan itself set the rest.
      if (after !== undefined && (day < first || after > /** @type {number} */ (planned.get(need))))
        latest = Math.max(latest, after);
    }
    moved.set(name, latest);
  }
  return moved;
}

/**
 * All steps, each after what it needs; otherwise in the order they were given.
 * @param {Needs} needs
 */
export function inOrder(needs) {
  const found = /** @type {Set<string>} */ (new Set());
  /** @param {string} name @param {Set<string>} seen */
  const visit = (name, seen) => {
    for (const need of needs.get(name) ?? []) {
      if (needs.has(need) && !found.has(need) && !seen.has(need)) visit(need, new Set([...seen, need]));
    }
    found.add(name);
  };
  for (const name of needs.keys()) if (!found.has(name)) visit(name, new Set([name]));
  return [...found];
}

/**
 * Whether the days up to the event are enough for the essential steps that are left: none falls on the
 * event day, and no role and no chain of steps asks more time than there is.
 * @param {Map<string, number>} due
 * @param {Map<string, Step>} steps
 * @param {Needs} needs
 * @param {number} first
 * @param {number} event
 * @param {Calendar} calendar
 */
function fitsIn(due, steps, needs, first, event, calendar) {
  const essential = passOn(needs, new Set([...due.keys()].filter((name) => steps.get(name)?.essential)));
  const chains = /** @type {Map<string, number>} */ (new Map());
  const roles = /** @type {Map<string, number>} */ (new Map());
  for (const name of inOrder(essential)) {
    const step = /** @type {Step} */ (steps.get(name));
    const minutes = step.effort ?? 0;
    const before = (essential.get(name) ?? []).map((need) => chains.get(need) ?? 0);
    chains.set(name, minutes + Math.max(0, ...before));
    roles.set(step.role, (roles.get(step.role) ?? 0) + minutes);
  }
  let days = 0;
  for (let day = first; day < event; day += 1) if (calendar.isWorkingDay(day)) days += 1;
  const onTime = [...essential.keys()].every((name) => /** @type {number} */ (due.get(name)) < event);
  return onTime && Math.max(0, ...chains.values(), ...roles.values()) <= days * calendar.table.minutesADay;
}
