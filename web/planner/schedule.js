/**
 * Offsets to dates: when a step is due, and when a run-sheet step begins and ends.
 * The same rules as scripts/draaiboek/derive/schedule.py; the tests hold the two against each other.
 */

/** @import { Occasion, Offset, Slot, Step } from "./types.js" */
/** @import { Calendar } from "./calendar.js" */

/**
 * The day a step is due: counted from the first day before the event and from the last day after it.
 * Before the event it moves back to a working day, after it forward; the event day itself never moves.
 * @param {Offset} offset
 * @param {Occasion} occasion
 * @param {Calendar} calendar
 */
export function dueDate(offset, occasion, calendar) {
  if (offset.unit === "min") return occasion.firstDay;
  const start = offset.after ? occasion.lastDay : occasion.firstDay;
  if (offset.amount === 0) return start;
  if (offset.unit === "wd") return calendar.addWorkingDays(start, offset.amount);
  const day = start + offset.amount * (offset.unit === "w" ? 7 : 1);
  return offset.after ? calendar.workingDayAfter(day) : calendar.workingDayBefore(day);
}

/** Whether a step belongs to the run sheet of an event day. @param {Pick<Step, "offset">} step */
export const isRunSheet = (step) => step.offset.unit === "min";

/**
 * The day on which a step is due; for the run sheet its day of the event.
 * @param {Pick<Step, "offset" | "day">} step
 * @param {Occasion} occasion
 * @param {Calendar} calendar
 */
export function stepDay(step, occasion, calendar) {
  return isRunSheet(step) ? occasion.firstDay + step.day - 1 : dueDate(step.offset, occasion, calendar);
}

/**
 * When a run-sheet step takes place; null when opening or closing time is not known.
 * @param {Step} step
 * @param {Occasion} occasion
 * @returns {Slot | null}
 */
export function runSlot(step, occasion) {
  const clock = step.anchor === "closing" ? occasion.closes : occasion.opens;
  if (!isRunSheet(step) || clock === null) return null;
  const start = (occasion.firstDay + step.day - 1) * 1440 + clock + step.offset.amount;
  return { start, end: step.duration === null ? null : start + step.duration };
}
