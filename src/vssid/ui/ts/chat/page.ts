// The chat without reloading: the same forms are sent, the answer holds only the turns that are new and what
// stands below them. Whatever fails goes the way of the plain form.
const AFTER = "X-Chat-After";
const LOOK_EVERY = 5000;

const chat = document.querySelector<HTMLElement>("[data-chat]");
const log = chat?.querySelector<HTMLElement>("[data-log]");
if (chat && log) {
  chat.addEventListener("submit", (event) => void sent(event));
  chat.addEventListener("keydown", sendOnEnter);
  setInterval(() => void look(), LOOK_EVERY);
  toEnd();
}

async function sent(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  if (form.dataset.plain !== undefined) return;
  event.preventDefault();
  if (chat?.getAttribute("aria-busy") === "true") return;
  const body = new FormData(form, event.submitter);
  const box = form.querySelector("textarea");
  const text = box?.value ?? "";
  if (box) box.value = "";
  const thinking = said("v-thinking", chat?.dataset.thinking ?? "");
  chat?.setAttribute("aria-busy", "true");
  try {
    await take(await fetch(form.action, { method: "POST", body, headers: { [AFTER]: shown() } }), form);
  } catch {
    thinking.replaceWith(said("v-failed", chat?.dataset.failed ?? ""));
    if (box) box.value = text;
  } finally {
    thinking.remove();
    chat?.setAttribute("aria-busy", "false");
    chat?.querySelector(".v-send")?.removeAttribute("aria-busy");
  }
}

// An officer's answer comes when it comes.
async function look(): Promise<void> {
  const state = chat?.querySelector<HTMLElement>("[data-below]")?.dataset.state;
  if (document.hidden || !state || state === "open" || chat?.getAttribute("aria-busy") === "true") return;
  const before = shown();
  const answer = await fetch(location.pathname, { headers: { [AFTER]: before } }).catch(() => null);
  if (answer?.ok && before === shown()) await take(answer);
}

// What is being typed stays when somebody else has spoken, and when it was not taken.
async function take(answer: Response, form?: HTMLFormElement): Promise<void> {
  if (answer.redirected || !(answer.ok || answer.status === 429)) return location.reload();
  const part = new DOMParser().parseFromString(await answer.text(), "text/html");
  const typed = words()?.value ?? "";
  const focused = document.activeElement === words();
  log?.querySelectorAll(".v-failed").forEach((line) => line.remove());
  const turns = part.querySelector<HTMLTemplateElement>("[data-turns]")?.content;
  if (turns?.firstElementChild) {
    log?.querySelectorAll(".v-chips").forEach((old) => old.remove());
    log?.append(turns);
  }
  const refused = part.querySelector("[data-refused]")?.textContent;
  if (refused) said("v-failed", refused);
  const below = part.querySelector("[data-below]");
  const own = chat?.querySelector<HTMLElement>("[data-below]");
  if (below && own && (form || below.innerHTML !== own.innerHTML)) own.replaceWith(below);
  const box = words();
  if (box && typed) box.value = typed;
  if (focused || form?.querySelector("textarea")) box?.focus({ preventScroll: true });
  toEnd();
}

function said(kind: string, text: string): HTMLElement {
  const line = document.createElement("p");
  line.className = `v-turn ${kind}`;
  line.textContent = text;
  log?.append(line);
  toEnd();
  return line;
}

function sendOnEnter(event: KeyboardEvent): void {
  const box = event.target;
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !(box instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  box.form?.requestSubmit(box.form.querySelector<HTMLButtonElement>(".v-send"));
}

const words = (): HTMLTextAreaElement | null | undefined => chat?.querySelector("textarea");

function shown(): string {
  const turns = log?.querySelectorAll<HTMLElement>("[data-turn]") ?? [];
  return turns[turns.length - 1]?.dataset.turn ?? "0";
}

function toEnd(): void {
  const turns = log?.querySelectorAll("[data-turn], .v-thinking, .v-failed");
  turns?.[turns.length - 1]?.scrollIntoView({ block: "nearest" });
}
