/**
 * The checklist page as a planner: a date gives every step its day, and the plan stays in this browser.
 * Without this script the page remains a complete checklist to print.
 */

/** @import { Playbook } from "./types.js" */
/** @import { Row } from "./task-row.js" */

import { App } from "./app.js";
import { Planner } from "./checklist.js";
import { readFragment, sameSettings } from "./link.js";
import { controls, list, progressText } from "./list.js";
import { now } from "./now.js";
import { planHead, planWarnings, progress } from "./plan-head.js";
import { planList } from "./plans-panel.js";
import { said } from "./saved-plan.js";
import { settingsForm } from "./settings-form.js";
import { openFile } from "./share-panel.js";
import { Store } from "./store.js";
import { announcer, focusedIn } from "../shared/acts.js";
import { h } from "../shared/dom.js";
import { register } from "../shared/offline.js";
import { pageData } from "../shared/page-data.js";
import { openStorage } from "../shared/storage.js";

/** What stays: the checklist of the page, and where the planner is drawn. */
class Page {
  /** @param {App} app @param {HTMLElement} checklist */
  constructor(app, checklist) {
    this.app = app;
    this.checklist = checklist;
    this.rows = /** @type {Row[]} */ ([]);
    this.drawn = false;
    const { status, announce } = announcer();
    this.status = status;
    this.root = h("div", { class: "planner" });
    /** The undated files to take along; a plan has its own ways. */
    this.downloads = /** @type {HTMLElement | null} */ (document.querySelector(".downloads"));
    (this.downloads ?? checklist).before(this.root, this.status);
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (
      checklist.querySelectorAll('.tasks input[type="checkbox"]')
    )) {
      // A tick without a plan begins one, without a date.
      box.addEventListener("change", () => this.tick(box));
    }
    app.redraw = () => this.draw();
    app.refresh = (task) => this.refresh(task);
    app.announce = announce;
  }

  /** @param {HTMLInputElement} box */
  tick(box) {
    this.app.setState(box.id.replace(/^task-/, ""), box.checked ? "done" : "open");
    this.draw();
    document.getElementById(box.id)?.focus();
  }

  /** Draw everything again; what had the focus keeps it. */
  draw() {
    const { app } = this;
    const focused = focusedIn(this.root);
    const hadPlan = this.root.querySelector("#planner-title") !== null;
    this.rows = [];
    this.root.replaceChildren(...(app.plan ? this.planParts() : this.startParts()));
    this.showChecklist(app.plan === null);
    if (focused)
      (
        document.getElementById(focused) ?? document.getElementById(app.plan ? "planner-title" : "planner-date")
      )?.focus();
    else if (app.plan && !hadPlan && this.drawn) document.getElementById("planner-title")?.focus();
    this.drawn = true;
  }

  /** The page's own list makes way for the plan's: the same ids cannot stand there twice. @param {boolean} show */
  showChecklist(show) {
    if (this.downloads) this.downloads.hidden = !show;
    if (!show) return this.checklist.remove();
    if (this.checklist.isConnected) return;
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.checklist.querySelectorAll("input")))
      box.checked = false;
    (this.downloads ?? this.status).after(this.checklist);
  }

  /** Without a plan: how to begin one. */
  startParts() {
    const { app } = this;
    const { words } = app;
    return [
      this.notice(),
      h(
        "section",
        { class: "planner-card planner-begin", "aria-labelledby": "planner-start" },
        h("h2", { id: "planner-start", tabindex: -1 }, words.text("planner-start")),
        h("p", {}, words.text(app.proposal ? "planner-start-shared" : "planner-start-hint")),
        app.store.keeps ? null : h("p", { class: "planner-kept" }, words.text("planner-kept-blocked")),
        settingsForm(app, null),
        ...planList(app),
        h(
          "details",
          { class: "planner-more-ways" },
          h("summary", {}, words.text("planner-have-file")),
          ...openFile(app),
        ),
      ),
    ].filter((part) => part !== null);
  }

  planParts() {
    const { app } = this;
    const people = new Set(
      Object.keys(app.plan?.items ?? {})
        .map((task) => said(app.plan, task).who)
        .filter(Boolean),
    );
    return [
      this.notice(),
      planHead(app),
      planWarnings(app),
      this.newTasks(),
      now(app, this.rows),
      controls(app),
      list(app, this.rows),
      this.dropped(),
      this.vanished(),
      h("datalist", { id: "planner-people" }, ...[...people].map((name) => h("option", { value: name }))),
    ].filter((part) => part !== null);
  }

  notice() {
    const sentence = this.app.notice;
    return sentence ? h("p", { class: "planner-fault", role: "alert" }, sentence) : null;
  }

  newTasks() {
    const { app } = this;
    const count = app.newTasks.size;
    if (!count) return null;
    const seen = h(
      "button",
      { type: "button", class: "planner-button", onclick: () => app.markSeen() },
      app.words.text("planner-seen"),
    );
    return h("div", { class: "planner-news" }, h("p", {}, app.words.count("planner-new-tasks", count)), seen);
  }

  dropped() {
    const { app } = this;
    if (!app.view.dropped.length) return null;
    const items = app.view.dropped.flatMap((step) => [
      h("dt", {}, `${step.title} (${step.roleName})`),
      h("dd", {}, step.why),
    ]);
    return h(
      "section",
      { class: "dropped", "aria-labelledby": "dropped-steps" },
      h("h2", { id: "dropped-steps" }, app.words.text("document-dropped")),
      h("p", {}, app.words.text("document-dropped-intro")),
      h("dl", { class: "dropped-steps" }, ...items),
    );
  }

  vanished() {
    const { app } = this;
    if (!app.vanished.length) return null;
    const items = app.vanished.map(([task, item]) => {
      const { state, who, note } = said(app.plan, task);
      return h(
        "li",
        {},
        item.text,
        h("p", { class: "planner-extra" }, [app.words.text(`status-${state}`), who, note].filter(Boolean).join(" · ")),
      );
    });
    return h(
      "section",
      { class: "planner-vanished", "aria-labelledby": "planner-vanished" },
      h("h2", { id: "planner-vanished" }, app.words.text("planner-vanished")),
      h("p", {}, app.words.text("planner-vanished-hint")),
      h("ul", {}, ...items),
    );
  }

  /** Bring every row of one task and the progress up to date, without touching the rest. @param {string} task */
  refresh(task) {
    const { app } = this;
    for (const row of this.rows) if (row.task === task) row.update();
    const box = document.getElementById("planner-progress");
    if (box) {
      const open = box.querySelector("details")?.open ?? false;
      box.replaceChildren(...progress(app));
      box.querySelector("details")?.toggleAttribute("open", open);
    }
    for (const phase of app.view.phases) {
      const text = this.root.querySelector(`[data-progress="${phase.id}"]`);
      if (text) text.textContent = progressText(app, phase.steps);
    }
  }
}

