// The caches: files and offline pages of this version, public pages of this version, lists that outlive it.
import { language, saverChosen } from "../offline/store";

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
// Installed is the worker once its style, script and the offline page of the reader's language are there. The
// rest is tried, and a picture or another language that does not come costs nobody the app.
export async function fill(): Promise<void> {
  const files = await caches.open(FILES);
  const [wanted, saves] = await Promise.all([language().catch(() => ""), savesData()]);
  const shells = Object.entries(kept.shells).map(([code, address]) => ({ address, needed: code === wanted }));
  if (!shells.some((one) => one.needed)) shells[0].needed = true;
  const own = kept.files.map((address) => ({ address, needed: /\.(css|js)$/.test(address) }));
  await Promise.all([
    ...own.filter(({ address }) => !(saves && isFont(address))).map((one) => keepFile(files, one)),
    ...shells.map((one) => keepFile(files, one, "reload")),
  ]);
}

// With data saver on, the browser's or the person's own, the device's type serves and no font is fetched.
async function savesData(): Promise<boolean> {
  const asked = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  return asked || (await saverChosen().catch(() => false));
}

const isFont = (address: string): boolean => address.endsWith(".woff2");

interface Wanted {
  address: string;
  needed: boolean;
}

async function keepFile(files: Cache, { address, needed }: Wanted, cache?: RequestCache): Promise<void> {
  const kept = files.add(new Request(address, { credentials: "omit", cache }));
  await (needed ? kept : kept.catch(() => undefined));
}

export async function removeOld(): Promise<void> {
  const current = [FILES, PAGES, LISTS];
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("vssid-") && !current.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}
