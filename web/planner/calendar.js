/**
 * Which days are working days in Belgium.
 * The holidays come from a table that the build makes with the same code as the command's.
 */

/** @import { CalendarTable } from "../shared/types.js" */

import { partsOf, weekdayOf } from "./days.js";

/** Working days and holidays, by the table of one language. */
export class Calendar {
  /** @param {CalendarTable} table */
  constructor(table) {
    this.table = table;
    this.holidays = /** @type {Map<number, string>} */ (new Map());
    this.schoolHolidays = /** @type {{name: string, first: number, last: number}[]} */ ([]);
    let day = 0;
    for (const [gap, name] of table.publicHolidays) this.holidays.set((day += gap), table.names[name]);
    let first = 0;
    for (const [gap, length, name] of table.schoolHolidays) {
      first += gap;
      this.schoolHolidays.push({ name: table.names[name], first, last: first + length });
    }
  }

  /** The name of a public holiday. @param {number} day */
  holidayName(day) {
    return this.holidays.get(day) ?? null;
  }

  /** @param {number} day */
  isWorkingDay(day) {
    return weekdayOf(day) < 5 && !this.holidays.has(day);
  }

  /** The day itself when it is a working day, else the last one before it. @param {number} day */
  workingDayBefore(day) {
    while (!this.isWorkingDay(day)) day -= 1;
    return day;
  }

  /** The day itself when it is a working day, else the first one after it. @param {number} day */
  workingDayAfter(day) {
    while (!this.isWorkingDay(day)) day += 1;
    return day;
  }

  /**
   * Count working days forward (positive) or back (negative); the day itself does not count.
   * @param {number} day
   * @param {number} amount
   */
  addWorkingDays(day, amount) {
    const step = amount > 0 ? 1 : -1;
    for (let left = Math.abs(amount); left > 0; left -= 1) {
      day += step;
      while (!this.isWorkingDay(day)) day += step;
    }
    return day;
  }

  /** Whether an event can be planned on a day: outside these years no holiday is known. @param {number} day */
  knows(day) {
    const { year } = partsOf(day);
    return this.table.firstYear <= year && year <= this.table.lastYear;
  }
}
