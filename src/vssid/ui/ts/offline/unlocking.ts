// The key that opens the copies: at once, or after the lock. An opened lock closes when the app is left.
import { MOST_TRIES, unlocked, waiting } from "./lock";
import { countTry, forget, type Owner, owner, triesForgotten } from "./store";

const LEFT_FOR = 60_000;
let open: { series: string; key: CryptoKey } | undefined;

// ``asked``: draws the form for the kind of lock and returns it. Undefined when the copies are gone.
export async function opened(whose: Owner, asked: (kind: string) => HTMLFormElement): Promise<CryptoKey | undefined> {
  if (whose.privateKey) return whose.privateKey;
  if (open?.series === whose.series) return open.key;
  const form = asked(whose.lock!.kind);
  form.querySelector("input")?.focus();
  const key = await new Promise<CryptoKey | undefined>((done) => {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const outcome = await tried(form);
      if (outcome) done(outcome === "gone" ? undefined : outcome);
    });
  });
  if (key) keepOpen(whose.series, key);
  return key;
}

// The try is counted before it is made: switching off in between gains nothing.
async function tried(form: HTMLFormElement): Promise<CryptoKey | "gone" | undefined> {
  const before = await owner();
  if (!before?.lock) return "gone";
  const wait = waiting(before.lock, Date.now());
  if (wait > 0) return say(form, "wait", { seconds: String(Math.ceil(wait / 1000)) });
  const lock = await countTry(Date.now());
  if (!lock) return "gone";
  try {
    const key = await unlocked(lock, form.querySelector("input")?.value);
    await triesForgotten();
    return key;
  } catch {
    // A holder who did not show up is no wrong guess: the device itself counts those.
    if (lock.kind === "passkey") await triesForgotten();
    else if (lock.tries >= MOST_TRIES) {
      await forget();
      return "gone";
    }
    return say(form, "wrong", { left: String(MOST_TRIES - lock.tries) });
  }
}

function say(form: HTMLFormElement, what: string, words: Record<string, string>): undefined {
  const line = form.querySelector<HTMLElement>(".v-err")!;
  line.hidden = false;
  for (const said of line.querySelectorAll<HTMLElement>("span")) {
    said.hidden = !(`data-${what}` in said.attributes);
    said.dataset.text ??= said.textContent ?? "";
    said.textContent = said.dataset.text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "");
  }
  const field = form.querySelector("input");
  if (field) field.value = "";
  field?.focus();
  return undefined;
}

function keepOpen(series: string, key: CryptoKey): void {
  open = { series, key };
  let left = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) left = Date.now();
    else if (Date.now() - left > LEFT_FOR) location.reload();
  });
}
