// Signs this browser up for short notices: only after a tap, and with a form that says where it goes.
export function pushForms(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-push-key]");
  if (!form || !("serviceWorker" in navigator) || !("PushManager" in window)) return;
  document.querySelector<HTMLElement>("[data-push-unable]")?.remove();
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    const field = form.elements.namedItem("subscription") as HTMLInputElement;
    if (field.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void subscribed(form.dataset.pushKey ?? "").then(
      (subscription) => {
        field.value = JSON.stringify(subscription);
        form.requestSubmit();
      },
      () => say(form, Notification.permission === "denied" ? "refused" : "failed"),
    );
  });
}

async function subscribed(key: string): Promise<PushSubscription> {
  if ((await Notification.requestPermission()) !== "granted") throw new Error("not allowed");
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  // one made for another key of this site would take nothing from us
  if (before && !sameKey(before.options.applicationServerKey, key)) await before.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

function sameKey(held: ArrayBuffer | null, key: string): boolean {
  if (!held) return false;
  const text = btoa(String.fromCharCode(...new Uint8Array(held)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === key;
}

function say(form: HTMLFormElement, what: string): void {
  for (const line of form.querySelectorAll<HTMLElement>("[data-push-refused], [data-push-failed]"))
    line.hidden = !line.matches(`[data-push-${what}]`);
}
