// Registers the service worker, and offers a new version when one is ready.
import { keepLanguage } from "../offline/store";
import { toast } from "./toast";

export async function serviceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await keepLanguage(document.documentElement.lang);
  const registration = await navigator.serviceWorker.register("/service-worker.js");
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      // Without a controller this is the first installation, which replaces nothing.
      if (coming.state === "installed" && navigator.serviceWorker.controller) offer(coming);
    });
  });
}

function offer(waiting: ServiceWorker): void {
  const shown = toast("v-new-version");
  shown?.querySelector("[data-do=take-over]")?.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take-over");
  });
}
