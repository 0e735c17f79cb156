// Says that there is no connection when there is none, and shows notices. It keeps that one page and what that looks
// like, and never anything else: nothing that an answer holds is ever put into a cache here.

const CACHE = "offline";
const PAGE = "/offline";
const language = new URL(self.location.href).searchParams.get("language") ?? "de";

/** As somebody whom nobody knows: without a cookie there is nothing of anybody in the page. */
async function keep() {
  const page = await fetch(PAGE, {
    cache: "no-store",
    credentials: "omit",
    headers: { Accept: "text/html", "Accept-Language": language },
  });
  if (!page.ok) {
    throw new TypeError(`offline page: ${page.status} (expected: 200)`);
  }
  const text = await page.clone().text();
  const looks = new Set([...text.matchAll(/"(\/assets\/[^"]+\.(?:css|js|svg))"/g)].map((found) => found[1]));
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  await cache.addAll([...looks]);
  await cache.put(PAGE, page);
}

async function kept(address) {
  return (await caches.match(address, { ignoreVary: true })) ?? Response.error();
}

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => kept(PAGE)));
  } else if (new URL(request.url).pathname.startsWith("/assets/")) {
    event.respondWith(fetch(request).catch(() => kept(request.url)));
  }
});

/** What a notice holds; without, it says that there is something, and no more. */
function held(data) {
  try {
    const { body, lang, dir, icon } = data.json();
    return { body, lang, dir, icon };
  } catch {
    return {};
  }
}

// One at a time: a later notice takes the place of an earlier one. A browser that was not shown anything would
// show words of its own.
self.addEventListener("push", (event) => {
  event.waitUntil(self.registration.showNotification("SOCIALLOOK", { ...held(event.data), tag: "news" }));
});

/** The start page, where what is new stands; a page that somebody is in the middle of stays as it is. */
async function toStart() {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const start = open.find((one) => new URL(one.url).pathname === "/");
  if (!start) {
    return self.clients.openWindow("/");
  }
  const shown = await start.focus();
  return shown.navigate("/").catch(() => shown); // it may be older than this service worker, which then may not
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(toStart());
});
