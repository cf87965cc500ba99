/** Handing over: a link and its QR code, the plan as a file, and a colleague's file put together with this plan. */

/** @import { App } from "./app.js" */
/** @import { Change, Merge, SavedPlan } from "./saved-plan.js" */

import { generate } from "lean-qr";

import { fragmentOf } from "./link.js";
import { FileFault, readPlanFile, writePlan } from "./plan-file.js";
import { mergePlans } from "./saved-plan.js";
import { copyText } from "../shared/acts.js";
import { button, download, field, fileName, h } from "../shared/dom.js";

/** @param {App} app */
export function sharePanel(app) {
  const { words } = app;
  const plan = /** @type {SavedPlan} */ (app.plan);
  const parts = [];
  if (app.occasion) parts.push(...linkParts(app, plan));
  const name = `${fileName(plan.name.value)}.plan.json`;
  parts.push(
    h("h3", {}, words.text("planner-file")),
    h("p", {}, words.text("planner-file-hint")),
    h(
      "div",
      { class: "planner-row" },
      button(words.text("planner-file-save"), () => {
        download(name, "application/json", writePlan(plan));
        app.announce(words.text("planner-said-file", { name }));
      }),
    ),
    ...openFile(app),
  );
  return parts;
}

/** @param {App} app @param {SavedPlan} plan */
function linkParts(app, plan) {
  const { words } = app;
  const base = location.protocol.startsWith("http")
    ? location.origin + location.pathname
    : app.planner.playbook.address;
  const address = base + fragmentOf(plan.settings.value, plan.name.value);
  const text = h("input", {
    type: "text",
    id: "planner-link",
    value: address,
    readonly: true,
    dir: "ltr",
    onfocus: () => text.select(),
  });
  const failed = () => {
    text.focus();
    app.announce(words.text("planner-copy-failed"));
  };
  const copy = () => copyText(address, () => app.announce(words.text("planner-said-copied")), failed);
  return [
    h("h3", {}, words.text("planner-link")),
    h("p", {}, words.text("planner-link-hint")),
    h(
      "div",
      { class: "planner-row" },
      field(words.text("planner-link-label"), text),
      button(words.text("planner-copy"), copy),
    ),
    h(
      "figure",
      { class: "planner-qr" },
      qrCode(address, words.text("planner-qr")),
      h("figcaption", {}, words.text("planner-qr-hint")),
    ),
  ];
}

/** @param {string} text @param {string} label */
function qrCode(text, label) {
  const space = "http://www.w3.org/2000/svg";
  const code = generate(text);
  const size = code.size + 8;
  let path = "";
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x + 4} ${y + 4}h1v1h-1z`;
  const svg = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({
    viewBox: `0 0 ${size} ${size}`,
    role: "img",
    "aria-label": label,
    "shape-rendering": "crispEdges",
  }))
    svg.setAttribute(name, value);
  const dark = document.createElementNS(space, "path");
  dark.setAttribute("d", path);
  svg.append(dark);
  return svg;
}

/**
 * Open a plan file: what is in it is shown first, and nothing is kept before somebody says so.
 * @param {App} app
 */
export function openFile(app) {
  const { words } = app;
  const output = h("div", { class: "planner-import", "aria-live": "polite" });
  const input = h("input", { type: "file", id: "planner-open-file", accept: ".json,application/json" });
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      output.replaceChildren(...offer(app, await readPlanFile(file)));
    } catch (fault) {
      if (!(fault instanceof FileFault)) throw fault;
      output.replaceChildren(h("p", { class: "planner-fault" }, words.text(`planner-file-${fault.message}`)));
    }
    input.value = "";
  });
  return [field(words.text("planner-file-open"), input, words.text("planner-file-open-hint")), output];
}

/** What can be done with a plan that came in. @param {App} app @param {SavedPlan} theirs @returns {HTMLElement[]} */
function offer(app, theirs) {
  const { words, plan } = app;
  if (theirs.playbook !== app.planner.playbook.id) {
    const other = h("a", { href: `../../${theirs.playbook}/checklist/` }, words.text("planner-file-elsewhere-link"));
    return [h("p", { class: "planner-fault" }, words.text("planner-file-elsewhere"), " ", other)];
  }
  const known = plan?.id === theirs.id ? plan : app.store.load(theirs.id);
  const into = known ?? plan;
  const found = /** @type {HTMLElement[]} */ ([]);
  found.push(
    h("p", {}, words.text("planner-file-read", { name: theirs.name.value, count: Object.keys(theirs.items).length })),
  );
  const buttons = [];
  if (into) {
    const merge = mergePlans(into, theirs);
    found.push(...summary(app, merge));
    buttons.push(
      button(
        words.text("planner-file-merge", { name: into.name.value }),
        () => {
          app.open(app.keep(mergePlans(app.store.load(into.id) ?? into, theirs).plan));
          app.announce(words.text("planner-said-merged", { count: merge.taken.length }));
        },
        { class: "planner-button planner-primary" },
      ),
    );
  }
  if (!known) buttons.push(button(words.text("planner-file-add"), () => app.addPlan(theirs)));
  return [...found, h("div", { class: "planner-row" }, ...buttons)];
}

/** What merging would change, and what it would leave as it is. @param {App} app @param {Merge} merge */
function summary(app, merge) {
  const { words } = app;
  const found = /** @type {HTMLElement[]} */ ([]);
  if (merge.settingsTaken) found.push(h("p", {}, words.text("planner-merge-settings")));
  found.push(h("p", {}, words.count("planner-merge-taken", merge.taken.length)));
  if (merge.taken.length) found.push(changes(app, merge.taken));
  if (merge.kept.length)
    found.push(
      h("p", {}, words.count("planner-merge-kept", merge.kept.length)),
      changes(
        app,
        merge.kept.map((one) => ({ ...one, before: one.after, after: one.before })),
      ),
    );
  return found;
}

/** @param {App} app @param {Change[]} list */
function changes(app, list) {
  const { words } = app;
  const value = (/** @type {Change} */ { field: name }, /** @type {string} */ text) =>
    (name === "state" ? words.text(`status-${text}`) : text) || words.text("planner-empty");
  const labels = {
    state: words.text("column-status"),
    note: words.text("planner-note"),
    who: words.text("planner-who"),
  };
  const items = list.map((change) =>
    h(
      "li",
      {},
      h("strong", {}, change.text),
      ` ${labels[change.field]}: `,
      h("del", {}, value(change, change.before)),
      " → ",
      h("ins", {}, value(change, change.after)),
    ),
  );
  return h("ul", { class: "planner-changes" }, ...items);
}
