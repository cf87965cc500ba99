/** The whole plan: by phase or by date, for one role or all, with or without what is done. */

/** @import { App } from "./app.js" */
/** @import { Row } from "./task-row.js" */
/** @import { StepView } from "./types.js" */

import { byDate, byWeek } from "./checklist.js";
import { isoDay, weekdayOf } from "./days.js";
import { taskRow } from "./task-row.js";
import { field, h } from "../shared/dom.js";

/** How the plan is looked at. @param {App} app */
export function controls(app) {
  const { words } = app;
  const role = roleSelect(app, "planner-role", app.planner.playbook.steps);
  role.addEventListener("change", () => look(app, () => (app.role = role.value)));
  const order = h(
    "select",
    { id: "planner-order", onchange: () => look(app, () => (app.sorted = order.value === "date")) },
    h("option", { value: "phase" }, words.text("planner-by-phase")),
    h("option", { value: "date", selected: app.sorted }, words.text("planner-by-date")),
  );
  const done = h("input", {
    type: "checkbox",
    id: "planner-show-done",
    checked: app.showDone,
    onchange: () => look(app, () => (app.showDone = done.checked)),
  });
  return h(
    "div",
    { class: "planner-controls", role: "group", "aria-label": words.text("planner-look") },
    field(words.text("column-role"), role),
    field(words.text("planner-order"), order),
    h(
      "label",
      { class: "planner-check", for: "planner-show-done" },
      done,
      h("span", {}, words.text("planner-show-done")),
    ),
  );
}

/** A choice of one role of these steps, or all. @param {App} app @param {string} id @param {{role: string}[]} steps */
export function roleSelect(app, id, steps) {
  const used = new Set(steps.map((step) => step.role));
  const roles = Object.entries(app.planner.shared.roles).filter(([role]) => used.has(role));
  return h(
    "select",
    { id },
    h("option", { value: "" }, app.words.text("planner-all-roles")),
    ...roles.map(([role, name]) => h("option", { value: role, selected: app.role === role }, name)),
  );
}

/** @param {App} app @param {() => void} choose */
function look(app, choose) {
  choose();
  app.redraw();
  const { all } = app.progress(shown(app, app.steps));
  app.announce(app.words.count("planner-said-shown", all));
}

/** The steps of the chosen role. @param {App} app @param {StepView[]} steps */
export const shown = (app, steps) => steps.filter((step) => !app.role || step.role === app.role);

/**
 * The list itself; the rows it makes are added to `rows`.
 * @param {App} app
 * @param {Row[]} rows
 */
export function list(app, rows) {
  const sections = app.sorted ? byDateSections(app, rows) : byPhaseSections(app, rows);
  const anything = sections.some(Boolean);
  const only = app.role
    ? h("p", {}, app.words.text("document-role", { role: app.planner.shared.roles[app.role] }))
    : null;
  return h(
    "div",
    { class: "checklist planner-list" },
    only,
    ...sections,
    anything ? null : h("p", {}, app.words.text("planner-nothing-left")),
  );
}

/** @param {App} app @param {Row[]} rows */
function byPhaseSections(app, rows) {
  return app.view.phases.map((phase) => {
    const steps = shown(app, phase.steps);
    const items = steps.map((step) => stepItem(app, step, rows)).filter((item) => item !== null);
    if (!items.length) return null;
    const lang = app.lang(phase.language);
    return h(
      "section",
      { class: "phase", "aria-labelledby": phase.id },
      h("h2", { id: phase.id, lang }, phase.title),
      h("p", { class: "planner-share", "data-progress": phase.id }, progressText(app, phase.steps)),
      h("ol", { class: "steps" }, ...items),
    );
  });
}

/** @param {App} app @param {Row[]} rows */
function byDateSections(app, rows) {
  const steps = shown(app, app.steps);
  const weeks = byWeek(steps).map((week) => ({
    id: `week-${isoDay(week.monday)}`,
    title: app.words.text("week", { number: week.number, days: app.words.days(week.monday, week.monday + 6) }),
    steps: week.steps,
  }));
  const undated = byDate(steps).filter((step) => step.due === null);
  if (undated.length) weeks.push({ id: "week-none", title: app.words.text("planner-undated"), steps: undated });
  return weeks.map(({ id, title, steps: found }) => {
    const items = found.map((step) => stepItem(app, step, rows)).filter((item) => item !== null);
    if (!items.length) return null;
    return h(
      "section",
      { class: "phase", "aria-labelledby": id },
      h("h2", { id }, title),
      h("ol", { class: "steps" }, ...items),
    );
  });
}

/** How much is done. @param {App} app @param {StepView[]} steps */
export function progressText(app, steps) {
  const { done, all } = app.progress(steps);
  return app.words.text("planner-progress", { done, all });
}

/** One step with its tasks; null when all of it is done and done tasks are not shown. @param {App} app @param {StepView} step @param {Row[]} rows */
function stepItem(app, step, rows) {
  const tasks = app.showDone ? step.tasks : app.openTasks(step);
  if (!tasks.length) return null;
  const made = tasks.map((task) => taskRow(app, step, task, "task"));
  rows.push(...made);
  const lang = app.lang(step.language);
  return h(
    "li",
    { class: `step${step.gate ? " step-gate" : ""}${step.essential ? "" : " step-optional"}` },
    h("h3", { id: step.id, lang }, step.title),
    facts(app, step),
    h("ul", { class: "tasks" }, ...made.map(({ element }) => element)),
  );
}

/** When, who and what else there is to know about a step. @param {App} app @param {StepView} step */
function facts(app, step) {
  const { words } = app;
  const due = step.slot ? words.slot(step.slot) : step.due === null ? "" : words.shortDay(step.due);
  const state = dueState(app, step);
  return h(
    "dl",
    { class: "step-meta" },
    step.gate ? fact("gate", words.text("gate"), words.text("gate-explained")) : null,
    h(
      "div",
      {},
      h("dt", {}, words.text("column-due")),
      h(
        "dd",
        { class: state ? `planner-${state}` : null },
        due ? h("time", { datetime: isoDay(/** @type {number} */ (step.due)) }, due) : step.when,
        due ? h("span", { class: "step-offset" }, ` (${step.when})`) : null,
        step.late ? h("span", { class: "badge badge-late" }, words.text("document-late")) : null,
        state ? h("strong", { class: "planner-state" }, words.text(`planner-${state}`)) : null,
      ),
    ),
    fact("", words.text("column-role"), step.roleName),
    step.effortText ? fact("", words.text("effort"), step.effortText) : null,
    step.runSheet && step.durationText ? fact("", words.text("duration"), step.durationText) : null,
    step.essential ? null : fact("step-optional", words.text("optional"), words.text("optional-explained")),
    step.condition ? fact("condition", words.text("condition"), step.condition) : null,
  );
}

/** @param {string} name @param {string} label @param {string} value */
function fact(name, label, value) {
  return h(
    "div",
    { class: name ? (name === "gate" ? "step-gate" : name) : null },
    h("dt", {}, label),
    h("dd", {}, value),
  );
}

/**
 * Whether a step is overdue or due this week, as long as it has open tasks.
 * @param {App} app
 * @param {StepView} step
 * @returns {"overdue" | "this-week" | ""}
 */
export function dueState(app, step) {
  if (step.due === null || !app.openTasks(step).length) return "";
  if (step.due < app.today) return "overdue";
  const sunday = app.today + 6 - weekdayOf(app.today);
  return step.due <= sunday ? "this-week" : "";
}
