// Saves copies of the person's own pages, so that they open without network: the page that is open, and once
// a day, when the browser is idle, the others the server names. Visits are not among them.
import { painted } from "../painted";
import { daysKept, hasForgotten, signedIn, toldToForget, tooOld } from "./choice";
import { NEARBY } from "./nearby";
import { newOwner, seal } from "./sealing";
import { snapshot, type Snapshot } from "./snapshot";
import { type Copy, copies, copyAt, forget, keepCopies, keepOwner, type Owner, owner, removeCopies } from "./store";

const FRESH = 86_400_000;

type Named = Pick<Copy, "address" | "also" | "place">;

// Called before anything changes the page: what is kept is what the server wrote.
export async function keepPages(): Promise<void> {
  const here = document.getElementById("v-keep");
  const shown = here ? snapshot(document) : undefined;
  await painted();
  await removeWhatMustGo();
  const mark = here?.dataset.person;
  if (!mark) return;
  const before = await owner();
  if (before && before.mark !== mark) await forget();
  const pages = named(here.dataset.pages);
  if (!pages.length || !daysKept()) return;
  const current = await ownerFor(mark);
  await removeCopies((await copies()).filter((copy) => !pages.some((page) => page.address === copy.address)));
  const open = pages.find((page) => [page.address, page.also].includes(location.pathname + location.search));
  if (open && shown) await keep(open, shown, document.documentElement.lang, current);
  if (savesData()) return;
  whenIdle(() => void keepOthers(pages, current).then(() => keepPlaces(here.dataset.province)));
}

// What sign-out, the settings, somebody else's sign-in or its age ask to be removed.
export async function removeWhatMustGo(): Promise<void> {
  if (await forgotten()) return;
  const old = (await copies()).filter((copy) => tooOld(copy.saved));
  if (old.length) await removeCopies(old);
}

// Whether there were copies that must not be shown to whoever uses the device now; they are gone then.
export async function forgotten(): Promise<boolean> {
  const whose = await owner();
  const another = whose && ![undefined, whose.mark].includes(signedIn());
  if (!another && !toldToForget() && daysKept()) return false;
  if (whose) await forget();
  hasForgotten();
  return Boolean(whose);
}

function named(list = ""): Named[] {
  return list.split(" ").filter(Boolean).map((entry, place) => {
    const [address = "", also = ""] = entry.split("|");
    return { address, also, place };
  });
}

async function ownerFor(mark: string): Promise<Owner> {
  const known = await owner();
  if (known) return known;
  const fresh = await newOwner(mark);
  await keepOwner(fresh);
  return fresh;
}

async function keep(page: Named, shown: Snapshot, language: string, whose: Owner): Promise<void> {
  const copy = { ...page, saved: Date.now(), language };
  await keepCopies([await seal(copy, JSON.stringify(shown), whose.publicKey)], whose.series);
  dispatchEvent(new Event("vssid:kept"));
}

async function keepOthers(pages: Named[], whose: Owner): Promise<void> {
  for (const page of pages) {
    const kept = await copyAt(page.address);
    const fresh = kept && Date.now() - kept.saved < FRESH && kept.language === document.documentElement.lang;
    if (!fresh && !(await fetched(page, whose))) return;
  }
}

// Offices and clinics of the person's province: public, so the worker keeps the list as anybody is sent it, and
// with it the page that searches in it. A new version of the app has the list still and the page no more.
async function keepPlaces(province = ""): Promise<void> {
  if (!province || !navigator.serviceWorker?.controller) return;
  const address = `/lookup/offline/${province}.json`;
  const [kept, page] = await Promise.all([caches.match(address), caches.match(NEARBY)]);
  const age = kept ? Date.now() - Date.parse(kept.headers.get("date") ?? "") : Infinity;
  if (!(age < FRESH) || !page) await fetch(address).catch(() => undefined);
}

// False when the session has ended or the network is gone: the rest would fare no better.
async function fetched(page: Named, whose: Owner): Promise<boolean> {
  const answer = await fetch(page.address).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return false;
  const there = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (there.getElementById("v-keep")?.dataset.person !== whose.mark) return false;
  const shown = snapshot(there);
  if (shown) await keep(page, shown, there.documentElement.lang, whose);
  return true;
}

// Nothing is loaded ahead where data is saved (by our switch or the browser's), paid for by the piece or very
// slow; the page that is open is kept all the same.
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; metered?: boolean; effectiveType?: string } };
  if ("saver" in document.documentElement.dataset || connection?.saveData || connection?.metered) return true;
  return /2g$/.test(connection?.effectiveType ?? "");
}

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 4000 });
  else setTimeout(work, 1500);
}
