/**
 * Words with dates in the forms that the build hands over (CLDR), so that every browser writes them as the
 * command does.
 */

/** @import { Shared } from "../shared/types.js" */

import { clockText, partsOf } from "./days.js";
import { Words } from "../shared/words.js";

export class DatedWords extends Words {
  /** @param {Shared} shared */
  constructor(shared) {
    super(shared);
    this.dates = shared.dates;
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
