// The key that opens the copies: at once, or after the lock.
import type { Owner } from "./store";

export async function opened(whose: Owner, _main: HTMLElement, _page: HTMLElement): Promise<CryptoKey | undefined> {
  return whose.privateKey;
}
