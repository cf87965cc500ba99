/**
 * What there is to know about an event's date, and better days nearby.
 * The same rules as scripts/draaiboek/derive/date_check.py. A warning never moves a date.
 */

/** @import { DateWarning, Occasion } from "./types.js" */
/** @import { Observance } from "../shared/types.js" */
/** @import { Calendar } from "./calendar.js" */
/** @import { DatedWords } from "./dated-words.js" */

import { partsOf, weekdayOf } from "./days.js";

/** Warnings and better days, by one calendar and in one language. */
export class DateCheck {
  /**
   * @param {Calendar} calendar
   * @param {DatedWords} words
   */
  constructor(calendar, words) {
    this.calendar = calendar;
    this.words = words;
    const { observanceDates } = calendar.table;
    this.windows = observanceDates.map(([day, place, estimated]) =>
      windowAround(calendar.table.observances[place], day, estimated),
    );
    this.knownYears = [...new Set(observanceDates.map(([day]) => partsOf(day).year))].sort((a, b) => a - b);
  }

  /**
   * Everything to know about the days of an event; for one that is over, only that.
   * @param {Occasion} occasion
   * @param {number} today
   * @returns {DateWarning[]}
   */
  warnings(occasion, today) {
    if (occasion.lastDay < today) {
      const text = this.words.text("warning-past", { day: this.words.fullDay(occasion.lastDay) });
      return [warning("past", text, occasion.firstDay, occasion.lastDay)];
    }
    return [...this.about(occasion)];
  }

  /** @param {Occasion} occasion @returns {Generator<DateWarning, void>} */
  *about({ firstDay, lastDay }) {
    const { words, calendar } = this;
    for (let day = firstDay; day <= lastDay; day += 1) {
      const name = calendar.holidayName(day);
      if (name) yield this.oneDay("public-holiday", day, { name });
    }
    for (const found of this.windows) {
      if (found.first <= lastDay && firstDay <= found.last) yield this.observance(found);
    }
    for (const { name, first, last } of calendar.schoolHolidays) {
      if (first > lastDay || firstDay > last) continue;
      const text = words.text("warning-school-holiday", { name, days: words.days(first, last) });
      yield warning("school-holiday", text, first, last);
    }
    const [flemishMonth, flemishDate] = calendar.table.flemishDay;
    for (let day = firstDay; day <= lastDay; day += 1) {
      const { month, date } = partsOf(day);
      if (month === flemishMonth && date === flemishDate) yield this.oneDay("flemish-day", day, {});
      if (weekdayOf(day) >= 5 && calendar.holidayName(day) === null) yield this.oneDay("weekend", day, {});
    }
    yield* this.unknownYears(firstDay, lastDay);
  }

  /**
   * @param {DateWarning["kind"]} kind
   * @param {number} day
   * @param {Record<string, string>} values
   */
  oneDay(kind, day, values) {
    return warning(kind, this.words.text(`warning-${kind}`, { day: this.words.fullDay(day), ...values }), day, day);
  }

  /**
   * The tradition, its day, whether that is sure, and what it asks of an organiser.
   * @param {Window} found
   */
  observance({ observance, day, first, last, estimated }) {
    const { words } = this;
    const full = words.fullDay(day);
    const sentences = [
      words.text("warning-observance", {
        name: observance.name,
        tradition: observance.tradition,
        day: observance.after > 1 ? words.text("warning-from-day", { day: full }) : full,
        expected: estimated ? words.text("warning-expected") : "",
      }),
    ];
    if (observance.eveningBefore) sentences.push(words.text("warning-evening-before", { day: words.fullDay(day - 1) }));
    sentences.push(words.text(`warning-impact-${observance.impact}`, { days: words.days(first, last) }));
    return { ...warning("observance", sentences.join(" "), first, last), observance: observance.id, estimated };
  }

  /** @param {number} firstDay @param {number} lastDay */
  *unknownYears(firstDay, lastDay) {
    const known = this.knownYears;
    if (!known.length || [firstDay, lastDay].every((day) => known.includes(partsOf(day).year))) return;
    const text = this.words.text("warning-unknown-year", { first: known[0], last: known[known.length - 1] });
    yield warning("unknown-year", text, firstDay, lastDay);
  }

  /**
   * A few first days nearby that need no warning, in order of time: working days after
   * today, the same weekday before other days, a near day before a far one.
   * @param {Occasion} occasion
   * @param {number} today
   * @param {(other: Occasion) => boolean} stillFits whether there is time to prepare for other days
   */
  betterDays(occasion, today, stillFits) {
    if (occasion.lastDay < today) return [];
    const { nearby, suggestions } = this.calendar.table;
    const length = occasion.lastDay - occasion.firstDay;
    /** @param {number} day @returns {Occasion} */
    const moved = (day) => ({ firstDay: day, lastDay: day + length, opens: null, closes: null });
    const good = [];
    for (let day = occasion.firstDay - nearby; day <= occasion.firstDay + nearby; day += 1) {
      if (day > today && day !== occasion.firstDay && this.isGood(moved(day))) good.push(day);
    }
    const weekday = weekdayOf(occasion.firstDay);
    const distance = (/** @type {number} */ day) =>
      Math.abs(day - occasion.firstDay) + (weekdayOf(day) === weekday ? 0 : 1000);
    good.sort((a, b) => distance(a) - distance(b) || a - b);
    const chosen = [];
    for (const day of good) {
      if (chosen.length === suggestions) break;
      if (stillFits(moved(day))) chosen.push(day);
    }
    return chosen.sort((a, b) => a - b);
  }

  /** @param {Occasion} occasion */
  isGood(occasion) {
    for (let day = occasion.firstDay; day <= occasion.lastDay; day += 1)
      if (!this.calendar.isWorkingDay(day)) return false;
    return this.about(occasion).next().done === true;
  }
}

/** @typedef {{observance: Observance, day: number, first: number, last: number, estimated: boolean}} Window */

/**
 * The days around one feast or fast; one that begins at sunset counts from the evening before.
 * @param {Observance} observance
 * @param {number} day
 * @param {boolean} estimated
 * @returns {Window}
 */
function windowAround(observance, day, estimated) {
  const before = Math.max(observance.before, observance.eveningBefore ? 1 : 0);
  return { observance, day, first: day - before, last: day + observance.after, estimated };
}

/**
 * @param {DateWarning["kind"]} kind
 * @param {string} text
 * @param {number} firstDay
 * @param {number} lastDay
 * @returns {DateWarning}
 */
function warning(kind, text, firstDay, lastDay) {
  return { kind, text, firstDay, lastDay, observance: null, estimated: false };
}
