/**
 * Date and circumstances: the form that a plan begins with, and that changes it later. While one fills it in,
 * it tells what there is to know about the day.
 */

/** @import { App } from "./app.js" */
/** @import { Settings } from "./saved-plan.js" */

import { isoDay, parseClock, parseDay } from "./days.js";
import { NO_SETTINGS } from "./saved-plan.js";
import { button, field, h } from "../shared/dom.js";

/**
 * @param {App} app
 * @param {Settings | null} current what is to be changed; null for a new plan
 */
export function settingsForm(app, current) {
  const given = /** @type {Settings} */ (current ?? app.proposal?.settings ?? NO_SETTINGS);
  const preview = h("div", { class: "planner-preview", id: "planner-preview" });
  const fault = h("p", { class: "planner-fault", id: "planner-date-fault", role: "alert" });
  const fields = formFields(app, given);
  const form = h(
    "form",
    { class: "planner-form", novalidate: true, id: "planner-settings" },
    ...formParts(app, fields, current ? "planner-apply" : "planner-create", fault, preview),
  );
  const read = () => readForm(app, fields, current);
  const look = () =>
    preview.replaceChildren(
      ...previewOf(app, read(), (day) => {
        fields.date.value = isoDay(day);
        look();
        fields.date.focus();
        app.announce(app.words.text("planner-said-chosen", { day: app.words.fullDay(day) }));
      }),
    );
  form.addEventListener("change", () => {
    fault.textContent = faultOf(app, read());
    look();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(app, read(), current, fields.date, fault);
  });
  look();
  return form;
}

/**
 * @param {App} app
 * @param {ReturnType<typeof formFields>} fields
 * @param {string} act key of what its button says
 * @param {HTMLElement} fault
 * @param {HTMLElement} preview
 */
function formParts({ words }, fields, act, fault, preview) {
  return [
    h(
      "div",
      { class: "planner-date" },
      field(words.text("planner-date"), fields.date, words.text("planner-date-hint")),
      fault,
    ),
    preview,
    h("div", { class: "planner-grid" }, ...fields.facets.map(({ select, name }) => field(name, select))),
    h(
      "div",
      { class: "planner-grid" },
      field(words.text("planner-opens"), fields.opens),
      field(words.text("planner-closes"), fields.closes),
    ),
    h(
      "div",
      { class: "planner-row" },
      h("button", { type: "submit", class: "planner-button planner-primary" }, words.text(act)),
    ),
  ];
}

/** @param {App} app @param {Settings} given */
function formFields(app, given) {
  const { words } = app;
  const { firstYear, lastYear } = app.planner.calendar.table;
  return {
    date: h("input", {
      type: "date",
      id: "planner-date",
      value: given.date,
      min: `${firstYear}-01-01`,
      max: `${lastYear}-12-31`,
      autocomplete: "off",
    }),
    opens: h("input", { type: "time", id: "planner-opens", value: given.opens }),
    closes: h("input", { type: "time", id: "planner-closes", value: given.closes }),
    facets: app.planner.shared.circumstances.map((facet) => ({
      id: facet.id,
      name: facet.name,
      select: h(
        "select",
        { id: `planner-facet-${facet.id}` },
        h("option", { value: "" }, words.text("planner-not-known")),
        ...facet.values.map(({ id, name }) =>
          h("option", { value: id, selected: given.circumstances[facet.id] === id }, name),
        ),
      ),
    })),
  };
}

/**
 * @param {App} app
 * @param {ReturnType<typeof formFields>} fields
 * @param {Settings | null} current
 * @returns {Settings}
 */
function readForm(app, fields, current) {
  const date = fields.date.value;
  const chosen = fields.facets.filter(({ select }) => select.value).map(({ id, select }) => [id, select.value]);
  // A plan begins when it is made; another date later on is another beginning.
  const begun =
    current && current.date === date
      ? current.start
      : app.proposal?.settings.date === date
        ? app.proposal.settings.start
        : "";
  const settings = {
    date,
    opens: fields.opens.value,
    closes: fields.closes.value,
    circumstances: Object.fromEntries(chosen),
  };
  return { ...settings, start: date ? begun || isoDay(app.today) : "" };
}

/** What is wrong with the date or the hours; empty when nothing is. @param {App} app @param {Settings} settings */
function faultOf(app, { date, opens, closes }) {
  const { firstYear, lastYear } = app.planner.calendar.table;
  const day = parseDay(date);
  if (date && (day === null || !app.planner.calendar.knows(day))) {
    return app.words.text("planner-date-outside", { first: firstYear, last: lastYear });
  }
  const [from, until] = [parseClock(opens), parseClock(closes)];
  return from !== null && until !== null && until <= from ? app.words.text("planner-closes-first") : "";
}

/**
 * @param {App} app
 * @param {Settings} settings
 * @param {Settings | null} current
 * @param {HTMLInputElement} date
 * @param {HTMLElement} fault
 */
function submit(app, settings, current, date, fault) {
  const wrong = faultOf(app, settings) || (settings.date ? "" : app.words.text("planner-date-missing"));
  fault.textContent = wrong;
  if (wrong) return date.focus();
  if (current) app.setSettings(settings);
  else app.create(settings, app.proposal?.settings.date === settings.date ? app.proposal.name : "");
}

/**
 * The day in words, what there is to know about it, and days nearby that are better.
 * @param {App} app
 * @param {Settings} settings
 * @param {(day: number) => void} choose
 */
function previewOf(app, settings, choose) {
  const occasion = app.occasionOf(settings);
  if (!occasion || faultOf(app, settings)) return [];
  const view = app.derive(settings);
  return [
    h(
      "p",
      { class: "planner-day" },
      h("strong", {}, app.words.fullDay(occasion.firstDay)),
      away(app, occasion.firstDay),
    ),
    ...dateNotes(app, view, choose),
  ];
}

/** How far off a day is: " · nog 16 weken". @param {App} app @param {number} day */
export function away(app, day) {
  const days = day - app.today;
  if (days < 0) return ` · ${app.words.text("planner-over")}`;
  return ` · ${days < 14 ? app.words.count("planner-days-left", days) : app.words.text("planner-weeks-left", { count: Math.floor(days / 7) })}`;
}

/**
 * Warnings about the date, each on its line, and buttons for better days.
 * @param {App} app
 * @param {import("./types.js").ChecklistView} view
 * @param {(day: number) => void} choose
 */
export function dateNotes(app, view, choose) {
  const { words } = app;
  const notes = view.fits
    ? []
    : [
        h(
          "li",
          { class: "planner-no-fit" },
          h("strong", {}, `${words.text("document-no-fit")}. `),
          words.text("document-no-fit-text"),
        ),
      ];
  notes.push(...view.warnings.map((warning) => h("li", {}, warning.text)));
  if (!notes.length) return [h("p", { class: "planner-good" }, words.text("planner-no-warnings"))];
  const better = view.suggestions.map((day) =>
    h(
      "li",
      {},
      button(words.fullDay(day), () => choose(day)),
    ),
  );
  return [
    h(
      "div",
      { class: "planner-warnings" },
      h("h3", {}, words.text("document-warnings")),
      h("ul", {}, ...notes),
      better.length ? h("p", {}, words.text("planner-better")) : null,
      better.length ? h("ul", { class: "planner-choices" }, ...better) : null,
    ),
  ];
}
