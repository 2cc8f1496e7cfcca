// What the device was told: how many days copies are kept (none: 0), whose they may be, whether to forget them now.
const DEFAULT_DAYS = 7;
const A_DAY = 86_400_000;

export function cookie(name: string): string | undefined {
  return document.cookie
    .split("; ")
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

export function daysKept(): number {
  const chosen = cookie("vssid_offline") ?? String(DEFAULT_DAYS);
  if (chosen === "off") return 0;
  return ["1", "7", "30"].includes(chosen) ? Number(chosen) : DEFAULT_DAYS;
}

// A clock that was put back by more than a day would make copies live on; they are then too old as well.
export function tooOld(saved: number): boolean {
  const age = Date.now() - saved;
  return age > daysKept() * A_DAY || age < -A_DAY;
}

// The mark of who signed in here last and has not signed out; undefined where nobody did.
export function signedIn(): string | undefined {
  return cookie("vssid_owner");
}

// Sign-out leaves this mark when no script of ours saw it happen.
export function toldToForget(): boolean {
  return cookie("vssid_forget") !== undefined;
}

export function hasForgotten(): void {
  document.cookie = "vssid_forget=; max-age=0; path=/; samesite=lax";
}
