// Keeps the page of a hand-over and the files it needs, for when there is no network. The network always comes first:
// what is kept is only given when the network gives nothing, so an upgrade is never hidden.
const KEPT = 'karavaan-pages-1';
const PAGE = '/index.html';
const LIST = '/offline-list.json';
/** A network that does not answer is no network: somebody stands waiting with a box. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => event.waitUntil(keepPage().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    // Other routes of the server are not pages of ours.
    if (!/^\/(graphql|health|metrics|ical|export|documents)(\/|$)/.test(url.pathname)) event.respondWith(page(event));
  } else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

/** The page as the server has it now; the kept one only without network. */
async function page(event) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((answer) => answer.ok && keepIfNew(answer.clone())).catch(() => undefined));
  try {
    return await Promise.race([fresh, after(PATIENCE_MS)]);
  } catch {
    const kept = await (await caches.open(KEPT)).match(PAGE);
    return kept ?? fresh;
  }
}

/** Named by their content, so what is kept is what the server would give. */
async function asset(request) {
  const kept = await (await caches.open(KEPT)).match(request.url);
  return kept ?? fetch(request);
}

/** After an upgrade: the new page with all its files, as a whole. */
async function keepIfNew(answer) {
  if (!answer.headers.get('content-type')?.includes('text/html')) return;
  const kept = await (await caches.open(KEPT)).match(PAGE);
  if (kept && (await kept.text()) === (await answer.text())) return;
  await keepPage();
}

async function keepPage() {
  const cache = await caches.open(KEPT);
  const [list, fresh] = await Promise.all([fetch(LIST, { cache: 'no-store' }), fetch('/', { cache: 'no-store' })]);
  if (!list.ok || !fresh.ok) throw new Error('the list of files did not come');
  const files = await list.json();
  for (const file of files)
    if (!(await cache.match(file))) {
      const answer = await fetch(file);
      if (!answer.ok) throw new Error(`${file} did not come`);
      await cache.put(file, answer);
    }
  // Last of all: while its files are not complete, the page before stands.
  await cache.put(PAGE, fresh);
  const needed = new Set([PAGE, ...files]);
  for (const old of await cache.keys()) if (!needed.has(new URL(old.url).pathname)) await cache.delete(old);
}

function after(milliseconds) {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), milliseconds);
  });
}
