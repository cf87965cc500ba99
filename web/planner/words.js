/**
 * Words: interface strings with placeholders, and dates in the forms that the build hands over (CLDR), so
 * that every browser writes them as the command does.
 */

/** @import { Shared } from "./types.js" */

import { clockText, partsOf } from "./calendar.js";

/** What modules ask for words. */
export class Words {
  /** @param {Shared} shared */
  constructor(shared) {
    this.strings = shared.strings;
    this.dates = shared.dates;
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

  /**
   * A day by a CLDR pattern.
   * @param {number} day
   * @param {string} pattern
   */
  format(day, pattern) {
    const { year, month, date, weekday } = partsOf(day);
    /** @type {Record<string, string | number>} */
    const values = {
      y: year,
      MMMM: this.dates.months[month - 1],
      LLLL: this.dates.months[month - 1],
      MMM: this.dates.monthsShort[month - 1],
      M: month,
      d: date,
      EEEE: this.dates.weekdays[weekday],
      EEE: this.dates.weekdaysShort[weekday],
    };
    return pattern.replace(/'([^']*)'|([a-zA-Z])\2*/g, (token, quoted) => quoted ?? String(values[token] ?? token));
  }

  /** With the weekday: "donderdag 18 maart 2027". @param {number} day */
  fullDay(day) {
    return this.format(day, this.dates.full);
  }

  /** Short enough for a list: "do 18 mrt 2027". @param {number} day */
  shortDay(day) {
    return this.format(day, this.dates.medium);
  }

  /**
   * A stretch of days, or one day.
   * @param {number} first
   * @param {number} last
   */
  days(first, last) {
    if (first === last) return this.format(first, this.dates.long);
    const [from, to] = [partsOf(first), partsOf(last)];
    const differs = from.year !== to.year ? "y" : from.month !== to.month ? "M" : "d";
    const [before, after] = this.dates.interval[differs];
    return this.format(first, before) + this.format(last, after);
  }

  /** A moment as day and clock time, with its end. @param {{start: number, end: number | null}} slot */
  slot(slot) {
    const end = slot.end === null ? "" : `–${clockText(slot.end)}`;
    return `${this.shortDay(Math.floor(slot.start / 1440))}, ${clockText(slot.start)}${end}`;
  }
}
