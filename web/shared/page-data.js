/** @import { Shared } from "./types.js" */

/**
 * What the build hands over to a page: the words of its language, and its own block of data. Null when one is missing.
 * @param {string} block id of the block
 * @returns {{shared: Shared, own: any} | null}
 */
export function pageData(block) {
  const shared = /** @type {{draaiboekPlanner?: Shared}} */ (globalThis).draaiboekPlanner;
  const text = document.getElementById(block)?.textContent;
  return shared && text ? { shared, own: JSON.parse(text) } : null;
}
