// Registers the service worker, and offers a new version when one is ready.
import { keepLanguage, keepSaver } from "../offline/store";
import { painted } from "../painted";
import { toast } from "./toast";

const PATIENCE = 1000;

export async function serviceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await painted();
  await Promise.race([told(), new Promise((done) => setTimeout(done, PATIENCE))]);
  const registration = await navigator.serviceWorker.register("/service-worker.js");
  void claimed();
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      // Without a controller this is the first installation, which replaces nothing.
      if (coming.state === "installed" && navigator.serviceWorker.controller) offer(coming);
    });
  });
}

// What the worker must know before it fills its caches. A database that is slow or closed to us holds up nothing.
async function told(): Promise<void> {
  const root = document.documentElement;
  await Promise.allSettled([keepLanguage(root.lang), keepSaver("saver" in root.dataset)]);
}

// The worker claims the pages that stand when it becomes active; one that was just being sent misses that.
async function claimed(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) active?.postMessage("claim");
}

function offer(waiting: ServiceWorker): void {
  const shown = toast("v-new-version");
  shown?.querySelector("[data-do=take-over]")?.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take-over");
  });
}
