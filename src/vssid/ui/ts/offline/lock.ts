// What keeps the private key away until its holder has shown to be there: a key made from a PIN, or from a
// secret that the device gives only to a verified holder (WebAuthn with the PRF extension).
import { newKeys, CURVE } from "./sealing";
import type { Owner } from "./store";

export interface Lock {
  kind: "pin" | "passkey";
  salt: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: ArrayBuffer;
  // Wrong tries in a row, and when the last one was.
  tries: number;
  last: number;
  credential?: ArrayBuffer;
}

export const MOST_TRIES = 10;
// OWASP's number for PBKDF2 with SHA-256.
const ROUNDS = 600_000;
const FREE_TRIES = 3;
const FIRST_WAIT = 5000;
const WRAPPING: KeyUsage[] = ["wrapKey", "unwrapKey"];
const AES = { name: "AES-GCM", length: 256 };
const { subtle } = crypto;
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

// At least six digits, not all the same and not a row up or down.
export function goodPin(pin: string): boolean {
  const rows = "01234567890 09876543210";
  return /^\d{6,}$/.test(pin) && !/^(\d)\1*$/.test(pin) && !rows.includes(pin);
}

// Milliseconds to wait before the next try: none at first, then 5 s, 10 s, 20 s …
export function waiting(lock: Lock, now: number): number {
  if (lock.tries < FREE_TRIES) return 0;
  const wait = FIRST_WAIT * 2 ** (lock.tries - FREE_TRIES);
  return Math.max(0, Math.min(wait, lock.last + wait - now));
}

export async function lockedByPin(mark: string, pin: string): Promise<Owner> {
  const salt = random(16);
  return lockedOwner(mark, await fromPin(pin, salt), { kind: "pin", salt });
}

// Undefined where the device cannot.
export async function lockedByPasskey(mark: string): Promise<Owner | undefined> {
  const salt = random(32);
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: random(32),
      rp: { name: "VssID" },
      user: { id: random(16), name: "VssID", displayName: "VssID" },
      pubKeyCredParams: [-7, -257].map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: { authenticatorAttachment: "platform", userVerification: "required" },
      extensions: { prf: { eval: { first: salt } } },
    },
  })) as PublicKeyCredential | null;
  if (!made?.getClientExtensionResults().prf?.enabled) return undefined;
  const credential = made.rawId;
  return lockedOwner(mark, await fromPasskey(salt, credential), { kind: "passkey", salt, credential });
}

export async function passkeyOffered(): Promise<boolean> {
  const asked = window.PublicKeyCredential?.getClientCapabilities;
  if (!asked) return false;
  const can = await asked.call(PublicKeyCredential);
  return Boolean(can["extension:prf"] && can.userVerifyingPlatformAuthenticator);
}

// Rejects when the PIN is wrong or the holder did not show up.
export async function unlocked(lock: Lock, pin = ""): Promise<CryptoKey> {
  const key = lock.kind === "pin" ? await fromPin(pin, lock.salt) : await fromPasskey(lock.salt, lock.credential!);
  const how = { name: "AES-GCM", iv: lock.iv };
  return subtle.unwrapKey("pkcs8", lock.wrapped, key, how, CURVE, false, ["deriveBits"]);
}

async function lockedOwner(mark: string, key: CryptoKey, made: Pick<Lock, "kind" | "salt" | "credential">): Promise<Owner> {
  const { publicKey, privateKey } = await newKeys(true);
  const iv = random(12);
  const wrapped = await subtle.wrapKey("pkcs8", privateKey, key, { name: "AES-GCM", iv });
  return { mark, series: crypto.randomUUID(), publicKey, lock: { ...made, iv, wrapped, tries: 0, last: 0 } };
}

async function fromPin(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const base = await subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return subtle.deriveKey(how, base, AES, false, WRAPPING);
}

async function fromPasskey(salt: Uint8Array<ArrayBuffer>, id: ArrayBuffer): Promise<CryptoKey> {
  const shown = (await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      allowCredentials: [{ type: "public-key", id, transports: ["internal"] }],
      userVerification: "required",
      extensions: { prf: { eval: { first: salt } } },
    },
  })) as PublicKeyCredential | null;
  const secret = shown?.getClientExtensionResults().prf?.results?.first;
  if (!secret) throw new Error("the device gave no secret");
  const base = await subtle.importKey("raw", secret as ArrayBuffer, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("vssid lock");
  return subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info }, base, AES, false, WRAPPING);
}
