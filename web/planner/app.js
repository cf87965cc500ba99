/**
 * What the page is doing: the plan that is open, how it is looked at, and every way to change it.
 * Views ask here and tell here; nothing else changes a plan.
 */

/** @import { ChecklistView, Occasion, StepView } from "./types.js" */
/** @import { Planner } from "./checklist.js" */
/** @import { Field, SavedPlan, Settings, TaskState } from "./saved-plan.js" */
/** @import { Outcome, Store } from "./store.js" */

import { isoDay, parseClock, parseDay, todayInBrussels } from "./calendar.js";
import { hasContent, newId, newPlan, said, stamp } from "./saved-plan.js";

/** @typedef {"settings" | "share" | "take" | "plans" | ""} PanelName */

export class App {
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
    /** Draw everything again. Set by the page. */
    this.redraw = () => {};
    /** Bring what shows one task, and the progress, up to date. Set by the page. @type {(task: string) => void} */
    this.refresh = () => {};
    /** Say something to who cannot see the change. Set by the page. @type {(sentence: string) => void} */
    this.announce = () => {};
    store.listen((id, plan) => this.changedElsewhere(id, plan));
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
      Object.entries(given).filter(([facet, value]) => facets.find(({ id }) => id === facet)?.values.some(({ id }) => id === value)),
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

  /** Open the plan that was open last. */
  resume() {
    const plans = this.plans;
    const last = this.store.last(this.planner.playbook.id);
    this.plan = plans.find((plan) => plan.id === last) ?? plans[0] ?? null;
    if (this.store.unreadable) this.notice = this.words.text("planner-unreadable");
    this.derivePlan();
  }

  derivePlan() {
    this.view = this.derive(this.plan?.settings.value ?? null);
  }

  /** @param {SavedPlan} plan */
  open(plan) {
    this.plan = plan;
    this.panel = "";
    this.proposal = null;
    this.notice = "";
    this.store.setLast(this.planner.playbook.id, plan.id);
    this.derivePlan();
    this.redraw();
  }

  /** Put a plan aside and show the form for a new one. @param {{settings: Settings, name: string} | null} [proposal] */
  startNew(proposal = null) {
    this.plan = null;
    this.proposal = proposal;
    this.panel = "";
    this.derivePlan();
    this.redraw();
  }

  /** The name a plan gets until somebody gives it another. @param {Settings} settings */
  nameFor(settings) {
    const day = parseDay(settings.date);
    const { title } = this.planner.playbook;
    return day === null ? title : this.words.text("planner-default-name", { title, day: this.words.format(day, this.words.dates.long) });
  }

  /** @param {Settings} settings @param {string} [name] */
  create(settings, name) {
    const plan = newPlan(this.planner.playbook.id, name || this.nameFor(settings), settings, this.taskIds);
    this.open(this.keep(plan));
    const count = this.steps.reduce((sum, step) => sum + step.tasks.length, 0);
    this.announce(this.words.text("planner-said-created", { name: plan.name.value, steps: this.steps.length, tasks: count }));
  }

  /** Keep a plan and note how that went. @param {SavedPlan} plan */
  keep(plan) {
    const { plan: merged, outcome } = this.store.save(plan);
    this.outcome = outcome;
    return merged;
  }

  /** Change the open plan: `change` gets a copy. @param {(plan: SavedPlan) => void} change */
  change(change) {
    if (!this.plan) return;
    const copy = structuredClone(this.plan);
    change(copy);
    const before = this.outcome;
    this.plan = this.keep(copy);
    if (this.outcome !== before) this.redraw();
  }

  /** @param {Settings} settings */
  setSettings(settings) {
    const automatic = this.plan && this.plan.name.value === this.nameFor(this.plan.settings.value);
    this.change((plan) => {
      plan.settings = stamp(settings, plan.settings);
      if (automatic) plan.name = stamp(this.nameFor(settings), plan.name);
    });
    this.panel = "";
    this.derivePlan();
    this.redraw();
    this.announce(this.words.text("planner-said-changed", { steps: this.steps.length }));
  }

  /** @param {string} name */
  rename(name) {
    this.change((plan) => (plan.name = stamp(name, plan.name)));
    this.redraw();
  }

  /** The plan begins today: what is overdue moves to the days that are left. */
  restart() {
    if (this.plan) this.setSettings({ ...this.plan.settings.value, start: isoDay(this.today) });
  }

  /**
   * Record something about a task; without a plan this begins one without a date.
   * @param {string} task
   * @param {Field} field
   * @param {string} value
   */
  record(task, field, value) {
    if (!this.plan) {
      const settings = { date: "", opens: "", closes: "", start: "", circumstances: {} };
      this.plan = newPlan(this.planner.playbook.id, this.nameFor(settings), settings, this.taskIds);
      this.store.setLast(this.planner.playbook.id, this.plan.id);
    }
    const step = this.planner.playbook.steps.find((found) => found.tasks.some(({ id }) => id === task));
    this.change((plan) => {
      const text = step?.tasks.find(({ id }) => id === task)?.text ?? plan.items[task]?.text ?? "";
      const item = (plan.items[task] ??= { step: step?.id ?? "", text });
      item.text = text;
      item[field] = /** @type {any} */ (stamp(value, item[field]));
    });
    this.refresh(task);
  }

  /** @param {string} task @param {TaskState} state */
  setState(task, state) {
    this.record(task, "state", state);
    const { done, all } = this.progress(this.steps);
    this.announce(this.words.text(`planner-said-${state}`, { done, all }));
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

  /** The new tasks have been looked at. */
  markSeen() {
    this.change((plan) => (plan.seen = [...new Set([...plan.seen, ...this.taskIds])].sort()));
    this.redraw();
    this.announce(this.words.text("planner-said-seen"));
  }

  /** Keep a plan that came from elsewhere as one of its own. @param {SavedPlan} plan */
  addPlan(plan) {
    const taken = this.store.load(plan.id) !== null;
    this.open(this.keep(taken ? { ...plan, id: newId() } : plan));
    this.announce(this.words.text("planner-said-opened", { name: plan.name.value }));
  }

  /** @param {string} id */
  remove(id) {
    this.store.remove(id);
    if (this.plan?.id === id) this.plan = this.plans[0] ?? null;
    if (!this.plan) this.panel = "";
    this.derivePlan();
    this.redraw();
    this.announce(this.words.text("planner-said-removed"));
  }

  /** Another tab changed or removed a plan. @param {string} id @param {SavedPlan | null} plan */
  changedElsewhere(id, plan) {
    if (this.plan?.id !== id) return;
    if (!plan) {
      this.plan = null;
      this.panel = "";
      this.notice = this.words.text("planner-removed-elsewhere");
    } else {
      // Merged, not taken over: the other tab may not have known yet what was changed here.
      const merged = this.store.save(this.plan).plan;
      if (JSON.stringify(merged) === JSON.stringify(this.plan)) return;
      this.plan = merged;
    }
    this.derivePlan();
    this.redraw();
  }
}
