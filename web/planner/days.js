/**
 * Days and clock times: texts to whole numbers, and back.
 *
 * A day is a whole number: days since 1 January 1970. A moment is a whole number of minutes since then, in
 * Brussels clock time without a zone. No `Date` takes part in any sum, so no time zone can shift a day.
 */

export const MS_A_DAY = 86_400_000;

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
