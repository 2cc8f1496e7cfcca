// The page about saved copies: what is there, remove it, lock it, install the app.
import { goodPin, lockedByPasskey, lockedByPin, passkeyOffered } from "./lock";
import { momentWriter } from "./moments";
import { copies, copyAt, forget, keepOwner, owner, type Owner, removeCopies } from "./store";

export async function offlineSettings(): Promise<void> {
  const page = document.querySelector<HTMLElement>("[data-offline-settings]");
  if (!page || !page.querySelector("[data-kept]")) return;
  await showKept(page);
  addEventListener("vssid:kept", () => void showKept(page));
  on(page, "remove", async () => {
    await removeCopies(await copies());
    await showKept(page);
  });
  await offerLock(page);
}

async function showKept(page: HTMLElement): Promise<void> {
  const written = momentWriter(page);
  let any = false;
  for (const row of page.querySelectorAll<HTMLElement>("[data-kept]")) {
    const when = row.querySelector<HTMLElement>("[data-when]")!;
    when.dataset.none ??= when.textContent ?? "";
    const copy = await copyAt(row.dataset.kept ?? "");
    any ||= Boolean(copy);
    when.textContent = copy
      ? (when.dataset.saved ?? "").replace("{moment}", written(copy.saved))
      : when.dataset.none;
  }
  const button = page.querySelector<HTMLElement>("[data-do=remove]");
  if (button) button.hidden = !any;
}

// Setting or taking off a lock starts anew: the copies go, and come again from the network under other keys.
async function offerLock(page: HTMLElement): Promise<void> {
  const locked = Boolean((await owner())?.lock);
  for (const part of page.querySelectorAll<HTMLElement>("[data-lock]")) {
    part.hidden = part.dataset.lock !== (locked ? "set" : "none");
  }
  const mark = document.getElementById("v-keep")?.dataset.person ?? "";
  const passkey = page.querySelector<HTMLElement>("[data-do=passkey]");
  if (passkey) passkey.hidden = !(await passkeyOffered());
  on(page, "passkey", async () => anew(page, await lockedByPasskey(mark).catch(() => undefined)));
  on(page, "unlock", async () => {
    await forget();
    location.reload();
  });
  page.querySelector("form[data-do=pin]")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = page.querySelector<HTMLInputElement>("#new-pin")!;
    const good = goodPin(field.value);
    page.querySelector<HTMLElement>("#new-pin-error")!.hidden = good;
    field.setAttribute("aria-invalid", String(!good));
    if (good) await anew(page, await lockedByPin(mark, field.value));
    else field.focus();
  });
}

async function anew(page: HTMLElement, made: Owner | undefined): Promise<void> {
  page.querySelector<HTMLElement>("[data-lock-failed]")!.hidden = made !== undefined;
  if (!made) return;
  await forget();
  await keepOwner(made);
  location.reload();
}

function on(page: HTMLElement, what: string, act: () => Promise<void>): void {
  page.querySelector(`button[data-do=${what}]`)?.addEventListener("click", () => void act());
}
