/** The head of a plan: its name and day, how far it is, what to know about the date, and doors to the rest. */

/** @import { App } from "./app.js" */
/** @import { PanelName } from "./state.js" */

import { isoDay } from "./days.js";
import { progressText } from "./list.js";
import { plansPanel } from "./plans-panel.js";
import { away, dateNotes, settingsForm } from "./settings-form.js";
import { sharePanel } from "./share-panel.js";
import { takePanel } from "./take-panel.js";
import { button, h } from "../shared/dom.js";

/** @param {App} app */
export function planHead(app) {
  const { words, occasion } = app;
  const plan = /** @type {NonNullable<App["plan"]>} */ (app.plan);
  const { opens, closes } = plan.settings.value;
  const hours = [opens, closes].filter(Boolean).join("–");
  return h(
    "section",
    { class: "planner-card", "aria-labelledby": "planner-title" },
    h("h2", { id: "planner-title", tabindex: -1 }, plan.name.value),
    occasion
      ? h(
          "p",
          { class: "planner-day" },
          h("strong", {}, words.fullDay(occasion.firstDay)),
          hours ? `, ${hours}` : "",
          away(app, occasion.firstDay),
        )
      : h("p", { class: "planner-day" }, words.text("planner-no-date")),
    h("div", { class: "planner-progress", id: "planner-progress" }, ...progress(app)),
    h("p", { class: "planner-kept" }, words.text(`planner-kept-${app.outcome}`)),
    toolbar(app),
    panel(app),
  );
}

/** The share that is done, in all and per phase. @param {App} app */
export function progress(app) {
  const { done, all } = app.progress(app.steps);
  const bar = h("progress", {
    max: Math.max(all, 1),
    value: done,
    "aria-label": app.words.text("planner-progress-label"),
  });
  const phases = app.view.phases.map((phase) =>
    h(
      "li",
      {},
      h("span", { lang: app.lang(phase.language) }, phase.title),
      " ",
      h("span", { class: "planner-share" }, progressText(app, phase.steps)),
    ),
  );
  return [
    bar,
    h("p", {}, progressText(app, app.steps)),
    h(
      "details",
      { class: "planner-phases" },
      h("summary", {}, app.words.text("planner-per-phase")),
      h("ul", {}, ...phases),
    ),
  ];
}

const PANELS = /** @type {const} */ (["settings", "take", "share", "plans"]);

/** @param {App} app */
function toolbar(app) {
  const door = (/** @type {PanelName} */ name) =>
    button(app.words.text(`planner-panel-${name}`), () => openPanel(app, app.panel === name ? "" : name), {
      id: `planner-door-${name}`,
      "aria-expanded": String(app.panel === name),
      "aria-controls": app.panel === name ? "planner-panel" : null,
    });
  return h("div", { class: "planner-toolbar" }, ...PANELS.map(door));
}

/** @param {App} app @param {PanelName} name */
function openPanel(app, name) {
  app.panel = name;
  app.redraw();
}

/** @param {App} app */
function panel(app) {
  if (!app.panel) return null;
  const plan = /** @type {NonNullable<App["plan"]>} */ (app.plan);
  const parts = {
    settings: () => [settingsForm(app, plan.settings.value)],
    take: () => takePanel(app),
    share: () => sharePanel(app),
    plans: () => plansPanel(app),
  };
  return h(
    "div",
    { class: "planner-panel", id: "planner-panel", role: "group", "aria-labelledby": `planner-door-${app.panel}` },
    ...parts[app.panel](),
  );
}

/** What to know about the date of a plan that has one; choosing a better day changes the plan. @param {App} app */
export function planWarnings(app) {
  const plan = app.plan;
  if (!plan || !app.occasion || app.panel === "settings") return null;
  const needed = app.view.warnings.length > 0 || !app.view.fits;
  if (!needed) return null;
  return h(
    "details",
    { class: "planner-notes", open: true },
    h("summary", {}, app.words.text("planner-about-date")),
    ...dateNotes(app, app.view, (day) => app.setSettings({ ...plan.settings.value, date: isoDay(day) })),
  );
}
