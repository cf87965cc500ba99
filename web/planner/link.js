/**
 * Date and circumstances of a plan in the fragment of an address: what stands behind # is never sent anywhere.
 */

/** @import { Settings } from "./saved-plan.js" */
/** @import { Planner } from "./checklist.js" */

import { parseClock, parseDay } from "./days.js";
import { LONGEST_NAME } from "./saved-plan.js";

/** @param {Settings} settings @param {string} name */
export function fragmentOf(settings, name) {
  const parts = new URLSearchParams();
  if (settings.date) parts.set("date", settings.date);
  for (const key of /** @type {const} */ (["opens", "closes", "start"]))
    if (settings[key]) parts.set(key, settings[key]);
  for (const [facet, value] of Object.entries(settings.circumstances)) parts.set(facet, value);
  parts.set("name", name);
  return `#${parts}`;
}

/**
 * What a fragment says: null when it is not about a plan at all (a heading), "fault" when it is nonsense.
 * @param {string} fragment with its #
 * @param {Planner} planner
 * @returns {{settings: Settings, name: string} | null | "fault"}
 */
export function readFragment(fragment, planner) {
  if (!fragment.includes("=")) return null;
  const parts = new URLSearchParams(fragment.slice(1, 2_000));
  const facets = planner.shared.circumstances;
  const known = new Set(["date", "opens", "closes", "start", "name", ...facets.map(({ id }) => id)]);
  if ([...parts.keys()].some((key) => !known.has(key))) return "fault";
  const get = (/** @type {string} */ key) => parts.get(key) ?? "";
  const date = parseDay(get("date"));
  if (date === null || !planner.calendar.knows(date)) return "fault";
  if (get("start") && parseDay(get("start")) === null) return "fault";
  if (["opens", "closes"].some((key) => get(key) && parseClock(get(key)) === null)) return "fault";
  const circumstances = /** @type {Record<string, string>} */ ({});
  for (const { id, values } of facets) {
    if (!get(id)) continue;
    if (!values.some((value) => value.id === get(id))) return "fault";
    circumstances[id] = get(id);
  }
  const settings = {
    date: get("date"),
    opens: get("opens"),
    closes: get("closes"),
    start: get("start"),
    circumstances,
  };
  return { settings, name: get("name").slice(0, LONGEST_NAME) };
}

/**
 * Whether a link is about a plan that is there already. A link that does not say when the plan begins fits any.
 * @param {Settings} link
 * @param {Settings} kept
 */
export function sameSettings(link, kept) {
  const facets = new Set([...Object.keys(link.circumstances), ...Object.keys(kept.circumstances)]);
  const same = [...facets].every((facet) => link.circumstances[facet] === kept.circumstances[facet]);
  const begins = link.start === "" || link.start === kept.start;
  return same && begins && link.date === kept.date && link.opens === kept.opens && link.closes === kept.closes;
}
