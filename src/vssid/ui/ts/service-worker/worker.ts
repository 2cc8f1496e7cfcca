// Keeps what is public and the same for everybody, so that the app opens without network.
// Nothing personal is ever put into Cache Storage: pages under /me/ are answered by the network or by the
// offline page, whose script opens the sealed copies of ui/ts/offline.
import { forget } from "../offline/store";
import { fill, removeOld } from "./cache";
import { listAnswer, pageAnswer, staticAnswer } from "./answers";
import { pushed, tapped } from "./push";

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", (event) => event.waitUntil(fill()));

self.addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([removeOld(), self.clients.claim(), self.registration.navigationPreload?.enable()]),
  );
});

// A new version waits until somebody asks for it: two versions never serve one page.
self.addEventListener("message", (event) => {
  if (event.data === "take-over") self.skipWaiting();
  // A page that was still on its way while the worker became active is nobody's until it asks.
  if (event.data === "claim") event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  // Whoever signs out leaves nothing behind, even if the page's own script did not get to it.
  if (request.method === "POST" && url.pathname === "/accounts/logout/") event.waitUntil(forget());
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(pageAnswer(event, url));
  else if (url.pathname.startsWith("/static/")) event.respondWith(staticAnswer(request, url));
  else if (url.pathname.startsWith("/lookup/offline/")) event.respondWith(listAnswer(event));
});

self.addEventListener("push", (event) => event.waitUntil(pushed(event)));
self.addEventListener("notificationclick", (event) => event.waitUntil(tapped(event)));
