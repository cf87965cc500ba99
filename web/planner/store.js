/**
 * Plans in the browser's own storage: one key a plan, so that plans never overwrite each other.
 * Saving merges with what another tab saved meanwhile. Without storage, plans live as long as the page.
 */

/** @import { SavedPlan } from "./saved-plan.js" */

import { readPlan, VERSION, writePlan } from "./plan-file.js";
import { mergePlans } from "./saved-plan.js";

const PREFIX = `draaiboek-plan-${VERSION}:`;
const LAST = `draaiboek-last-${VERSION}:`;

/** @typedef {"saved" | "full" | "blocked"} Outcome */

export class Store {
  /** @param {Storage | null} storage null when the browser keeps nothing */
  constructor(storage) {
    this.storage = storage;
    this.memory = /** @type {Map<string, SavedPlan>} */ (new Map());
    /** How many entries there are that cannot be read; they are left as they are. */
    this.unreadable = 0;
  }

  /** Whether anything is kept after the page is closed. */
  get keeps() {
    return this.storage !== null;
  }

  /** All plans of one playbook, by name. @param {string} playbook */
  list(playbook) {
    this.unreadable = 0;
    const plans = [...this.memory.values()];
    for (const key of this.keys()) {
      const plan = this.load(key.slice(PREFIX.length));
      if (plan && !this.memory.has(plan.id)) plans.push(plan);
      else if (!plan) this.unreadable += 1;
    }
    return plans.filter((plan) => plan.playbook === playbook).sort((a, b) => a.name.value.localeCompare(b.name.value));
  }

  keys() {
    try {
      return Object.keys(this.storage ?? {}).filter((key) => key.startsWith(PREFIX));
    } catch {
      return [];
    }
  }

  /** One plan as it is kept now; null when there is none, or it cannot be read. @param {string} id */
  load(id) {
    try {
      const text = this.storage?.getItem(PREFIX + id);
      return text ? readPlan(text) : (this.memory.get(id) ?? null);
    } catch {
      return null;
    }
  }

  /**
   * Keep a plan, merged with what is there. The merged plan comes back.
   * @param {SavedPlan} plan
   * @returns {{plan: SavedPlan, outcome: Outcome}}
   */
  save(plan) {
    const kept = this.load(plan.id);
    const merged = kept ? mergePlans(plan, kept).plan : plan;
    try {
      if (!this.storage) throw new Error("no storage");
      this.storage.setItem(PREFIX + plan.id, writePlan(merged));
      this.memory.delete(plan.id);
      return { plan: merged, outcome: "saved" };
    } catch {
      this.memory.set(plan.id, merged);
      return { plan: merged, outcome: this.storage ? "full" : "blocked" };
    }
  }

  /** @param {string} id */
  remove(id) {
    this.memory.delete(id);
    try {
      this.storage?.removeItem(PREFIX + id);
    } catch {
      // what cannot be removed was not kept either
    }
  }

  /** The plan of a playbook that was open last. @param {string} playbook */
  last(playbook) {
    try {
      return this.storage?.getItem(LAST + playbook) ?? "";
    } catch {
      return "";
    }
  }

  /** @param {string} playbook @param {string} id */
  setLast(playbook, id) {
    try {
      this.storage?.setItem(LAST + playbook, id);
    } catch {
      // then the first plan opens next time
    }
  }

  /**
   * Hear of it when another tab changes or removes a plan.
   * @param {(id: string, plan: SavedPlan | null) => void} tell
   */
  listen(tell) {
    addEventListener("storage", (event) => {
      if (!event.key?.startsWith(PREFIX)) return;
      const id = event.key.slice(PREFIX.length);
      tell(id, event.newValue === null ? null : this.load(id));
    });
  }
}
