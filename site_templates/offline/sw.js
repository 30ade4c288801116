// Keeps the site for use without a network, one edition at a time. A new edition takes over when
// all of it has come as published. Pages that are open then go on with the scripts and the Python
// they have: those lie at addresses named by their contents, and the older edition stays as long
// as such a page may be open.
const EDITION = '@EDITION@';
const SITE = new URL(self.registration.scope);
const OURS = `validator ${SITE.pathname} `; // another site may share the origin
const OWN = OURS + EDITION;
const NAMED_BY_CONTENTS = /\/(runtime|assets)\/[0-9a-f]{16}\//;
const LIST = new URL('edition.json', SITE).href;

self.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim().then(() => tidy()));
});
self.addEventListener('message', (event) => {
  const { act, script } = event.data;
  // What cannot be had anew is no longer given out; the network is asked for it.
  if (act === 'mend') event.waitUntil(fill().catch(() => {}));
  if (act === 'tidy') event.waitUntil(tidy(script));
});
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(SITE.href)) event.respondWith(answer(event.request));
});

async function answer(request) {
  const url = new URL(request.url);
  const isDoubted = request.cache === 'reload' || url.searchParams.has('retry');
  url.search = '';
  url.pathname = url.pathname.replace(/\/index\.html$/, '/');
  if (isDoubted) await renew(url.href);
  const kept = await find(url.href);
  // A response names its address to the page or worker that it starts: let it be the asked one.
  if (kept) return kept.url === request.url ? kept : new Response(kept.body, kept);
  if (request.mode === 'navigate' && await find(`${url.href}/`)) {
    return Response.redirect(`${url.href}/${new URL(request.url).search}`);
  }
  return fetch(request);
}

// Who asks past all caches, or once more, found what it was given wrong. What comes anew is given
// out from now on if it is as published; else all stays as it is.
async function renew(url) {
  const cache = await caches.open(OWN);
  const kept = await cache.match(LIST);
  const told = kept && (await kept.json()).files[url.slice(SITE.href.length)];
  if (!told) return;
  await fetched(url, told.sha256, ['reload']).then((it) => cache.put(url, it)).catch(() => {});
}

async function find(url) {
  const options = { ignoreVary: true };
  return await caches.match(url, { ...options, cacheName: OWN })
    ?? (NAMED_BY_CONTENTS.test(url) ? caches.match(url, options) : undefined);
}

/** Bring this edition's cache to what its list says; fails where a file does not come so. */
async function fill() {
  const cache = await caches.open(OWN);
  for (const [path, { sha256 }] of Object.entries(await list(cache))) {
    const url = new URL(path, SITE).href;
    if (await digestOf(await cache.match(url)) === sha256) continue;
    await cache.delete(url);
    await cache.put(url, await shared(url, sha256) ?? await fetched(url, sha256));
  }
}

async function list(cache) {
  const isOwn = async (response) => (await digestOf(response))?.startsWith(EDITION);
  let response = await cache.match(LIST);
  if (!await isOwn(response)) {
    response = await fetch(LIST, { cache: 'no-store' });
    if (!await isOwn(response)) throw new Error('the list is of another edition');
    await cache.put(LIST, response.clone());
  }
  return (await response.json()).files;
}

// From another edition; its other files may have been sent with other headers.
async function shared(url, sha256) {
  if (!NAMED_BY_CONTENTS.test(url)) return undefined;
  for (const name of await editions()) {
    const response = await caches.match(url, { cacheName: name });
    if (await digestOf(response) === sha256) return response;
  }
  return undefined;
}

async function fetched(url, sha256, ways = [NAMED_BY_CONTENTS.test(url) ? 'default' : 'no-cache', 'reload']) {
  for (const cache of ways) {
    const response = await fetch(url, { cache });
    if (response.ok && await digestOf(response) === sha256) return response;
  }
  throw new Error(`${url} is not as published`);
}

async function digestOf(response) {
  if (!response) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  return Array.from(new Uint8Array(digest), (it) => it.toString(16).padStart(2, '0')).join('');
}

/** Drop older editions, unless a page may be open that is not of this one, as `script` is. */
async function tidy(script) {
  const known = script && await caches.match(script, { cacheName: OWN }) ? 1 : 0;
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const names = await editions();
  if (open.length > known || !names.includes(OWN)) return;
  const older = names.slice(0, names.indexOf(OWN)); // a newer one may be on its way in
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** The names of the caches of all editions that are kept, oldest first. */
async function editions() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}
