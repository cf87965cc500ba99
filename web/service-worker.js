/**
 * Keeps pages that were visited, so that they open without a network. With a network the network always comes
 * first: what is kept is only shown when there is nothing better, so nobody reads an old page unknowingly.
 */

const KEPT = "draaiboek-pages-1";
const worker = /** @type {any} */ (self);

worker.addEventListener("install", () => worker.skipWaiting());

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith("draaiboek-") && name !== KEPT).map((name) => caches.delete(name)),
        ),
      )
      .then(() => worker.clients.claim()),
  );
});

/** Whether an address belongs to this site's part of the host. @param {string} address */
const isOurs = (address) => address.startsWith(worker.registration.scope);

/** Ask the network and keep what comes; without a network, give what was kept. @param {Request} request */
async function answer(request) {
  const cache = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    if (response.ok && response.type === "basic" && !response.redirected)
      await cache.put(request.url.split("#")[0], response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request.url.split("#")[0], { ignoreSearch: request.mode === "navigate" });
    if (kept) return kept;
    throw error;
  }
}

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === "GET" && isOurs(request.url) && !request.headers.has("range"))
    event.respondWith(answer(request));
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  const addresses = /** @type {string[]} */ (event.data?.keep ?? []).filter(
    (address) => typeof address === "string" && isOurs(address),
  );
  event.waitUntil(
    caches.open(KEPT).then((cache) => Promise.allSettled(addresses.map((address) => cache.add(address)))),
  );
});
