// A notice from the service: shown as it came, opened where it points, on this site alone.
import { kept } from "./cache";

declare const self: ServiceWorkerGlobalScope;

interface Note {
  title?: string;
  body?: string;
  url?: string;
  tag?: string;
}

// A push must always show something, so a payload that cannot be read shows the name of the app.
export async function pushed(event: PushEvent): Promise<void> {
  const note = read(event.data);
  await self.registration.showNotification(note.title ?? "VssID", {
    body: note.body,
    tag: note.tag,
    icon: kept.icon,
    data: { url: note.url },
  });
}

export async function tapped(event: NotificationEvent): Promise<void> {
  event.notification.close();
  const target = onThisSite(event.notification.data?.url);
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = open.find((client) => client.url === target) ?? open[0];
  if (!there) {
    await self.clients.openWindow(target);
    return;
  }
  await there.focus().catch(() => undefined); // where the browser minds, the page still goes to its place
  if (there.url !== target) await there.navigate(target).catch(() => self.clients.openWindow(target));
}

function read(data: PushMessageData | null): Note {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

function onThisSite(address: unknown): string {
  const home = new URL("/me/", self.location.origin);
  if (typeof address !== "string") return home.href;
  const target = new URL(address, home);
  return target.origin === home.origin ? target.href : home.href;
}
