/** What to do now: what is overdue and what this week asks, above everything else. */

/** @import { App } from "./app.js" */
/** @import { Row } from "./task-row.js" */
/** @import { StepView } from "./types.js" */

import { byDate } from "./checklist.js";
import { dueState, shown } from "./list.js";
import { taskRow } from "./task-row.js";
import { button, h } from "../shared/dom.js";

const FIRST_SHOWN = 4;

/**
 * @param {App} app
 * @param {Row[]} rows
 */
export function now(app, rows) {
  const { words, occasion } = app;
  if (!occasion) return null;
  const steps = byDate(shown(app, app.steps));
  const overdue = steps.filter((step) => dueState(app, step) === "overdue");
  const week = steps.filter((step) => dueState(app, step) === "this-week");
  const next = steps.find(
    (step) => step.due !== null && step.due >= app.today && !dueState(app, step) && app.openTasks(step).length > 0,
  );
  const parts = [group(app, rows, "overdue", overdue), group(app, rows, "this-week", week)].filter(
    (part) => part !== null,
  );
  if (!parts.length) parts.push(h("p", {}, words.text("planner-now-nothing")));
  if (next)
    parts.push(
      h(
        "p",
        {},
        words.text("planner-now-next"),
        " ",
        h("a", { href: `#${next.id}` }, next.title),
        ` (${words.shortDay(/** @type {number} */ (next.due))})`,
      ),
    );
  if (overdue.length && occasion.firstDay >= app.today) parts.push(restart(app));
  return h(
    "section",
    { class: "planner-now", "aria-labelledby": "planner-now" },
    h("h2", { id: "planner-now" }, words.text("planner-now")),
    ...parts,
  );
}

/**
 * One group of steps with their open tasks; the first few at once, the rest folded.
 * @param {App} app
 * @param {Row[]} rows
 * @param {"overdue" | "this-week"} kind
 * @param {StepView[]} steps
 */
function group(app, rows, kind, steps) {
  if (!steps.length) return null;
  const items = steps.map((step) => item(app, rows, step));
  const rest = items.splice(FIRST_SHOWN);
  const more = rest.length
    ? h(
        "details",
        { class: "planner-rest" },
        h("summary", {}, app.words.count("planner-now-more", rest.length)),
        h("ul", {}, ...rest),
      )
    : null;
  return h(
    "div",
    { class: `planner-group planner-group-${kind}` },
    h("h3", {}, app.words.text(`planner-${kind}`)),
    h("ul", {}, ...items),
    more,
  );
}

/** @param {App} app @param {Row[]} rows @param {StepView} step */
function item(app, rows, step) {
  const made = app.openTasks(step).map((task) => taskRow(app, step, task, "now"));
  rows.push(...made);
  const lang = app.lang(step.language);
  return h(
    "li",
    {},
    h(
      "p",
      { class: "planner-now-step" },
      h("a", { href: `#${step.id}`, lang }, step.title),
      h("span", {}, ` · ${app.words.shortDay(/** @type {number} */ (step.due))} · ${step.roleName}`),
    ),
    h("ul", { class: "tasks" }, ...made.map(({ element }) => element)),
  );
}

/** The way out when much is overdue. @param {App} app */
function restart(app) {
  return h(
    "div",
    { class: "planner-restart" },
    h("p", {}, app.words.text("planner-restart-hint")),
    button(app.words.text("planner-restart"), () => app.restart()),
  );
}