/** Take the date and circumstances of a shared link, unless there is such a plan already. @param {App} app */
function followLink(app) {
  const found = readFragment(location.hash, app.planner);
  if (found === null) return false;
  history.replaceState(null, "", location.pathname + location.search);
  if (found === "fault") {
    app.notice = app.words.text("planner-link-fault");
    return false;
  }
  const same = app.plans.find((plan) => sameSettings(found.settings, plan.settings.value));
  if (same) app.open(same);
  else app.startNew(found);
  return true;
}

/** Read the words of the tasks in the list on the page: sent once, they are enough. @param {Playbook} playbook */
function withTasks(playbook) {
  for (const task of playbook.steps.flatMap((step) => step.tasks)) {
    task.text = document.querySelector(`#task-${task.id} + span`)?.firstChild?.textContent?.trim() ?? "";
  }
  return playbook;
}

function start() {
  const data = pageData("planner-playbook");
  const checklist = /** @type {HTMLElement | null} */ (document.querySelector(".checklist"));
  if (!data || !checklist) return;
  const planner = new Planner(data.shared, withTasks(data.own));
  const app = new App(planner, new Store(openStorage()));
  const page = new Page(app, checklist);
  app.resume();
  if (!followLink(app)) page.draw();
  addEventListener("hashchange", () => {
    if (location.hash.includes("=")) followLink(app) || page.draw();
  });
  register();
}

start();
