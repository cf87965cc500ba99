/**
 * Print, copy the link, share: buttons that only work with JavaScript, and so only then are shown.
 */

const status = /** @type {HTMLElement | null} */ (document.querySelector("[data-action-status]"));

/** @param {"copied" | "failed"} key which of the sentences in the page to say */
function say(key) {
  if (status) status.textContent = status.dataset[key] ?? "";
}

/** The address without what a form or a search left behind it. */
function address() {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="canonical"]'));
  return (canonical ? canonical.href : location.origin + location.pathname) + location.hash;
}

async function copy() {
  try {
    await navigator.clipboard.writeText(address());
    say("copied");
  } catch {
    say("failed");
  }
}

async function share() {
  try {
    await navigator.share({ title: document.title, url: address() });
  } catch {
    // the visitor changed their mind
  }
}

/**
 * Show the buttons of one kind and let them act.
 * @param {string} name
 * @param {boolean} possible
 * @param {() => void} act
 */
function offer(name, possible, act) {
  if (!possible) return;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[data-${name}]`))) {
    item.querySelector("button")?.addEventListener("click", act);
    item.hidden = false;
  }
}

offer("print", typeof print === "function", () => print());
offer("copy", "clipboard" in navigator, copy);
offer("share", "share" in navigator, share);
