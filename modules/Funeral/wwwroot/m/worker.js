// Keeps the pages of the phone alive without network. What is kept: the empty cards /m/offline and /m/village/offline and their files. Never a page made for a person,
// never an answer of the API: those lie in the phone's own store, one per account.
const store = "anmin-m-2";
const shells = ["/m/offline", "/m/village/offline"];
const shellOf = path => path.startsWith("/m/village") ? shells[1] : shells[0];
const parts = ["trip.js", "outbox.js", "card.js", "scan.js", "pictures.js", "track.js", "village.js"].map(name => "/_content/Anmin.Funeral/m/" + name);

async function keepShell() {
  const cache = await caches.open(store);
  const files = new Set(parts);
  for (const shell of shells) {
    const page = await fetch(shell, { credentials: "same-origin", cache: "reload" });
    if (!page.ok) continue;
    const text = await page.clone().text();
    await cache.put(shell, page);
    for (const match of text.matchAll(/(?:href|src)="(\/[^"]*?\.(?:css|js|svg)[^"]*)"/g)) files.add(match[1]);
  }
  await Promise.allSettled([...files].map(file => cache.add(file)));
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
    event.respondWith(patient(request, 8000).catch(() => caches.match(shellOf(url.pathname))).then(answer => answer ?? Response.error()));
  } else if (url.pathname.startsWith("/_content/")) {
    event.respondWith(fetch(request).then(async answer => {
      if (answer.ok) (await caches.open(store)).put(request, answer.clone());
      return answer;
    }).catch(() => caches.match(request, { ignoreSearch: true }).then(kept => kept ?? Response.error())));
  }
});
