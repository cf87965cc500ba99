/**
 * The tally page: large buttons for who stands at a table on the day itself. It works without a network, keeps
 * the count in this browser, adds up several phones, and writes the result for the project's data files.
 */

/** @import { StandKind } from "./count.js" */
/** @import { TallyData } from "./report.js" */

import {
  LARGEST,
  LONGEST_NAME,
  STAND_KINDS,
  VISITORS,
  addUp,
  keyOf,
  readTally,
  standOf,
  total,
  writeTally,
} from "./count.js";
import { Counter } from "./counter.js";
import { reportForm } from "./report-form.js";
import { totals } from "./totals.js";
import { announcer, dangerButton, focusedIn } from "../shared/acts.js";
import { button, download, field, h } from "../shared/dom.js";
import { register } from "../shared/offline.js";
import { pageData } from "../shared/page-data.js";
import { Words } from "../shared/words.js";

class Page {
  /** @param {Words} words @param {TallyData} data @param {HTMLElement} root */
  constructor(words, data, root) {
    this.words = words;
    this.data = data;
    this.counter = new Counter(() => this.draw());
    this.stand = this.tally.stands[0]?.id ?? "";
    this.notice = "";
    const { status, announce } = announcer();
    this.announce = announce;
    this.root = h("div", { class: "planner tally" });
    root.replaceChildren(this.root, reportForm(this), status);
  }

  get tally() {
    return this.counter.tally;
  }

  /** @param {string} key @param {string} name @param {1 | -1} step */
  count(key, name, step) {
    this.counter.count(key, step);
    this.announce(this.words.text("tally-said", { name, count: total(this.tally, key) }));
    navigator.vibrate?.(20);
  }

  draw() {
    const focused = focusedIn(this.root);
    const parts = [
      this.notice ? h("p", { class: "planner-fault", role: "alert" }, this.notice) : null,
      this.counter.kept ? null : h("p", { class: "planner-fault" }, this.words.text("tally-not-kept")),
      this.door(),
      this.atStand(),
      totals(this.words, this.tally, this.data.appointments),
      this.together(),
    ];
    this.root.replaceChildren(...parts.filter((part) => part !== null));
    if (focused) document.getElementById(focused)?.focus();
  }

  /** A large button that counts, and a small one that takes one back. @param {string} key @param {string} name @param {string} id */
  buttons(key, name, id) {
    return h(
      "div",
      { class: "tally-counter" },
      h(
        "button",
        { type: "button", class: "tally-plus", id, onclick: () => this.count(key, name, 1) },
        h("span", {}, name),
        h("strong", {}, String(total(this.tally, key))),
      ),
      h(
        "button",
        {
          type: "button",
          class: "tally-minus",
          id: `${id}-less`,
          onclick: () => this.count(key, name, -1),
        },
        h("span", { "aria-hidden": "true" }, "−1"),
        h("span", { class: "visually-hidden" }, this.words.text("tally-less", { name })),
      ),
    );
  }

  door() {
    const { words } = this;
    return h(
      "section",
      { class: "planner-card", "aria-labelledby": "tally-door" },
      h("h2", { id: "tally-door" }, words.text("tally-door")),
      this.buttons(VISITORS, words.text("tally-visitor"), "tally-visitors"),
    );
  }

  /** Appointments at one stand, and how to choose or add a stand. */
  atStand() {
    const { words } = this;
    const stand = this.tally.stands.find(({ id }) => id === this.stand) ?? this.tally.stands[0];
    const choose = h(
      "select",
      {
        id: "tally-stand",
        onchange: () => {
          this.stand = choose.value;
          this.draw();
        },
      },
      ...this.tally.stands.map(({ id, name, kind }) =>
        h("option", { value: id, selected: id === stand?.id }, `${name} (${words.text(`tally-kind-${kind}`)})`),
      ),
    );
    const counters = stand
      ? this.data.appointments.map((kind) =>
          this.buttons(keyOf(stand, kind), words.text(`tally-${kind}`), `tally-count-${kind}`),
        )
      : [];
    return h(
      "section",
      { class: "planner-card", "aria-labelledby": "tally-appointments" },
      h("h2", { id: "tally-appointments" }, words.text("tally-appointments")),
      stand ? field(words.text("tally-at"), choose) : h("p", {}, words.text("tally-no-stand")),
      h("div", { class: "tally-counters" }, ...counters),
      this.addStand(stand === undefined),
    );
  }

  /** @param {boolean} open */
  addStand(open) {
    const { words } = this;
    const name = h("input", {
      type: "text",
      id: "tally-new-name",
      maxlength: LONGEST_NAME,
      required: true,
      autocomplete: "off",
    });
    const kind = h(
      "select",
      { id: "tally-new-kind" },
      ...STAND_KINDS.map((one) => h("option", { value: one }, words.text(`tally-kind-${one}`))),
    );
    const add = (/** @type {Event} */ event) => {
      event.preventDefault();
      if (!name.value.trim()) return name.focus();
      const made = standOf(/** @type {StandKind} */ (kind.value), name.value);
      this.stand = made.id;
      this.counter.change((tally) => ({
        ...tally,
        stands: tally.stands.some(({ id }) => id === made.id) ? tally.stands : [...tally.stands, made],
      }));
      this.announce(words.text("tally-said-stand", { name: made.name }));
      document.getElementById(`tally-count-${this.data.appointments[0]}`)?.focus();
    };
    return h(
      "details",
      { class: "planner-more-ways", open },
      h("summary", {}, words.text("tally-add-stand")),
      h(
        "form",
        { class: "planner-row", onsubmit: add },
        field(words.text("tally-stand-name"), name),
        field(words.text("tally-stand-kind"), kind),
        h("button", { type: "submit", class: "planner-button" }, words.text("tally-add")),
      ),
    );
  }

  /** Several phones: a file from each, added up. */
  together() {
    const { words } = this;
    const input = h("input", { type: "file", id: "tally-file", accept: ".json,application/json" });
    input.addEventListener("change", async () => {
      const file = input.files?.[0];
      if (!file) return;
      const theirs = file.size > LARGEST ? null : readTally(await file.text());
      this.notice = theirs ? "" : words.text("tally-file-broken");
      if (!theirs) return this.draw();
      this.counter.change((tally) => addUp(tally, theirs));
      this.announce(words.text("tally-said-added"));
    });
    const save = () => download("telling.json", "application/json", writeTally(this.tally));
    return h(
      "details",
      { class: "planner-more-ways" },
      h("summary", {}, words.text("tally-together")),
      h("p", {}, words.text("tally-together-hint")),
      h("div", { class: "planner-row" }, button(words.text("tally-save"), save), this.restartButton()),
      field(words.text("tally-open"), input),
    );
  }

  restartButton() {
    const { words } = this;
    const restart = () => {
      this.stand = "";
      this.counter.restart();
    };
    const [label, sure] = [words.text("tally-restart"), words.text("tally-restart-sure")];
    return dangerButton("tally-restart", label, sure, this.announce, restart);
  }
}

function start() {
  const data = pageData("tally-data");
  const root = document.getElementById("tally");
  if (!data || !root) return;
  new Page(new Words(data.shared), /** @type {TallyData} */ (data.own), root).draw();
  register();
}

start();
