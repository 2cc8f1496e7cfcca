// The caches: files and offline pages of this version, public pages of this version, lists that outlive it.
interface Kept {
  version: string;
  files: string[];
  icon: string;
  shells: Record<string, string>;
}

declare const self: ServiceWorkerGlobalScope & { vssid: Kept };

export const kept = self.vssid;
export const FILES = `vssid-files-${kept.version}`;
export const PAGES = `vssid-pages-${kept.version}`;
export const LISTS = "vssid-lists";

// Asked for without cookies: what is kept is what anybody would be sent.
// With data saver on, the device's own type serves and no font is fetched.
export async function fill(): Promise<void> {
  const files = await caches.open(FILES);
  const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  const wanted = kept.files.filter((address) => !(saves && address.endsWith(".woff2")));
  const shells = Object.values(kept.shells);
  await files.addAll([
    ...wanted.map((address) => new Request(address, { credentials: "omit" })),
    ...shells.map((address) => new Request(address, { credentials: "omit", cache: "reload" })),
  ]);
}

export async function removeOld(): Promise<void> {
  const current = [FILES, PAGES, LISTS];
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("vssid-") && !current.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}
