/**
 * Days as whole numbers, and which of them are working days in Belgium.
 * The holidays come from a table that the build makes with the same code as the command's.
 */

/** @import { CalendarTable } from "./types.js" */

const MS_A_DAY = 86_400_000;

/**
 * The day of an ISO date; null when there is no such day.
 * @param {string} text
 */
export function parseDay(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_A_DAY;
  return isoDay(day) === text ? day : null;
}

/** @param {number} day */
export function isoDay(day) {
  const { year, month, date } = partsOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/**
 * Year, month from 1, day of the month, and weekday from 0 for Monday.
 * @param {number} day
 */
export function partsOf(day) {
  const moment = new Date(day * MS_A_DAY);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    date: moment.getUTCDate(),
    weekday: weekdayOf(day),
  };
}

/** From 0 for Monday. @param {number} day */
export const weekdayOf = (day) => (((day + 3) % 7) + 7) % 7;

/**
 * The minutes of a clock time; null when it is none.
 * @param {string} text
 */
export function parseClock(text) {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** @param {number} minutes since midnight, or a moment */
export function clockText(minutes) {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

/**
 * The day it is now in Brussels, whatever the zone of the device.
 * @param {Date} now
 */
export function todayInBrussels(now) {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: "Europe/Brussels",
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const find = (/** @type {string} */ type) => parts.find((part) => part.type === type)?.value ?? "";
  return (
    parseDay(`${find("year").padStart(4, "0")}-${find("month")}-${find("day")}`) ?? Math.floor(now.getTime() / MS_A_DAY)
  );
}

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
