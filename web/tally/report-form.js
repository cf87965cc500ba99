/** After the day: which meeting it was, and then the blocks to copy and the words of a pull request. */

/** @import { Words } from "../shared/words.js" */
/** @import { Tally } from "./count.js" */
/** @import { About, TallyData } from "./report.js" */

import { isEmpty, report, slug } from "./report.js";
import { copyText } from "../shared/acts.js";
import { button, field, h } from "../shared/dom.js";

/** @typedef {{words: Words, data: TallyData, tally: Tally, announce: (sentence: string) => void}} Host */

/** @param {Host} host */
export function reportForm(host) {
  const { words, data } = host;
  const output = h("div", { class: "tally-report", "aria-live": "polite" });
  const fields = formFields(host);
  const own = h("div", {}, ...fields.own);
  own.hidden = data.events.length > 0;
  fields.event.addEventListener("change", () => (own.hidden = fields.event.value !== ""));
  const make = (/** @type {Event} */ event) => {
    event.preventDefault();
    const about = fields.read();
    const missing = isEmpty(host.tally) ? words.text("tally-nothing") : about ? "" : words.text("tally-incomplete");
    output.replaceChildren(
      ...(about && !missing ? blocks(host, about) : [h("p", { class: "planner-fault" }, missing)]),
    );
  };
  return h(
    "section",
    { class: "planner planner-card", "aria-labelledby": "tally-report" },
    h("h2", { id: "tally-report" }, words.text("tally-report")),
    h("p", {}, words.text("tally-report-hint")),
    h(
      "form",
      { novalidate: true, onsubmit: make },
      data.events.length ? field(words.text("tally-event"), fields.event) : null,
      own,
      h(
        "div",
        { class: "planner-row" },
        h("button", { type: "submit", class: "planner-button planner-primary" }, words.text("tally-make")),
      ),
    ),
    output,
  );
}

/** @param {string} id @param {{id: string, name: string}[]} rows */
const choice = (id, rows) => h("select", { id }, ...rows.map((row) => h("option", { value: row.id }, row.name)));

/** @param {Host} host */
function formFields({ words, data }) {
  const events = data.events.map(({ title }, place) => ({ id: String(place), name: title }));
  const event = choice("tally-event", [...events, { id: "", name: words.text("tally-other-event") }]);
  const playbook = choice("tally-playbook", data.playbooks);
  const date = h("input", { type: "date", id: "tally-date", autocomplete: "off" });
  const elsewhere = { id: "", name: words.text("tally-other-municipality") };
  const municipality = choice("tally-municipality", [elsewhere, ...data.municipalities]);
  const other = h("input", { type: "text", id: "tally-other", maxlength: 60, autocomplete: "off" });
  const named = field(words.text("tally-municipality-name"), other);
  municipality.addEventListener("change", () => (named.hidden = municipality.value !== ""));
  const nobody = { id: "", name: words.text("tally-no-organiser") };
  const organiser = choice("tally-organiser", [nobody, ...data.organisations]);
  /** @returns {About | null} null when something is missing */
  const read = () => {
    const known = event.value === "" ? null : (data.events[Number(event.value)]?.entry ?? null);
    const about = {
      entry: known,
      playbook: playbook.value,
      date: date.value,
      municipality: municipality.value,
      otherMunicipality: other.value.trim(),
      organisers: organiser.value ? [organiser.value] : [],
    };
    return known || (about.date && (about.municipality || slug(about.otherMunicipality))) ? about : null;
  };
  const own = [
    h(
      "div",
      { class: "planner-grid" },
      field(words.text("tally-playbook"), playbook),
      field(words.text("planner-date"), date),
    ),
    h(
      "div",
      { class: "planner-grid" },
      field(words.text("tally-municipality"), municipality),
      named,
      field(words.text("tally-organiser"), organiser),
    ),
  ];
  return { event, own, read };
}

/** @param {Host} host @param {About} about */
function blocks(host, about) {
  const { words } = host;
  const made = report(host.tally, about, host.data, words);
  const parts = made.blocks.flatMap((block, place) =>
    copied(host, block.file, block.intro, block.text, `tally-block-${place}`),
  );
  return [
    ...parts,
    ...copied(
      host,
      words.text("tally-pull"),
      words.text("tally-pull-hint"),
      `${made.title}\n\n${made.description}`,
      "tally-pull-text",
    ),
  ];
}

/** A block of text with a button that copies it. @param {Host} host @param {string} title @param {string} intro @param {string} text @param {string} id */
function copied({ words, announce }, title, intro, text, id) {
  const block = h("pre", { tabindex: 0, id, "aria-label": title }, h("code", {}, text));
  const failed = () => {
    block.focus();
    getSelection()?.selectAllChildren(block);
    announce(words.text("tally-copy-failed"));
  };
  const copy = () => copyText(text, () => announce(words.text("tally-copied")), failed);
  return [h("h3", {}, title), h("p", {}, intro), block, button(words.text("tally-copy"), copy)];
}
