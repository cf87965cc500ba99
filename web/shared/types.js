/**
 * The shape of what the build hands over to every page of one language. No code: only names for the type checker.
 *
 * @typedef {object} Observance
 * @property {string} id
 * @property {string} name
 * @property {string} tradition
 * @property {number} before
 * @property {number} after
 * @property {boolean} eveningBefore
 * @property {"absent" | "fasting" | "attention"} impact
 *
 * @typedef {object} CalendarTable
 * @property {number} firstYear the first year an event can be in
 * @property {number} lastYear
 * @property {[number, number]} flemishDay month and day of the month
 * @property {number} nearby how many days a better date may lie from the chosen one
 * @property {number} suggestions how many better days at the most
 * @property {number} minutesADay of work that one role can give the event on a working day
 * @property {string[]} names of public and school holidays
 * @property {[number, number][]} publicHolidays days since the row before, and place of the name in `names`
 * @property {[number, number, number][]} schoolHolidays the same for the first day; how many days follow; the name
 * @property {Observance[]} observances
 * @property {[number, number, boolean][]} observanceDates day, place in `observances`, whether it is estimated
 *
 * @typedef {object} DateWords
 * @property {string[]} months @property {string[]} monthsShort
 * @property {string[]} weekdays from Monday @property {string[]} weekdaysShort
 * @property {string} full pattern with the weekday @property {string} medium pattern for lists
 * @property {string} long pattern without weekday
 * @property {Record<"d" | "M" | "y", [string, string]>} interval the two halves, by what differs
 *
 * @typedef {object} Shared what all planner pages of one language have in common
 * @property {string} language
 * @property {Record<string, string>} strings
 * @property {DateWords} dates
 * @property {Record<string, string>} roles id to name
 * @property {{id: string, name: string, values: {id: string, name: string}[]}[]} circumstances
 * @property {CalendarTable} calendar
 * @property {string[]} columns of a checklist as CSV
 * @property {{shortest: number, timed: string, allDay: string}} entries of a calendar: minutes that one takes
 *   whose end is not known, and when its reminder sounds
 */

export {};
