// Offers installation: a row in Settings, and once, on the second visit, a notice on the start page. Says, without
// saying who, that it was installed, and once a month that it is used so.
import { toast } from "./toast";

interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

const HOME = "/me/";
const VISITS = "vssid-visits";
const COUNTED = "vssid-use-counted";
const ANSWERED = "vssid-install-answered";

export function installOffer(): void {
  const second = countVisit() >= 2;
  const installed = isInstalled();
  const iPhone = "standalone" in navigator;
  sayWhich(installed);
  if (installed) {
    countUse();
    return showInSettings("installed");
  }
  if (iPhone && second) notice("v-install-by-hand");
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    const ask = async (): Promise<void> => {
      remember(ANSWERED, "1");
      await (event as InstallPrompt).prompt();
    };
    showInSettings("prompt", ask);
    if (second) notice("v-install", ask);
  });
  addEventListener("appinstalled", () => {
    tell("installed");
    showInSettings("installed");
  });
}

function isInstalled(): boolean {
  return matchMedia("(display-mode: standalone)").matches || Boolean((navigator as { standalone?: boolean }).standalone);
}

// The app and the browser share their cookies, so each page says anew where it is shown.
function sayWhich(installed: boolean): void {
  const age = installed ? 86_400 : 0;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `vssid_via=app; Path=/; SameSite=Lax; Max-Age=${age}${secure}`;
}

function countUse(): void {
  const month = new Date().toISOString().slice(0, 7);
  if (recall(COUNTED) !== month && navigator.onLine && tell("used_installed")) remember(COUNTED, month);
}

function tell(how: string): boolean {
  return navigator.sendBeacon("/installed/", new URLSearchParams({ how }));
}

function notice(template: string, ask?: () => Promise<void>): void {
  if (location.pathname !== HOME || recall(ANSWERED)) return;
  const shown = toast(template);
  shown?.querySelector("[data-do=later]")?.addEventListener("click", () => remember(ANSWERED, "1"));
  shown?.querySelector("[data-do=install]")?.addEventListener("click", () => {
    shown.remove();
    void ask?.();
  });
}

function showInSettings(part: string, ask?: () => Promise<void>): void {
  for (const one of document.querySelectorAll<HTMLElement>("[data-install]")) one.hidden = one.dataset.install !== part;
  if (ask) document.querySelector("[data-install] [data-do=install]")?.addEventListener("click", () => void ask());
}

// A visit lasts as long as the tab.
function countVisit(): number {
  const before = Number(recall(VISITS) ?? 0);
  if (sessionStorage.getItem(VISITS)) return before;
  sessionStorage.setItem(VISITS, "1");
  remember(VISITS, String(before + 1));
  return before + 1;
}

const recall = (name: string): string | null => localStorage.getItem(name);
const remember = (name: string, value: string): void => localStorage.setItem(name, value);
