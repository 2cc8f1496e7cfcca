// Copies are sealed to a public key, so that they can be saved while a lock keeps the private key away.
// Each has its own AES-256-GCM key, agreed between a sender key of one use and the owner's key (ECDH on P-256,
// HKDF-SHA-256); address and time are bound in, so that no copy passes for another or for a younger one.
import type { Copy, Owner } from "./store";

export const CURVE = { name: "ECDH", namedCurve: "P-256" };
const { subtle } = crypto;
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export async function newKeys(extractable = false): Promise<CryptoKeyPair> {
  return subtle.generateKey(CURVE, extractable, ["deriveBits"]);
}

export async function newOwner(mark: string): Promise<Owner> {
  const { publicKey, privateKey } = await newKeys();
  return { mark, series: crypto.randomUUID(), publicKey, privateKey };
}

export type Unsealed = Pick<Copy, "address" | "also" | "place" | "saved" | "language">;

export async function seal(copy: Unsealed, text: string, to: CryptoKey): Promise<Copy> {
  const once = await newKeys();
  const sender = await subtle.exportKey("raw", once.publicKey);
  const key = await agreed(once.privateKey, to, sender, "encrypt");
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(copy) }, key, bytes(text));
  return { ...copy, sender, iv, sealed };
}

// Rejects when the copy was altered or is another owner's.
export async function unseal(copy: Copy, privateKey: CryptoKey): Promise<string> {
  const sender = await subtle.importKey("raw", copy.sender, CURVE, false, []);
  const key = await agreed(privateKey, sender, copy.sender, "decrypt");
  const opened = await subtle.decrypt(
    { name: "AES-GCM", iv: copy.iv, additionalData: bound(copy) },
    key,
    copy.sealed,
  );
  return new TextDecoder().decode(opened);
}

async function agreed(mine: CryptoKey, theirs: CryptoKey, salt: ArrayBuffer, use: KeyUsage): Promise<CryptoKey> {
  const secret = await subtle.deriveBits({ name: "ECDH", public: theirs }, mine, 256);
  const base = await subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: bytes("vssid saved copy") };
  return subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, [use]);
}

function bound(copy: Unsealed): Uint8Array<ArrayBuffer> {
  return bytes(`${copy.address} ${copy.saved}`);
}
