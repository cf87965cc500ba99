/** Several plans side by side: open another one, begin a new one, give this one a name, throw one away. */

/** @import { App } from "./app.js" */
/** @import { SavedPlan } from "./saved-plan.js" */

import { parseDay } from "./days.js";
import { LONGEST_NAME } from "./saved-plan.js";
import { dangerButton } from "../shared/acts.js";
import { button, field, h } from "../shared/dom.js";

/** @param {App} app */
export function plansPanel(app) {
  const { words } = app;
  const plan = /** @type {SavedPlan} */ (app.plan);
  const name = h("input", {
    type: "text",
    id: "planner-name",
    value: plan.name.value,
    maxlength: LONGEST_NAME,
    required: true,
    autocomplete: "off",
  });
  const rename = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!name.value.trim()) return name.focus();
    app.rename(name.value.trim());
    app.announce(words.text("planner-said-renamed", { name: name.value.trim() }));
  };
  return [
    h(
      "form",
      { class: "planner-row", onsubmit: rename },
      field(words.text("planner-name"), name),
      h("button", { type: "submit", class: "planner-button" }, words.text("planner-rename")),
    ),
    ...planList(app),
    h(
      "div",
      { class: "planner-row" },
      button(words.text("planner-new-plan"), () => app.startNew()),
      removeButton(app, plan),
    ),
  ];
}

/** The plans that there are besides the open one. @param {App} app */
export function planList(app) {
  const { words } = app;
  const others = app.plans.filter((plan) => plan.id !== app.plan?.id);
  if (!others.length) return [];
  const items = others.map((plan) => {
    const day = parseDay(plan.settings.value.date);
    return h(
      "li",
      {},
      button(plan.name.value, () => app.open(plan), { id: `planner-open-${plan.id}` }),
      day === null ? null : h("span", {}, ` ${words.shortDay(day)}`),
    );
  });
  return [h("h3", {}, words.text("planner-other-plans")), h("ul", { class: "planner-plans" }, ...items)];
}

/** @param {App} app @param {SavedPlan} plan */
function removeButton(app, plan) {
  const { words } = app;
  const sure = words.text("planner-remove-sure", { name: plan.name.value });
  return dangerButton("planner-remove", words.text("planner-remove"), sure, app.announce, () => app.remove(plan.id));
}
