/** Taking along: calendar, CSV, Excel, paper; all of it, or one role. */

/** @import { App } from "./app.js" */
/** @import { SavedPlan } from "./saved-plan.js" */
/** @import { Export } from "./take-along.js" */

import { roleSelect } from "./list.js";
import { renderCsv, renderIcs } from "./take-along.js";
import { button, download, field, fileName, h } from "../shared/dom.js";

/** The files of the page, as links. */
function undatedFiles() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".downloads a"));
  return [...links].map((link) => h("a", { href: link.href }, link.textContent));
}

/** @param {App} app @param {"ics" | "csv"} kind @param {Export} given */
function saveAs(app, kind, given) {
  const { plan, role } = given;
  const title = [plan.name.value, role && app.planner.shared.roles[role]].filter(Boolean).join(" ");
  const name = `${fileName(title)}.${kind}`;
  download(name, kind === "ics" ? "text/calendar" : "text/csv", kind === "ics" ? renderIcs(given) : renderCsv(given));
  app.announce(app.words.text("planner-said-file", { name }));
}

/** @param {App} app */
export function takePanel(app) {
  const { words } = app;
  const plan = /** @type {SavedPlan} */ (app.plan);
  const { occasion } = app;
  if (!occasion) return [h("p", {}, words.text("planner-take-no-date"))];
  const role = roleSelect(app, "planner-take-role", app.steps);
  const save = (/** @type {"ics" | "csv"} */ kind) => {
    const { planner, view, sorted, today } = app;
    saveAs(app, kind, { planner, view, occasion, plan, role: role.value, sorted, today });
  };
  const paper = () => {
    app.role = role.value;
    app.redraw();
    print();
  };
  return [
    field(words.text("planner-take-role"), role),
    h(
      "div",
      { class: "planner-row" },
      button(words.text("planner-take-ics"), () => save("ics")),
      button(words.text("planner-take-csv"), () => save("csv")),
      button(words.text("planner-take-print"), paper),
    ),
    h("p", { class: "planner-hint" }, words.text("planner-take-ics-hint")),
    h(
      "p",
      { class: "planner-xlsx" },
      words.text("planner-take-xlsx", { date: words.format(occasion.firstDay, "d/M/y") }),
      " ",
      h("a", { href: app.planner.playbook.workbook, download: true }, words.text("planner-take-xlsx-link")),
    ),
    h("p", {}, h("a", { href: "../../../tools/tally/" }, words.text("planner-take-tally"))),
    h("p", {}, words.text("planner-take-undated"), ...undatedFiles().flatMap((link) => [" ", link])),
  ];
}
