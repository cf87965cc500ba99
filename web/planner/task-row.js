/** One task: a box to tick, and behind a button who does it, a note, and "not for us". */

/** @import { App } from "./app.js" */
/** @import { StepView, TaskView } from "./types.js" */

import { LONGEST_NAME, said } from "./saved-plan.js";
import { field, h } from "../shared/dom.js";

/**
 * @typedef {object} Row
 * @property {HTMLLIElement} element
 * @property {string} task
 * @property {() => void} update show what is recorded now
 */

/**
 * @param {App} app
 * @param {StepView} step
 * @param {TaskView} task
 * @param {string} place tells this row from another one of the same task
 * @returns {Row}
 */
export function taskRow(app, step, task, place) {
  const { words } = app;
  const id = `${place}-${task.id}`;
  const box = h("input", {
    type: "checkbox",
    id,
    onchange: () => app.setState(task.id, box.checked ? "done" : "open"),
  });
  const extra = h("p", { class: "planner-extra" });
  const more = h(
    "button",
    { type: "button", class: "planner-more", id: `${id}-more`, "aria-expanded": "false", onclick: () => toggle() },
    h("span", { class: "visually-hidden", lang: words.language }, words.text("planner-more", { task: task.text })),
  );
  const label = h(
    "label",
    { for: id, lang: app.lang(step.language) },
    box,
    h("span", {}, ...wordsOf(app, task)),
  );
  const element = h("li", { class: "planner-task" }, h("div", { class: "planner-task-line" }, label, more), extra);
  let details = /** @type {HTMLElement | null} */ (null);
  function toggle() {
    if (details) details.remove();
    details = details ? null : taskDetails(app, task, id);
    if (details) element.append(details);
    more.setAttribute("aria-expanded", String(details !== null));
  }
  function update() {
    const { state, note, who } = said(app.plan, task.id);
    box.checked = state === "done";
    element.classList.toggle("is-done", state === "done");
    element.classList.toggle("is-not-for-us", state === "not-for-us");
    const parts = [state === "not-for-us" ? words.text("status-not-for-us") : "", who, note].filter(Boolean);
    extra.textContent = parts.join(" · ");
    extra.hidden = parts.length === 0;
    const skip = /** @type {HTMLInputElement | null} */ (element.querySelector("[data-not-for-us]"));
    if (skip) skip.checked = state === "not-for-us";
  }
  update();
  return { element, task: task.id, update };
}

/** The words of a task, with what is to know about it. @param {App} app @param {TaskView} task */
function wordsOf({ words, newTasks }, { id, text, condition }) {
  const isNew = newTasks.has(id) ? h("strong", { class: "planner-badge" }, words.text("planner-new")) : null;
  const only = condition ? ` (${words.text("only-if", { condition })})` : "";
  return [
    isNew,
    isNew ? " " : null,
    text,
    only ? h("span", { class: "condition", lang: words.language }, only) : null,
  ];
}

/** @param {App} app @param {TaskView} task @param {string} id */
function taskDetails(app, task, id) {
  const { words } = app;
  const { state, note, who } = said(app.plan, task.id);
  const person = h("input", {
    type: "text",
    id: `${id}-who`,
    value: who,
    maxlength: LONGEST_NAME,
    list: "planner-people",
    autocomplete: "off",
    oninput: () => app.record(task.id, "who", person.value.trim()),
  });
  const text = h("textarea", {
    id: `${id}-note`,
    rows: 2,
    maxlength: 2000,
    oninput: () => app.record(task.id, "note", text.value.trim()),
  });
  text.value = note;
  const skip = h("input", {
    type: "checkbox",
    id: `${id}-skip`,
    checked: state === "not-for-us",
    "data-not-for-us": true,
    onchange: () => app.setState(task.id, skip.checked ? "not-for-us" : "open"),
  });
  return h(
    "div",
    { class: "planner-details", lang: words.language },
    field(words.text("planner-who"), person),
    field(words.text("planner-note"), text),
    h("label", { class: "planner-check", for: `${id}-skip` }, skip, h("span", {}, words.text("status-not-for-us"))),
  );
}
