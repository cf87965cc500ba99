/**
 * A plan as a calendar (RFC 5545) and as CSV: the same entries and rows as the command makes
 * (scripts/draaiboek/render/ics/checklist.py and csv/checklist.py), with what was ticked added.
 */

/** @import { ChecklistView, Occasion, StepView } from "./types.js" */
/** @import { Planner } from "./checklist.js" */
/** @import { SavedPlan } from "./saved-plan.js" */

import { byDate } from "./checklist.js";
import { clockText, isoDay } from "./days.js";
import { hasContent, said } from "./saved-plan.js";

/**
 * @typedef {object} Export
 * @property {Planner} planner
 * @property {ChecklistView} view
 * @property {Occasion} occasion
 * @property {SavedPlan} plan
 * @property {string} role id of the only role to take, or empty
 * @property {boolean} sorted by date instead of by phase
 * @property {number} today
 */

/** The line that says what a file is. @param {Export} given */
function about({ planner, today }) {
  const { title, version, address } = planner.playbook;
  return planner.words.text("checklist-about", { title, date: isoDay(today), version, address });
}

/** What to know about the dates; a step that falls away has no entry, so it is named here. @param {Export} given */
function notes({ planner, view, role }) {
  const { words } = planner;
  const found = view.fits ? [] : [words.text("document-no-fit-text")];
  found.push(...view.warnings.map((warning) => warning.text));
  if (view.suggestions.length) {
    found.push(
      words.text("document-suggestions", { days: view.suggestions.map((day) => words.fullDay(day)).join(", ") }),
    );
  }
  for (const step of view.dropped.filter((dropped) => !role || dropped.role === role)) {
    found.push(`${words.text("document-dropped")}: ${step.title} (${step.roleName}): ${step.why}`);
  }
  return found;
}

/** The steps to take along. @param {Export} given */
function stepsOf({ view, role }) {
  return view.phases.flatMap((phase) => phase.steps).filter((step) => !role || step.role === role);
}

/* ---- Calendar ---- */

const ZONE = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Brussels",
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
  "TZNAME:CEST",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "TZNAME:CET",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** @param {string} text */
const escapeText = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A line of at most 75 bytes, the rest on lines that begin with a space. @param {string} line */
function fold(line) {
  const lines = [];
  let [current, size] = ["", 0];
  for (const letter of line) {
    const bytes = new TextEncoder().encode(letter).length;
    if (size + bytes > 75) {
      lines.push(current);
      [current, size] = [" ", 1];
    }
    current += letter;
    size += bytes;
  }
  return [...lines, current].join("\r\n");
}

/** @param {number} day */
const compactDay = (day) => isoDay(day).replaceAll("-", "");
/** @param {number} moment */
const compactMoment = (moment) => `${compactDay(Math.floor(moment / 1440))}T${clockText(moment).replace(":", "")}00`;

/** The plan as one calendar. @param {Export} given */
export function renderIcs(given) {
  const { planner, plan } = given;
  const steps = stepsOf(given).filter((step) => step.due !== null);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Draaiboek//${planner.playbook.id}//${planner.words.language.toUpperCase()}`,
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(plan.name.value)}`,
  ];
  const told = notes(given);
  if (told.length) lines.push(`X-WR-CALDESC:${escapeText(told.join("\n"))}`);
  if (steps.some((step) => step.slot)) lines.push(...ZONE);
  for (const step of steps) lines.push(...entry(step, given));
  return [...lines, "END:VCALENDAR", ""].map(fold).join("\r\n");
}

/** @param {StepView} step @param {Export} given */
function entry(step, given) {
  const { planner, occasion, today } = given;
  const { shortest, timed, allDay } = planner.shared.entries;
  const day = /** @type {number} */ (step.due);
  const when = step.slot
    ? [
        `DTSTART;TZID=Europe/Brussels:${compactMoment(step.slot.start)}`,
        `DTEND;TZID=Europe/Brussels:${compactMoment(step.slot.end ?? step.slot.start + shortest)}`,
      ]
    : [`DTSTART;VALUE=DATE:${compactDay(day)}`, `DTEND;VALUE=DATE:${compactDay(day + 1)}`, "TRANSP:TRANSPARENT"];
  return [
    "BEGIN:VEVENT",
    `UID:${step.id}.${planner.playbook.id}-${isoDay(occasion.firstDay)}@draaiboek`,
    `DTSTAMP:${compactDay(today)}T000000Z`,
    `SUMMARY:${escapeText(step.title)}`,
    ...when,
    `CATEGORIES:${escapeText(step.roleName)}`,
    `DESCRIPTION:${escapeText(description(step, given))}`,
    `URL:${planner.playbook.address}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(step.title)}`,
    `TRIGGER:${step.slot ? timed : allDay}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** Why the reminder exists, then what is to be done. @param {StepView} step @param {Export} given */
function description(step, given) {
  const { words, playbook } = given.planner;
  const tasks = step.tasks
    .map((task) => ({ task, ...said(given.plan, task.id) }))
    .filter(({ state }) => state !== "not-for-us")
    .map(({ task, state, who }) => `${state === "done" ? "☑" : "☐"} ${task.text}${who ? ` (${who})` : ""}`);
  const parts = [
    words.text("reminder-reason", { title: playbook.title, role: step.roleName }),
    step.late ? words.text("late-explained") : "",
    step.why,
    step.condition ? words.text("only-if", { condition: step.condition }) : "",
    tasks.join("\n"),
    about(given),
  ];
  return parts.filter(Boolean).join("\n\n");
}

/* ---- CSV ---- */

const OWN_COLUMNS = ["status", "responsible", "notes"];

/** Text that no spreadsheet takes for a formula. @param {string} text */
const neutral = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** @param {string[]} cells */
const csvRow = (cells) =>
  cells.map((cell) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(";");

/**
 * The plan as CSV, one row a task: UTF-8 with a byte order mark, semicolons and ISO dates. Status, who and
 * notes follow behind the command's columns once somebody has filled in any of them.
 * @param {Export} given
 */
export function renderCsv(given) {
  const { planner, view, plan, sorted } = given;
  const own = Object.values(plan.items).some(hasContent);
  const phases = new Map(view.phases.map((phase) => [phase.id, phase.title]));
  const steps = stepsOf(given);
  const rows = [[...planner.shared.columns, ...(own ? OWN_COLUMNS : [])].map((name) => planner.words.text(`column-${name}`))];
  for (const step of sorted ? byDate(steps) : steps) {
    for (const task of step.tasks) {
      const cells = [...commandCells(step, task, phases.get(step.phase) ?? "", planner)];
      if (own) cells.push(...ownCells(task.id, given));
      rows.push(cells.map(neutral));
    }
  }
  rows.push([], ...[...notes(given), about(given)].map((line) => [neutral(line)]));
  return `\ufeff${rows.map((cells) => `${csvRow(cells)}\r\n`).join("")}`;
}

/** @param {StepView} step @param {{id: string, text: string, condition: string}} task @param {string} phase @param {Planner} planner */
function commandCells(step, task, phase, planner) {
  return [
    step.due === null ? "" : isoDay(step.due),
    step.slot ? clockText(step.slot.start) : "",
    phase,
    step.title,
    task.text,
    step.roleName,
    [step.condition, task.condition].filter(Boolean).join("; "),
    planner.words.text(`answer-${step.essential ? "yes" : "no"}`),
    step.when,
    step.id,
    task.id,
  ];
}

/** @param {string} task @param {Export} given */
function ownCells(task, { planner, plan }) {
  const { state, who, note } = said(plan, task);
  return [planner.words.text(`status-${state}`), who, note];
}
