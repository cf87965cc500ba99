/**
 * The count of this device, kept in its browser: every change reads what is kept first, because another tab may
 * have counted since.
 */

/** @import { Tally } from "./count.js" */

import { DEVICE, emptyTally, readTally, writeTally } from "./count.js";
import { openStorage, randomName } from "../shared/storage.js";

const KEY = "draaiboek-tally-1";
const DEVICE_KEY = "draaiboek-device-1";

export class Counter {
  /** @param {() => void} changed called after every change, also one in another tab */
  constructor(changed) {
    this.changed = changed;
    this.storage = openStorage();
    /** Whether the count survives this page. */
    this.kept = this.storage !== null;
    this.device = this.ownDevice();
    this.tally = /** @type {Tally} */ (emptyTally());
    this.tally = this.load();
    addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      this.tally = this.load();
      this.changed();
    });
  }

  /** A name for this device that says nothing about it. */
  ownDevice() {
    const made = randomName("d", 8);
    try {
      const kept = this.storage?.getItem(DEVICE_KEY);
      return kept && DEVICE.test(kept) ? kept : made;
    } catch {
      return made;
    }
  }

  /** The count as it is kept now. @returns {Tally} */
  load() {
    try {
      return readTally(this.storage?.getItem(KEY) ?? "") ?? this.tally;
    } catch {
      return this.tally;
    }
  }

  /** Change the count and keep it. @param {(tally: Tally) => Tally} change */
  change(change) {
    this.keep(change(this.kept ? this.load() : this.tally));
  }

  /** Begin at nothing; what was kept goes. */
  restart() {
    this.keep(emptyTally());
  }

  /** @param {Tally} tally */
  keep(tally) {
    this.tally = tally;
    try {
      if (!this.storage) throw new Error("no storage");
      this.storage.setItem(DEVICE_KEY, this.device);
      this.storage.setItem(KEY, writeTally(tally));
      this.kept = true;
    } catch {
      this.kept = false;
    }
    this.changed();
  }

  /** One more, or one less than was counted on this device. @param {string} key @param {1 | -1} step */
  count(key, step) {
    this.change((tally) => {
      const counts = (tally.devices[this.device] ??= {});
      counts[key] = Math.max(0, (counts[key] ?? 0) + step);
      return tally;
    });
  }
}
