// Keeps the driver's page alive without network. What is kept: the empty card /m/offline and its files. Never a page made for a person,
// never an answer of the API: those lie in the phone's own store, one per account.
const store = "anmin-m-1";
const shell = "/m/offline";
const parts = ["trip.js", "outbox.js", "card.js", "scan.js", "pictures.js", "track.js"].map(name => "/_content/Anmin.Funeral/m/" + name);

async function keepShell() {
  const cache = await caches.open(store);
  const page = await fetch(shell, { credentials: "same-origin", cache: "reload" });
  if (!page.ok) return;
  const text = await page.clone().text();
  await cache.put(shell, page);
  const files = [...text.matchAll(/(?:href|src)="(\/[^"]*?\.(?:css|js|svg)[^"]*)"/g)].map(match => match[1]);
  await Promise.allSettled([...new Set([...files, ...parts])].map(file => cache.add(file)));
}

addEventListener("install", event => event.waitUntil(keepShell().then(() => skipWaiting())));
addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("anmin-m-") && name !== store) await caches.delete(name);
  await clients.claim();
})()));
addEventListener("message", event => { if (event.data === "refresh") event.waitUntil(keepShell()); });

const patient = (request, wait) => {
  const given = new AbortController(), timer = setTimeout(() => given.abort(), wait);
  return fetch(request, { signal: given.signal }).finally(() => clearTimeout(timer));
};

addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || url.pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") {
    event.respondWith(patient(request, 8000).catch(() => caches.match(shell)).then(answer => answer ?? Response.error()));
  } else if (url.pathname.startsWith("/_content/")) {
    event.respondWith(fetch(request).then(async answer => {
      if (answer.ok) (await caches.open(store)).put(request, answer.clone());
      return answer;
    }).catch(() => caches.match(request, { ignoreSearch: true }).then(kept => kept ?? Response.error())));
  }
});
