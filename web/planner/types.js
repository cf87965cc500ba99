/**
 * The shapes that the planner's modules share. No code: only names for the type checker.
 * Days and moments are whole numbers, as in `days.js`.
 *
 * @typedef {{amount: number, unit: "w" | "d" | "wd" | "min", after: boolean}} Offset
 * @typedef {Record<string, string[]>} Conditions facet to accepted values: or within a facet, and across
 * @typedef {Record<string, string>} Circumstances facet to value; a facet that is missing is not known yet
 * @typedef {{id: string, text: string, appliesTo: Conditions}} Task
 *
 * @typedef {object} Step
 * @property {string} id
 * @property {string} title
 * @property {string} why
 * @property {string} language
 * @property {string} phase
 * @property {string} role
 * @property {Offset} offset
 * @property {"opening" | "closing" | null} anchor
 * @property {number} day for the run sheet: day of the event, from 1
 * @property {number | null} duration in minutes
 * @property {number | null} effort in minutes
 * @property {boolean} essential
 * @property {boolean} gate
 * @property {string[]} needs ids of steps
 * @property {Conditions} appliesTo
 * @property {Task[]} tasks
 * @property {string} when the distance to the event, in words
 * @property {string} effortText
 * @property {string} durationText
 *
 * @typedef {object} Playbook
 * @property {string} id
 * @property {string} title
 * @property {number} days how many days the event takes
 * @property {string} version
 * @property {string} address absolute address of the page
 * @property {string} workbook address of the undated workbook, relative to the page
 * @property {{id: string, title: string, language: string}[]} phases
 * @property {Step[]} steps in the order of the phases
 *
 * @typedef {{firstDay: number, lastDay: number, opens: number | null, closes: number | null}} Occasion clock times in minutes
 * @typedef {{start: number, end: number | null}} Slot moments
 *
 * @typedef {object} DateWarning
 * @property {"past" | "public-holiday" | "observance" | "school-holiday" | "flemish-day" | "weekend" | "unknown-year"} kind
 * @property {string} text
 * @property {number} firstDay
 * @property {number} lastDay
 * @property {string | null} observance
 * @property {boolean} estimated
 *
 * @typedef {object} Request
 * @property {Occasion | null} occasion
 * @property {Circumstances} circumstances
 * @property {number} today
 * @property {number | null} start the day the plan begins, for a late start; null: nothing moves
 *
 * @typedef {{id: string, text: string, condition: string}} TaskView
 * @typedef {Omit<Step, "tasks"> & {roleName: string, due: number | null, slot: Slot | null, runSheet: boolean,
 *   condition: string, tasks: TaskView[], late: boolean}} StepView
 * @typedef {{id: string, title: string, language: string, steps: StepView[]}} PhaseView
 * @typedef {object} ChecklistView
 * @property {PhaseView[]} phases
 * @property {StepView[]} dropped
 * @property {boolean} fits
 * @property {DateWarning[]} warnings
 * @property {number[]} suggestions
 */

export {};
