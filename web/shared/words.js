/** The interface strings of a page's language, with placeholders. */

/** @import { Shared } from "./types.js" */

/** What modules ask for words. */
export class Words {
  /** @param {Shared} shared */
  constructor(shared) {
    this.strings = shared.strings;
    this.language = shared.language;
  }

  /**
   * An interface string.
   * @param {string} key
   * @param {Record<string, string | number>} [values] for its placeholders
   */
  text(key, values = {}) {
    const found = this.strings[key];
    if (found === undefined) throw new Error(`no string ${key}`);
    return found.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
  }

  /**
   * A string that has a form of its own for one.
   * @param {string} key
   * @param {number} count
   * @param {Record<string, string | number>} [values]
   */
  count(key, count, values = {}) {
    return this.text(`${key}-${count === 1 ? "one" : "many"}`, { count, ...values });
  }
}
