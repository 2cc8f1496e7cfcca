// The device's own small database. What is in it:
//   device  – the language of the pages, by name; nothing personal
//   owner   – one row: whose copies these are (an opaque mark) and the keys that open them
//   copies  – sealed pages by address, with the time they were saved
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

export interface Lock {
  kind: "pin" | "passkey";
  salt: Uint8Array;
  wrapped: ArrayBuffer;
  iv: Uint8Array;
  tries: number;
  last: number;
  credential?: ArrayBuffer;
}

export interface Owner {
  mark: string;
  series: string;
  publicKey: CryptoKey;
  privateKey?: CryptoKey;
  lock?: Lock;
}

export interface Copy {
  address: string;
  saved: number;
  language: string;
  sender: ArrayBuffer;
  iv: Uint8Array;
  sealed: ArrayBuffer;
}

interface Schema extends DBSchema {
  device: { key: string; value: string };
  owner: { key: string; value: Owner };
  copies: { key: string; value: Copy };
}

const OWNER = "owner";
let opened: Promise<IDBPDatabase<Schema>> | undefined;

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("vssid", 1, {
    upgrade(db) {
      db.createObjectStore("device");
      db.createObjectStore("owner");
      db.createObjectStore("copies", { keyPath: "address" });
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
  return (await database()).get("copies", address);
}

export async function hasCopy(address: string): Promise<boolean> {
  return (await (await database()).getKey("copies", address)) !== undefined;
}

// A copy is written only while the keys it was sealed for are still there: one that was on its way when
// somebody signed out in another tab is dropped.
export async function keepCopy(copy: Copy, series: string): Promise<boolean> {
  const work = (await database()).transaction(["owner", "copies"], "readwrite");
  const current = await work.objectStore("owner").get(OWNER);
  const wanted = current?.series === series;
  if (wanted) await work.objectStore("copies").put(copy);
  await work.done;
  return wanted;
}

export async function removeCopies(addresses: string[]): Promise<void> {
  const work = (await database()).transaction("copies", "readwrite");
  await Promise.all(addresses.map((address) => work.store.delete(address)));
  await work.done;
}

// Keys and copies go together, in one transaction; open tabs are told.
export async function forget(): Promise<void> {
  const work = (await database()).transaction(["owner", "copies"], "readwrite");
  await Promise.all([work.objectStore("owner").clear(), work.objectStore("copies").clear(), work.done]);
  const channel = new BroadcastChannel("vssid");
  channel.postMessage("forgotten");
  channel.close();
}
