/** Asks for the service worker, so that pages that were visited can be opened without a network. */

/** Only where a browser allows it: a site that is served safely, or from this machine. */
export function register() {
  if (!("serviceWorker" in navigator) || !window.isSecureContext || !location.protocol.startsWith("http")) return;
  const home = document.querySelector("[data-root]")?.getAttribute("data-root");
  if (!home) return;
  const scope = new URL(home.replace(/\/?$/, "/"), location.href);
  navigator.serviceWorker
    .register(new URL("service-worker.js", scope), { scope: scope.pathname })
    .then(keepThisPage, () => {
      // then the page works while there is a network
    });
}

/** The page that asks was loaded before there was a worker to keep it: name it and what it needs. */
async function keepThisPage() {
  const { active } = await navigator.serviceWorker.ready;
  const parts = performance.getEntriesByType("resource").map((entry) => entry.name);
  active?.postMessage({
    keep: [location.href.split("#")[0], ...parts.filter((part) => part.startsWith(location.origin))],
  });
}
