/*
 * Keeps the console itself on the device: its page, its hashed files, its icons. Nothing of the office is ever kept:
 * whatever is under /api goes to the server, or fails and is told as what it is.
 * Online the server's page comes first, so a newer console is never held back by an older one.
 */
const kept = 'lunjie-console';
const page = '/';
/** What the build names by its content: it never changes under its name. */
const hashed = /-[\w-]{8}\.\w+$/;
/** A server that does not answer this long is out of reach for somebody who waits. */
const patience = 6_000;

self.addEventListener('install', (event) => {
  event.waitUntil(fetchPage(page).catch(() => undefined).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

/** The page tells what it had loaded before it was looked after. */
self.addEventListener('message', (event) => {
  const names = Array.isArray(event.data?.keep) ? event.data.keep.filter((name) => isOurs(new URL(name, location.href))) : [];
  event.waitUntil(Promise.all(names.map((name) => file(new Request(name)).catch(() => undefined))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin || address.pathname === '/api' || address.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(open(request));
  else if (isOurs(address)) event.respondWith(file(request));
});

function isOurs({ origin, pathname }) {
  return origin === location.origin && (hashed.test(pathname) || pathname.startsWith('/icons/') || pathname === '/icon.svg' || pathname === '/manifest.webmanifest');
}

/** Every address of the console is the same page. */
async function open(request) {
  try {
    const answer = await fetchPage(request);
    // A proxy whose server is down answers too.
    if (answer.status < 500) return answer;
    return (await caches.match(page)) ?? answer;
  } catch (error) {
    const before = await caches.match(page);
    if (before) return before;
    throw error;
  }
}

async function fetchPage(request) {
  const answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
  if (answer.ok && answer.headers.get('content-type')?.startsWith('text/html')) await keepPage(answer.clone());
  return answer;
}

/** With a newer page the older one's files go; what is still in use comes back from the browser's own cache. */
async function keepPage(answer) {
  const cache = await caches.open(kept);
  const [before, now] = await Promise.all([cache.match(page).then((old) => old?.text()), answer.clone().text()]);
  if (before === now) return;
  if (before !== undefined) {
    for (const request of await cache.keys()) if (hashed.test(new URL(request.url).pathname)) await cache.delete(request);
  }
  await cache.put(page, answer);
  const files = [...now.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => new URL(name, new URL(page, location.href))).filter(isOurs);
  await Promise.all(files.map((name) => file(new Request(name)).catch(() => undefined)));
}

async function file(request) {
  const cache = await caches.open(kept);
  const known = await cache.match(request);
  if (known && hashed.test(new URL(request.url).pathname)) return known;
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}
