/**
 * What was counted: per stand and type, and the visitors at the door. Every device counts in a row of its own,
 * so that several phones can be put together by adding, and putting them together twice changes nothing.
 */

/**
 * @typedef {"employer" | "training" | "support"} StandKind
 * @typedef {{id: string, name: string, kind: StandKind}} Stand
 * @typedef {Record<string, number>} Counts key of what is counted to how often
 * @typedef {{stands: Stand[], devices: Record<string, Counts>}} Tally
 */

export const STAND_KINDS = /** @type {const} */ (["employer", "training", "support"]);
export const VISITORS = "visitors";
const KIND = "draaiboek-tally";
const VERSION = 1;
/** Letters in a tally's file. */
export const LARGEST = 1_000_000;
export const LONGEST_NAME = 80;
/** The name of a device. */
export const DEVICE = /^d[0-9a-f]{8,32}$/;
const MOST = 1_000_000;
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** @returns {Tally} */
export const emptyTally = () => ({ stands: [], devices: {} });

/** The same stand on every phone: by what it is and how it is called. @param {StandKind} kind @param {string} name */
export function standOf(kind, name) {
  const tidy = name.replace(INVISIBLE, " ").trim().replace(/\s+/g, " ").slice(0, LONGEST_NAME);
  return { id: `${kind}:${tidy.toLowerCase()}`, name: tidy, kind };
}

/** @param {Stand} stand @param {string} kind of appointment */
export const keyOf = (stand, kind) => `${stand.id}|${kind}`;

/** How often something was counted, on all devices. @param {Tally} tally @param {string} key */
export function total(tally, key) {
  return Object.values(tally.devices).reduce((sum, counts) => sum + (Object.hasOwn(counts, key) ? counts[key] : 0), 0);
}

/** Appointments of one type, at all stands. @param {Tally} tally @param {string} kind */
export function totalOf(tally, kind) {
  return tally.stands.reduce((sum, stand) => sum + total(tally, keyOf(stand, kind)), 0);
}

/** How many stands of some kinds there are. @param {Tally} tally @param {StandKind[]} kinds */
export const standsOf = (tally, kinds) => tally.stands.filter(({ kind }) => kinds.includes(kind)).length;

/**
 * Two tallies put together: every stand, and of every device its highest count.
 * @param {Tally} mine
 * @param {Tally} theirs
 * @returns {Tally}
 */
export function addUp(mine, theirs) {
  const stands = new Map([...theirs.stands, ...mine.stands].map((stand) => [stand.id, stand]));
  const order = [...mine.stands, ...theirs.stands].map(({ id }) => id);
  const devices = structuredClone(mine.devices);
  for (const [device, counts] of Object.entries(theirs.devices)) {
    const own = (devices[device] ??= {});
    for (const [key, count] of Object.entries(counts)) own[key] = Math.max(own[key] ?? 0, count);
  }
  return { stands: [...new Set(order)].map((id) => /** @type {Stand} */ (stands.get(id))), devices };
}

/** @param {Tally} tally */
export const writeTally = (tally) => `${JSON.stringify({ kind: KIND, version: VERSION, ...tally }, null, 1)}\n`;

/** Read a tally; null when it is none. @param {string} text @returns {Tally | null} */
export function readTally(text) {
  if (text.length > LARGEST) return null;
  try {
    const data = JSON.parse(text);
    if (data?.kind !== KIND || data.version !== VERSION || !Array.isArray(data.stands)) return null;
    const stands = data.stands.map(standFrom);
    const devices = Object.fromEntries(
      Object.entries(data.devices).map(([device, counts]) => [deviceFrom(device), countsFrom(counts)]),
    );
    return { stands, devices };
  } catch {
    return null;
  }
}

/** @param {boolean} good */
function insist(good) {
  if (!good) throw new TypeError("no tally");
}

/** @param {any} value @returns {Stand} */
function standFrom(value) {
  insist(STAND_KINDS.includes(value.kind) && typeof value.name === "string" && value.name.trim() !== "");
  return standOf(value.kind, value.name);
}

/** @param {string} value */
function deviceFrom(value) {
  insist(DEVICE.test(value));
  return value;
}

/** @param {unknown} value @returns {Counts} */
function countsFrom(value) {
  const counts = Object.entries(/** @type {Record<string, unknown>} */ (value));
  insist(
    counts.length <= 2_000 &&
      counts.every(
        ([key, count]) => key !== "__proto__" && Number.isInteger(count) && 0 <= Number(count) && Number(count) <= MOST,
      ),
  );
  return /** @type {Counts} */ (Object.fromEntries(counts));
}
