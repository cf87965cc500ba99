/**
 * Every way to change what the page shows: open, make, merge and remove plans, and record what was done.
 * Views ask and tell here; nothing else changes a plan.
 */

/** @import { Planner } from "./checklist.js" */
/** @import { Field, SavedPlan, Settings, TaskState } from "./saved-plan.js" */
/** @import { Store } from "./store.js" */

import { isoDay } from "./days.js";
import { NO_SETTINGS, newId, newPlan, stamp } from "./saved-plan.js";
import { State } from "./state.js";

export class App extends State {
  /**
   * @param {Planner} planner
   * @param {Store} store
   */
  constructor(planner, store) {
    super(planner, store);
    /** Draw everything again. Set by the page. */
    this.redraw = () => {};
    /** Bring what shows one task, and the progress, up to date. Set by the page. @type {(task: string) => void} */
    this.refresh = () => {};
    /** Say something to who cannot see the change. Set by the page. @type {(sentence: string) => void} */
    this.announce = () => {};
    store.listen((id, plan) => this.changedElsewhere(id, plan));
  }

  /** Open the plan that was open last. */
  resume() {
    const plans = this.plans;
    const last = this.store.last(this.planner.playbook.id);
    this.plan = plans.find((plan) => plan.id === last) ?? plans[0] ?? null;
    if (this.store.unreadable) this.notice = this.words.text("planner-unreadable");
    this.derivePlan();
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

  /** @param {Settings} settings @param {string} [name] */
  create(settings, name) {
    const plan = newPlan(this.planner.playbook.id, name || this.nameFor(settings), settings, this.taskIds);
    this.open(this.keep(plan));
    const count = this.steps.reduce((sum, step) => sum + step.tasks.length, 0);
    this.announce(
      this.words.text("planner-said-created", { name: plan.name.value, steps: this.steps.length, tasks: count }),
    );
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
      this.plan = newPlan(this.planner.playbook.id, this.nameFor(NO_SETTINGS), NO_SETTINGS, this.taskIds);
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
