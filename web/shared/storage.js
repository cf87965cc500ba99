/** What this browser keeps, and names for what is kept. */

/** The storage of this browser, or null when it is switched off. */
export function openStorage() {
  try {
    return window.localStorage.length >= 0 ? window.localStorage : null;
  } catch {
    return null;
  }
}

/** A name that nothing else has and that tells nothing. @param {string} letter its first @param {number} length in bytes */
export function randomName(letter, length) {
  const bytes = [...crypto.getRandomValues(new Uint8Array(length))];
  return letter + bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
