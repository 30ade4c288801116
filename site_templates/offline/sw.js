// The service worker that keeps the site for use without a network, one edition at a time. A new edition
// takes over once all of its files have arrived as published. Pages that are open at that moment go on
// with the scripts and the Python that they have loaded. Those files have addresses named by their
// contents, and the older edition is kept as long as such a page may be open.
const EDITION = '@EDITION@';
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SITE = new URL(worker.registration.scope);
const OURS = `validator ${SITE.pathname} `; // another site may share the origin
const OWN = OURS + EDITION;
const NAMED_BY_CONTENTS = /\/(runtime|assets)\/[0-9a-f]{16}\//;
const LIST = new URL('edition.json', SITE).href;

worker.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim().then(() => tidy()));
});
worker.addEventListener('message', (event) => {
  const { act, script } = event.data;
  // A wrong file that cannot be fetched again is removed, so that requests for it go to the network.
  if (act === 'mend') event.waitUntil(fill().catch(() => {}));
  if (act === 'tidy') event.waitUntil(tidy(script));
});
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(SITE.href)) event.respondWith(answer(event.request));
});

/** @param {Request} request @returns {Promise<Response>} */
async function answer(request) {
  const url = new URL(request.url);
  const isDoubted = request.cache === 'reload' || url.searchParams.has('retry');
  url.search = '';
  url.pathname = url.pathname.replace(/\/index\.html$/, '/');
  if (isDoubted) await renew(url.href);
  const kept = await find(url.href);
  // A page or worker that is loaded from a response takes the response's address for its own: the
  // response must name the address that was asked for.
  if (kept) return kept.url === request.url ? kept : new Response(kept.body, kept);
  if (request.mode === 'navigate' && await find(`${url.href}/`)) {
    return Response.redirect(`${url.href}/${new URL(request.url).search}`);
  }
  return fetch(request);
}

/**
 * Fetches a kept file again, for a page that asks past all caches or a second time, since the page
 * found the file wrong. If the new file is as published it replaces the kept one, which otherwise stays.
 * @param {string} url
 */
async function renew(url) {
  const cache = await caches.open(OWN);
  const kept = await cache.match(LIST);
  const told = kept && (await filesIn(kept))[url.slice(SITE.href.length)];
  if (!told) return;
  await fetched(url, told.sha256, ['reload']).then((it) => cache.put(url, it)).catch(() => {});
}

/** @param {string} url @returns {Promise<Response | undefined>} */
async function find(url) {
  const options = { ignoreVary: true };
  return await caches.match(url, { ...options, cacheName: OWN })
    ?? (NAMED_BY_CONTENTS.test(url) ? caches.match(url, options) : undefined);
}

/**
 * Brings this edition's cache to what its list says.
 * @throws {Error} a file does not come as the list says
 */
async function fill() {
  const cache = await caches.open(OWN);
  for (const [path, { sha256 }] of Object.entries(await list(cache))) {
    const url = new URL(path, SITE).href;
    if (await digestOf(await cache.match(url)) === sha256) continue;
    await cache.delete(url);
    await cache.put(url, await shared(url, sha256) ?? await fetched(url, sha256));
  }
}

/**
 * @param {Cache} cache of this edition
 * @throws {Error} the list does not come, or is of another edition
 */
async function list(cache) {
  const kept = await cache.match(LIST);
  if (kept && await isOwn(kept)) return filesIn(kept);
  const response = await fetch(LIST, { cache: 'no-store' });
  if (!await isOwn(response)) throw new Error('the list is of another edition');
  await cache.put(LIST, response.clone());
  return filesIn(response);
}

/** @param {Response} response the list of an edition @returns {Promise<Record<string, {sha256: string}>>} by path */
async function filesIn(response) {
  return (await response.json()).files;
}

/** @param {Response} response the list of an edition, which is named by the list's digest */
async function isOwn(response) {
  return (await digestOf(response))?.startsWith(EDITION);
}

/**
 * Finds a file in the cache of another edition. Only a file named by its contents is taken, since any
 * other file may have been sent with other headers.
 * @param {string} url
 * @param {string} sha256
 */
async function shared(url, sha256) {
  if (!NAMED_BY_CONTENTS.test(url)) return undefined;
  for (const name of await editions()) {
    const response = await caches.match(url, { cacheName: name });
    if (await digestOf(response) === sha256) return response;
  }
  return undefined;
}

/**
 * @param {string} url
 * @param {string} sha256
 * @param {RequestCache[]} [ways] how the browser's own cache is used: tried one after the other
 * @throws {Error} the file does not come as published
 */
async function fetched(url, sha256, ways = [NAMED_BY_CONTENTS.test(url) ? 'default' : 'no-cache', 'reload']) {
  for (const cache of ways) {
    const response = await fetch(url, { cache });
    if (response.ok && await digestOf(response) === sha256) return response;
  }
  throw new Error(`${url} is not as published`);
}

/** @param {Response} [response] @returns {Promise<string | undefined>} the SHA-256 of its contents, in hexadecimal digits */
async function digestOf(response) {
  if (!response) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  return Array.from(new Uint8Array(digest), (it) => it.toString(16).padStart(2, '0')).join('');
}

/**
 * Deletes the caches of older editions, unless a page of such an edition may be open.
 * @param {string} [script] the page's own, from the page that asks for it
 */
async function tidy(script) {
  const known = script && await caches.match(script, { cacheName: OWN }) ? 1 : 0;
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const names = await editions();
  if (open.length > known || !names.includes(OWN)) return;
  const older = names.slice(0, names.indexOf(OWN)); // a newer one may be on its way in
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** @returns {Promise<string[]>} the names of the caches of all editions that are kept, oldest first */
async function editions() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}
