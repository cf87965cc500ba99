/**
 * Derives checklists with the planner's own modules: {shared, playbooks, requests} in, one view a request out.
 * Days go in and come out as ISO dates, so that both sides of a comparison can be read.
 */

import { readFileSync } from "node:fs";

import { isoDay, parseClock, parseDay, clockText } from "../../../web/planner/days.js";
import { Planner, byDate, byWeek } from "../../../web/planner/checklist.js";
import { lateStart } from "../../../web/planner/late-start.js";
import { dueDate } from "../../../web/planner/schedule.js";

const { shared, playbooks, requests, offsets, starts } = JSON.parse(readFileSync(0, "utf-8"));
const planners = new Map(playbooks.map((playbook) => [playbook.id, new Planner(shared, playbook)]));
const occasionOf = (given) =>
  given && {
    firstDay: parseDay(given.firstDay),
    lastDay: parseDay(given.lastDay),
    opens: given.opens ? parseClock(given.opens) : null,
    closes: given.closes ? parseClock(given.closes) : null,
  };
const moment = (value) => (value === null ? null : `${isoDay(Math.floor(value / 1440))}T${clockText(value)}`);

function derive(request) {
  const view = planners.get(request.playbook).derive({
    occasion: occasionOf(request.occasion),
    circumstances: request.circumstances,
    today: parseDay(request.today),
    start: request.lateStart ? parseDay(request.today) : null,
  });
  const steps = view.phases.flatMap((phase) => phase.steps);
  return {
    phases: view.phases.map((phase) => [phase.id, phase.steps.map((step) => step.id)]),
    steps: steps.map((step) => ({
      id: step.id,
      due: step.due === null ? null : isoDay(step.due),
      start: step.slot && moment(step.slot.start),
      end: step.slot && moment(step.slot.end),
      needs: step.needs,
      condition: step.condition,
      late: step.late,
      tasks: step.tasks.map((task) => [task.id, task.condition]),
    })),
    dropped: view.dropped.map((step) => step.id),
    fits: view.fits,
    warnings: view.warnings.map((found) => ({
      ...found,
      firstDay: isoDay(found.firstDay),
      lastDay: isoDay(found.lastDay),
    })),
    suggestions: view.suggestions.map(isoDay),
    byDate: byDate(steps).map((step) => step.id),
    byWeek: byWeek(steps).map((week) => [
      week.year,
      week.number,
      isoDay(week.monday),
      week.steps.map((step) => step.id),
    ]),
  };
}

function offsetOf(text) {
  const [, sign, amount, unit] = /^([+-])(\d+)(\w+)$/.exec(text);
  return { amount: Number(sign + amount), unit, after: sign === "+" };
}

function due({ offset, firstDay, lastDay }) {
  const [planner] = planners.values();
  return isoDay(dueDate(offsetOf(offset), occasionOf({ firstDay, lastDay }), planner.calendar));
}

function start({ steps, firstDay, today }) {
  const [planner] = planners.values();
  const made = new Map(
    steps.map((step) => {
      const minutes = step.effort ? parseInt(step.effort) * 60 : null;
      return [step.id, { ...step, offset: offsetOf(step.offset), anchor: step.from ?? null, day: 1, effort: minutes }];
    }),
  );
  const needs = new Map(steps.map((step) => [step.id, step.needs]));
  const occasion = occasionOf({ firstDay, lastDay: firstDay });
  const found = lateStart(made, needs, occasion, parseDay(today), planner.calendar);
  return {
    moved: Object.fromEntries([...found.due].map(([id, day]) => [id, isoDay(day)])),
    dropped: [...found.dropped].sort(),
    fits: found.fits,
    needs: Object.fromEntries(found.needs),
  };
}

console.log(JSON.stringify({ views: requests.map(derive), due: offsets.map(due), starts: starts.map(start) }));
