/**
 * One playbook, for one event or none: the view that the page and every export are made from.
 * The same rules as scripts/draaiboek/derive/checklist.py, conditions.py and weeks.py.
 */

/** @import { ChecklistView, Circumstances, Conditions, Occasion, Playbook, Request, Step, StepView, TaskView } from "./types.js" */
/** @import { Shared } from "../shared/types.js" */
/** @import { LateStart, Needs } from "./late-start.js" */

import { Calendar } from "./calendar.js";
import { DateCheck } from "./date-check.js";
import { DatedWords } from "./dated-words.js";
import { MS_A_DAY, partsOf, weekdayOf } from "./days.js";
import { inOrder, lateStart, passOn } from "./late-start.js";
import { isRunSheet, runSlot, stepDay } from "./schedule.js";

/**
 * Or within a facet, and across facets; a facet that is not given leaves it open.
 * @param {Conditions} conditions
 * @param {Circumstances} given
 * @returns {"yes" | "no" | "depends"}
 */
export function applies(conditions, given) {
  const facets = Object.entries(conditions);
  if (facets.some(([facet, accepted]) => given[facet] !== undefined && !accepted.includes(given[facet]))) return "no";
  return facets.some(([facet]) => given[facet] === undefined) ? "depends" : "yes";
}

/** Everything that does not change while a page is open. */
export class Planner {
  /**
   * @param {Shared} shared
   * @param {Playbook} playbook
   */
  constructor(shared, playbook) {
    this.shared = shared;
    this.playbook = playbook;
    this.words = new DatedWords(shared);
    this.calendar = new Calendar(shared.calendar);
    this.dates = new DateCheck(this.calendar, this.words);
    this.steps = new Map(playbook.steps.map((step) => [step.id, step]));
  }

  /**
   * @param {Request} request
   * @returns {ChecklistView}
   */
  derive(request) {
    const needs = this.applicable(request.circumstances);
    const start = this.start(needs, request);
    const view = (/** @type {Step} */ step) => this.stepView(step, request, needs, start);
    const phases = this.playbook.phases.map((phase) => ({
      ...phase,
      steps: this.playbook.steps.filter((step) => step.phase === phase.id && start.needs.has(step.id)).map(view),
    }));
    return {
      phases: phases.filter((phase) => phase.steps.length),
      dropped: this.playbook.steps.filter((step) => start.dropped.has(step.id)).map(view),
      fits: start.fits,
      warnings: request.occasion ? this.dates.warnings(request.occasion, request.today) : [],
      suggestions: this.suggestions(needs, request),
    };
  }

  /** The steps that (may) apply, each with its needs. @param {Circumstances} given @returns {Needs} */
  applicable(given) {
    const kept = this.playbook.steps.filter((step) => applies(step.appliesTo, given) !== "no").map((step) => step.id);
    return passOn(new Map(this.playbook.steps.map((step) => [step.id, step.needs])), new Set(kept));
  }

  /** @param {Needs} needs @param {Request} request @returns {LateStart} */
  start(needs, { occasion, start }) {
    if (occasion && start !== null) return lateStart(this.steps, needs, occasion, start, this.calendar);
    return { due: new Map(), dropped: new Set(), needs, fits: true };
  }

  /** Better days nearby, if the chosen one needs a warning. @param {Needs} needs @param {Request} request */
  suggestions(needs, { occasion, today }) {
    if (!occasion || !this.dates.warnings(occasion, today).length) return [];
    const fits = (/** @type {Occasion} */ other) => lateStart(this.steps, needs, other, today, this.calendar).fits;
    return this.dates.betterDays(occasion, today, fits);
  }

  /**
   * @param {Step} step
   * @param {Request} request
   * @param {Needs} needs as they are without a late start
   * @param {LateStart} start
   * @returns {StepView}
   */
  stepView(step, { occasion, circumstances }, needs, start) {
    const slot = occasion ? runSlot(step, occasion) : null;
    const planned = slot ? Math.floor(slot.start / 1440) : occasion ? stepDay(step, occasion, this.calendar) : null;
    return {
      ...step,
      roleName: this.shared.roles[step.role],
      due: start.due.get(step.id) ?? planned,
      slot,
      runSheet: isRunSheet(step),
      needs: start.needs.get(step.id) ?? needs.get(step.id) ?? [],
      condition: this.condition(step.appliesTo, circumstances),
      tasks: this.tasks(step, circumstances),
      late: start.due.has(step.id),
    };
  }

  /** @param {Step} step @param {Circumstances} given @returns {TaskView[]} */
  tasks(step, given) {
    return step.tasks
      .filter((task) => applies(task.appliesTo, given) !== "no")
      .map(({ id, text, appliesTo }) => ({ id, text, condition: this.condition(appliesTo, given) }));
  }

  /** The open part of a condition in words. @param {Conditions} conditions @param {Circumstances} given */
  condition(conditions, given) {
    const parts = [];
    for (const [facet, accepted] of Object.entries(conditions)) {
      if (given[facet] !== undefined) continue;
      const names = this.shared.circumstances.find(({ id }) => id === facet)?.values ?? [];
      const said = accepted.map((value) => names.find(({ id }) => id === value)?.name ?? value);
      parts.push(said.join(` ${this.words.text("or")} `));
    }
    return parts.join("; ");
  }
}

/**
 * The steps by due date and clock time; on one day, each after what it needs. Undated ones come last.
 * @param {StepView[]} steps
 */
export function byDate(steps) {
  const given = new Map(steps.map((step) => [step.id, step]));
  const needs = new Map(steps.map((step) => [step.id, step.needs.filter((need) => given.has(need))]));
  const ordered = inOrder(needs).map((name) => /** @type {StepView} */ (given.get(name)));
  const moment = (/** @type {StepView} */ step) => step.slot?.start ?? (step.due === null ? Infinity : step.due * 1440);
  return ordered.sort((a, b) => (moment(a) === moment(b) ? 0 : moment(a) - moment(b)));
}

/**
 * The dated steps by week, in order; a week is named by its Monday.
 * @param {StepView[]} steps
 */
export function byWeek(steps) {
  const weeks = /** @type {Map<number, StepView[]>} */ (new Map());
  for (const step of byDate(steps)) {
    if (step.due === null) continue;
    const monday = step.due - weekdayOf(step.due);
    weeks.set(monday, [...(weeks.get(monday) ?? []), step]);
  }
  return [...weeks].map(([monday, found]) => ({ monday, ...isoWeek(monday), steps: found }));
}

/** The year and number of an ISO week: those of its Thursday. @param {number} monday */
function isoWeek(monday) {
  const thursday = monday + 3;
  const { year } = partsOf(thursday);
  const firstDay = Date.UTC(year, 0, 1) / MS_A_DAY;
  return { year, number: Math.floor((thursday - firstDay) / 7) + 1 };
}
