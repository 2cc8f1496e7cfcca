// The offline page: in the place of a page that cannot be reached it shows the copy saved on the device.
import { cookie, tooOld } from "./choice";
import { forgotten, removeWhatMustGo } from "./keeping";
import { greyDeadLinks } from "./links";
import { momentWriter, today } from "./moments";
import { unseal } from "./sealing";
import type { Snapshot } from "./snapshot";
import { copies, copyAt, type Copy, owner } from "./store";
import { toast } from "../installed/toast";
import { copyButtons } from "../copy";
import { opened } from "./unlocking";

const LIST = "/me/";
const USABLE_CARD = ".v-pass.valid, .v-pass.expiring";

export async function offlinePage(): Promise<void> {
  const shell = document.querySelector<HTMLElement>("[data-shell]");
  if (!shell) return;
  lookAsChosen();
  try {
    await new Shell(shell).start();
  } finally {
    shell.dataset.ready = "";
  }
}

class Shell {
  private readonly bar = document.querySelector<HTMLElement>(".v-top")!;
  private readonly main = document.querySelector<HTMLElement>("main")!;
  private readonly written: (saved: number) => string;

  constructor(private readonly page: HTMLElement) {
    this.written = momentWriter(page);
  }

  async start(): Promise<void> {
    // Nothing is shown that must go; what has only grown old is passed over now and removed afterwards. With
    // nothing to stand in for it any more, the page itself is worth waiting for.
    if (await forgotten()) return location.reload();
    new BroadcastChannel("vssid").onmessage = () => void this.show(here());
    addEventListener("online", () => {
      toast("v-online")?.querySelector("[data-do=reload]")?.addEventListener("click", () => location.reload());
    });
    addEventListener("popstate", () => void this.show(here()));
    document.addEventListener("click", (event) => void this.follow(event));
    await this.show(here());
    await removeWhatMustGo();
  }

  // From one copy to another without asking the network, which may be slow to say that it is gone.
  private async follow(event: MouseEvent): Promise<void> {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href^='/me/']");
    if (!link || link.getAttribute("href") === "" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const target = new URL(link.href);
    history.pushState(null, "", target.pathname + target.search);
    await this.show(here());
    scrollTo(0, 0);
    this.main.focus();
  }

  private async show(address: string): Promise<void> {
    if (!address.startsWith(LIST)) return this.offerList();
    document.querySelector(`.v-tabs [href='${LIST}']`)?.setAttribute("aria-current", "page");
    if (address === LIST) return this.list();
    const copy = await copyAt(address);
    if (!copy || tooOld(copy.saved)) return this.nothing(address);
    const key = await this.key();
    if (!key) return this.nothing(address);
    const snapshot = JSON.parse(await unseal(copy, key)) as Snapshot;
    document.documentElement.lang = copy.language;
    document.title = `${snapshot.title} – VssID`;
    this.heading(snapshot.title);
    document.querySelector(".v-subtabs")?.remove();
    this.bar.insertAdjacentHTML("afterend", snapshot.subnav);
    this.main.innerHTML = snapshot.main;
    this.asOfToday();
    const kind = this.main.querySelector(USABLE_CARD) ? "shell-saved-card" : "shell-saved";
    this.main.prepend(this.made(kind, { moment: this.written(copy.saved) }));
    this.page.dataset.ready = "";
    performance.mark("vssid-copy-shown");
    copyButtons();
    const greyed = await greyDeadLinks(this.page, this.page.dataset.needsNetwork ?? "");
    if (greyed) this.main.append(this.made("shell-grey", {}));
  }

  // A card says what it has to say on the day it is looked at: the server wrote that along.
  private asOfToday(): void {
    const later = [...this.main.querySelectorAll<HTMLTemplateElement>("template[data-from]")];
    const due = later.filter((template) => (template.dataset.from ?? "") <= today()).at(-1);
    if (due) this.main.replaceChildren(due.content);
    for (const template of later) template.remove();
  }

  private async list(): Promise<void> {
    const saved = (await copies()).filter((copy) => !tooOld(copy.saved));
    const key = saved.length ? await this.key() : undefined;
    if (!key) return this.nothing(LIST);
    this.main.replaceChildren(this.made("shell-list", {}));
    const rows = this.main.querySelector("ul")!;
    for (const copy of saved.sort((a, b) => a.place - b.place)) rows.append(this.row(copy, JSON.parse(await unseal(copy, key))));
  }

  private row(copy: Copy, { title, label }: Snapshot): DocumentFragment {
    const row = this.made("shell-row", { title, label, moment: this.written(copy.saved) });
    row.querySelector("a")!.setAttribute("href", copy.address);
    const kind = copy.address.split("/")[2] ?? "";
    for (const icon of row.querySelectorAll<SVGElement>("[data-of]")) if (icon.dataset.of !== kind) icon.remove();
    return row;
  }

  private nothing(address: string): void {
    document.querySelector(".v-subtabs")?.remove();
    const never = address.startsWith("/me/visits/");
    this.main.replaceChildren(this.made(never ? "shell-never" : "shell-nothing", {}));
    void this.offerList();
  }

  // The way to what is there, where what was wanted is not.
  private async offerList(): Promise<void> {
    const link = this.main.querySelector<HTMLElement>("[data-saved]");
    if (link) link.hidden = here() === LIST || !(await copies()).length;
  }

  private async key(): Promise<CryptoKey | undefined> {
    if (await forgotten()) return undefined;
    const whose = await owner();
    return whose && opened(whose, (kind) => this.lockForm(kind));
  }

  private lockForm(kind: string): HTMLFormElement {
    document.querySelector(".v-subtabs")?.remove();
    this.main.replaceChildren(this.made(`shell-${kind}`, {}));
    this.page.dataset.ready = "";
    return this.main.querySelector("form")!;
  }

  private heading(title: string): void {
    this.bar.replaceChildren(this.made("shell-bar", { title }));
  }

  // A template of the page with {words} filled in.
  private made(id: string, words: Record<string, string>): DocumentFragment {
    const template = document.getElementById(id) as HTMLTemplateElement;
    const made = template.content.cloneNode(true) as DocumentFragment;
    const texts = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      text.data = text.data.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
    }
    return made;
  }
}

const here = (): string => location.pathname + location.search;

// The page was kept for everybody: its looks come from this device's own choice.
function lookAsChosen(): void {
  const root = document.documentElement;
  const theme = cookie("vssid_theme");
  const text = cookie("vssid_text");
  if (theme) root.dataset.bsTheme = theme;
  if (text && text !== "100") root.dataset.text = text;
  const eases = (cookie("vssid_ease") ?? "").split(".");
  if (eases.includes("contrast")) root.dataset.contrast = "more";
  if (eases.includes("motion")) root.dataset.motion = "less";
}
