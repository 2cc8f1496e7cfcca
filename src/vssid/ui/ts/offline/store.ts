// The device's own small database. What is in it:
//   device  – the language of the pages and the data saver; nothing personal
//   owner   – one row: whose copies these are (an opaque mark) and the keys that open them
//   copies  – sealed pages by address, with the time they were saved
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Lock } from "./lock";

export interface Owner {
  mark: string;
  series: string;
  publicKey: CryptoKey;
  // Absent while a lock holds it.
  privateKey?: CryptoKey;
  lock?: Lock;
}

export interface Copy {
  address: string;
  // Another address of the same page.
  also: string;
  // Its place among the pages the server names.
  place: number;
  saved: number;
  language: string;
  sender: ArrayBuffer;
  iv: Uint8Array;
  sealed: ArrayBuffer;
}

interface Schema extends DBSchema {
  device: { key: string; value: string };
  owner: { key: string; value: Owner };
  copies: { key: string; value: Copy; indexes: { also: string } };
}

const OWNER = "owner";
let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("vssid", 1, {
    upgrade(db) {
      db.createObjectStore("device");
      db.createObjectStore("owner");
      db.createObjectStore("copies", { keyPath: "address" }).createIndex("also", "also");
    },
    terminated: () => (opened = undefined),
  });
  return opened;
}

export async function language(): Promise<string> {
  return (await (await database()).get("device", "language")) ?? "vi";
}

export async function keepLanguage(code: string): Promise<void> {
  if ((await language()) !== code) await (await database()).put("device", code, "language");
}

// Whether the person's own data saver is on, for the worker, which sees neither page nor cookies.
export async function saverChosen(): Promise<boolean> {
  return (await (await database()).get("device", "saver")) === "on";
}

export async function keepSaver(on: boolean): Promise<void> {
  if ((await saverChosen()) !== on) await (await database()).put("device", on ? "on" : "", "saver");
}

export async function owner(): Promise<Owner | undefined> {
  return (await database()).get("owner", OWNER);
}

export async function keepOwner(row: Owner): Promise<void> {
  await (await database()).put("owner", row, OWNER);
}

export async function copies(): Promise<Copy[]> {
  return (await database()).getAll("copies");
}

export async function copyAt(address: string): Promise<Copy | undefined> {
  const db = await database();
  return (await db.get("copies", address)) ?? db.getFromIndex("copies", "also", address);
}

// A copy is written only while the keys it was sealed for are still there: one that was on its way when
// somebody signed out in another tab is dropped.
export async function keepCopies(rows: Copy[], series: string): Promise<void> {
  const work = (await database()).transaction(["owner", "copies"], "readwrite");
  const current = await work.objectStore("owner").get(OWNER);
  if (current?.series === series) for (const row of rows) await work.objectStore("copies").put(row);
  await work.done;
}

export async function removeCopies(rows: Copy[]): Promise<void> {
  const work = (await database()).transaction("copies", "readwrite");
  for (const row of rows) await work.store.delete(row.address);
  await work.done;
}

// Keys and copies go together, in one transaction; open tabs are told.
export async function forget(): Promise<void> {
  const work = (await database()).transaction(["owner", "copies"], "readwrite");
  await work.objectStore("owner").clear();
  await work.objectStore("copies").clear();
  await work.done;
  const channel = new BroadcastChannel("vssid");
  channel.postMessage("forgotten");
  channel.close();
}

// One try more, in one transaction: two tabs cannot share it. Undefined when there is no lock any more.
export async function countTry(now: number): Promise<Lock | undefined> {
  return changeLock((lock) => ({ ...lock, tries: lock.tries + 1, last: now }));
}

export async function triesForgotten(): Promise<void> {
  await changeLock((lock) => ({ ...lock, tries: 0, last: 0 }));
}

async function changeLock(change: (lock: Lock) => Lock): Promise<Lock | undefined> {
  const work = (await database()).transaction("owner", "readwrite");
  const row = await work.store.get(OWNER);
  const lock = row?.lock && change(row.lock);
  if (row && lock) await work.store.put({ ...row, lock }, OWNER);
  await work.done;
  return lock;
}
