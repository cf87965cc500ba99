/**
 * What the page shows: the plan that is open, how it is looked at, and what follows from both. Reads only.
 */

/** @import { ChecklistView, Occasion, StepView } from "./types.js" */
/** @import { Planner } from "./checklist.js" */
/** @import { SavedPlan, Settings } from "./saved-plan.js" */
/** @import { Outcome, Store } from "./store.js" */

import { parseClock, parseDay, todayInBrussels } from "./days.js";
import { hasContent, said } from "./saved-plan.js";

/** @typedef {"settings" | "share" | "take" | "plans" | ""} PanelName */

export class State {
  /**
   * @param {Planner} planner
   * @param {Store} store
   */
  constructor(planner, store) {
    this.planner = planner;
    this.words = planner.words;
    this.store = store;
    this.today = todayInBrussels(new Date());
    this.plan = /** @type {SavedPlan | null} */ (null);
    this.outcome = /** @type {Outcome} */ (store.keeps ? "saved" : "blocked");
    this.panel = /** @type {PanelName} */ ("");
    this.role = "";
    this.sorted = false;
    this.showDone = true;
    /** What to propose in the form of a new plan: what a link brought. */
    this.proposal = /** @type {{settings: Settings, name: string} | null} */ (null);
    /** A sentence that stays in view until the next thing happens: something did not work, or came from elsewhere. */
    this.notice = "";
    this.view = /** @type {ChecklistView} */ (this.derive(null));
  }

  /** @param {Settings | null} settings */
  occasionOf(settings) {
    const first = settings ? parseDay(settings.date) : null;
    if (!settings || first === null || !this.planner.calendar.knows(first)) return null;
    const opens = parseClock(settings.opens);
    return /** @type {Occasion} */ ({
      firstDay: first,
      lastDay: first + this.planner.playbook.days - 1,
      opens,
      closes: parseClock(settings.closes),
    });
  }

  /** The view of some settings. @param {Settings | null} settings */
  derive(settings) {
    return this.planner.derive({
      occasion: this.occasionOf(settings),
      circumstances: this.known(settings?.circumstances ?? {}),
      today: this.today,
      start: settings ? parseDay(settings.start) : null,
    });
  }

  /** Circumstances that this playbook's site still knows. @param {Record<string, string>} given */
  known(given) {
    const facets = this.planner.shared.circumstances;
    return Object.fromEntries(
      Object.entries(given).filter(([facet, value]) =>
        facets.find(({ id }) => id === facet)?.values.some(({ id }) => id === value),
      ),
    );
  }

  /** @returns {StepView[]} */
  get steps() {
    return this.view.phases.flatMap((phase) => phase.steps);
  }

  get occasion() {
    return this.occasionOf(this.plan?.settings.value ?? null);
  }

  get taskIds() {
    return this.planner.playbook.steps.flatMap((step) => step.tasks.map((task) => task.id));
  }

  /** Tasks that came into the playbook after the plan was made. */
  get newTasks() {
    const seen = new Set(this.plan?.seen);
    return this.plan ? new Set(this.taskIds.filter((task) => !seen.has(task))) : new Set();
  }

  /** What was recorded about tasks that the playbook no longer has. */
  get vanished() {
    const present = new Set(this.taskIds);
    return Object.entries(this.plan?.items ?? {}).filter(([task, item]) => !present.has(task) && hasContent(item));
  }

  get plans() {
    return this.store.list(this.planner.playbook.id);
  }

  /** The name a plan gets until somebody gives it another. @param {Settings} settings */
  nameFor(settings) {
    const day = parseDay(settings.date);
    const { title } = this.planner.playbook;
    return day === null
      ? title
      : this.words.text("planner-default-name", { title, day: this.words.format(day, this.words.dates.long) });
  }

  /** What the `lang` of an element is whose words may be in another language. @param {string} language */
  lang(language) {
    return language === this.words.language ? null : language;
  }

  /** The tasks of a step that are still to be done. @param {StepView} step */
  openTasks(step) {
    return step.tasks.filter((task) => said(this.plan, task.id).state === "open");
  }

  /**
   * How much of some steps is done, of what counts for this plan.
   * @param {StepView[]} steps
   */
  progress(steps) {
    const states = steps.flatMap((step) => step.tasks.map((task) => said(this.plan, task.id).state));
    const counted = states.filter((state) => state !== "not-for-us");
    return { done: counted.filter((state) => state === "done").length, all: counted.length };
  }

  derivePlan() {
    this.view = this.derive(this.plan?.settings.value ?? null);
  }
}
