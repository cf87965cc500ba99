/** Taking along: calendar, CSV, Excel, paper; all of it, or one role. */

/** @import { App } from "./app.js" */
/** @import { SavedPlan } from "./saved-plan.js" */

import { button, download, fileName, h } from "./dom.js";
import { renderCsv, renderIcs } from "./take-along.js";

/** The files of the page, as links. */
function undatedFiles() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".downloads a"));
  return [...links].map((link) => h("a", { href: link.href }, link.textContent));
}

/** @param {App} app */
export function takePanel(app) {
  const { words } = app;
  const plan = /** @type {SavedPlan} */ (app.plan);
  const { occasion } = app;
  if (!occasion) return [h("p", {}, words.text("planner-take-no-date"))];
  const used = new Set(app.steps.map((step) => step.role));
  const roles = Object.entries(app.planner.shared.roles).filter(([id]) => used.has(id));
  const role = h(
    "select",
    { id: "planner-take-role" },
    h("option", { value: "" }, words.text("planner-all-roles")),
    ...roles.map(([id, name]) => h("option", { value: id, selected: app.role === id }, name)),
  );
  const save = (/** @type {"ics" | "csv"} */ kind) => {
    const given = {
      planner: app.planner,
      view: app.view,
      occasion,
      plan,
      role: role.value,
      sorted: app.sorted,
      today: app.today,
    };
    const name = `${fileName([plan.name.value, role.value && app.planner.shared.roles[role.value]].filter(Boolean).join(" "))}.${kind}`;
    download(name, kind === "ics" ? "text/calendar" : "text/csv", kind === "ics" ? renderIcs(given) : renderCsv(given));
    app.announce(words.text("planner-said-file", { name }));
  };
  const paper = () => {
    app.role = role.value;
    app.redraw();
    print();
  };
  return [
    h(
      "div",
      { class: "planner-field" },
      h("label", { for: "planner-take-role" }, words.text("planner-take-role")),
      role,
    ),
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
