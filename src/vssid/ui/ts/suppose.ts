// A question whose answer changes while somebody chooses: a slider with its two buttons under a number, and the
// answer fetched anew. What is shown and kept is always of what is entered, or says that it is not.
// Without this script the form is sent by its button.
const SOON = 300;
const PAUSE = 250;
const EDGE = 16;

interface Question {
  form: HTMLFormElement;
  answered: string;
  running: AbortController | null;
  pause: number;
}

export function supposeForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-suppose]")) {
    const question: Question = { form, answered: entered(form), running: null, pause: 0 };
    const answer = document.querySelector<HTMLElement>("[data-answered]");
    const live = answer !== null;
    if (answer) holdInSight(answer);
    const changed = live ? (soon: boolean) => follow(question, soon) : () => undefined;
    for (const one of form.elements) {
      if (one instanceof HTMLInputElement && one.dataset.most) addSlider(one, () => changed(true));
      if (!(one instanceof HTMLButtonElement)) watch(one, live, changed, question);
    }
  }
}

// An answer that sticks is seen to its end, however high it is: then its upper part goes out of sight.
function holdInSight(answer: HTMLElement): void {
  const hold = (): void => {
    const bars = ["header", "nav"].map((name) => document.querySelector<HTMLElement>(`${name}.v-top, ${name}.v-tabs`)?.offsetHeight ?? 0);
    const [above = 0, below = 0] = bars;
    const room = window.innerHeight - below - answer.offsetHeight - EDGE;
    answer.style.top = `${Math.min(above + EDGE, room)}px`;
  };
  new ResizeObserver(hold).observe(answer);
  addEventListener("resize", hold);
}

// Half a number is no question yet: what is typed is asked when it is done.
function watch(one: Element, live: boolean, changed: (soon: boolean) => void, question: Question): void {
  if (!live) return;
  one.addEventListener("input", () => match(question));
  one.addEventListener("change", () => changed(false));
}

function addSlider(input: HTMLInputElement, changed: () => void): void {
  const drawn = document.querySelector<HTMLTemplateElement>("template[data-slide]")?.content.cloneNode(true);
  const slide = (drawn as DocumentFragment | undefined)?.firstElementChild;
  const slider = slide?.querySelector<HTMLInputElement>("input");
  if (!slide || !slider) return;
  const { least = "0", most = "0" } = input.dataset;
  const label = labelOf(input);
  slider.min = least;
  slider.max = most;
  slider.setAttribute("aria-labelledby", label);
  const told = (): void => slider.setAttribute("aria-valuetext", inWords(input, slider.value));
  const choose = (value: number): void => {
    slider.value = String(value);
    input.value = slider.value;
    told();
    changed();
  };
  slider.addEventListener("input", () => choose(Number(slider.value)));
  for (const button of slide.querySelectorAll<HTMLElement>("[data-by]")) {
    button.setAttribute("aria-describedby", label);
    button.addEventListener("click", () => choose(Number(slider.value) + Number(button.dataset.by)));
  }
  const follows = (): void => {
    if (/^\d+$/.test(input.value)) slider.value = input.value;
    told();
  };
  input.addEventListener("input", follows);
  follows();
  const [from, to] = slide.querySelectorAll(".ends span");
  if (from) from.textContent = inWords(input, least);
  if (to) to.textContent = inWords(input, most);
  input.after(slide);
}

function inWords(input: HTMLInputElement, value: string): string {
  const pattern = (value === "1" ? input.dataset.single : input.dataset.several) ?? "{}";
  return pattern.replace("{}", value);
}

function labelOf(input: HTMLInputElement): string {
  const label = input.labels?.[0];
  if (!label) return "";
  label.id ||= `${input.id}_label`;
  return label.id;
}

function entered(form: HTMLFormElement): string {
  return new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString();
}

// Whether the answer that stands is of what is entered; only such a one is kept.
function match(question: Question): boolean {
  const same = entered(question.form) === question.answered;
  for (const part of parts()) part.toggleAttribute("data-stale", !same);
  const keep = document.querySelector<HTMLButtonElement>("[data-keep]");
  const why = document.querySelector<HTMLElement>("[data-why]");
  if (keep) keep.disabled = !same;
  if (why) why.hidden = same;
  return same;
}

function follow(question: Question, soon: boolean): void {
  clearTimeout(question.pause);
  if (match(question)) rest(question);
  else if (soon) question.pause = window.setTimeout(() => void ask(question), PAUSE);
  else void ask(question);
}

// Back to what was answered already: nothing is asked, and nothing is wrong any more.
function rest(question: Question): void {
  question.running?.abort();
  said();
  mark(question.form, null);
}

async function ask(question: Question): Promise<void> {
  question.running?.abort();
  const mine = (question.running = new AbortController());
  const given = entered(question.form);
  for (const part of parts()) part.setAttribute("aria-busy", "true");
  const waiting = window.setTimeout(() => said("computing"), SOON);
  try {
    const address = `${location.pathname}?${given}`;
    const answer = await fetch(address, { redirect: "error", signal: mine.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) show(question, page, address, given);
    else if (answer.status === 422) refuse(question, page);
    else lost(page.querySelector("main h1")?.textContent);
  } catch {
    if (!mine.signal.aborted) lost();
  } finally {
    clearTimeout(waiting);
    if (question.running === mine) {
      question.running = null;
      for (const part of parts()) part.removeAttribute("aria-busy");
    }
  }
}

function show(question: Question, page: Document, address: string, given: string): void {
  for (const part of parts()) {
    const now = page.querySelector(`[data-answer="${part.dataset.answer ?? ""}"]`);
    const open = part.querySelector("details")?.open ?? false;
    part.replaceChildren(...(now?.childNodes ?? []));
    const details = part.querySelector("details");
    if (details && open && part.dataset.answer === "picture") details.open = true;
  }
  mark(question.form, page);
  said();
  question.answered = given;
  match(question);
  history.replaceState(null, "", address);
}

function refuse(question: Question, page: Document): void {
  mark(question.form, page);
  said("unmatched");
}

// Without an answer; the page that came instead may say why.
function lost(why?: string | null): void {
  said();
  const notice = document.querySelector<HTMLTemplateElement>("template[data-lost]")?.content.cloneNode(true);
  const title = (notice as DocumentFragment | undefined)?.querySelector("b");
  if (title && why) title.textContent = why;
  if (notice) document.querySelector("[data-trouble]")?.replaceChildren(notice);
}

function said(what?: "computing" | "unmatched"): void {
  const answer = document.querySelector<HTMLElement>("[data-answered]");
  const line = answer?.querySelector("[data-state]");
  if (line) line.textContent = (what && answer?.dataset[what]) ?? "";
  document.querySelector("[data-trouble]")?.replaceChildren();
}

function parts(): NodeListOf<HTMLElement> {
  return document.querySelectorAll("[data-answer]");
}

// Errors as the page has them that came as the answer, none without one. The fields stay: somebody is in one of them.
function mark(form: HTMLFormElement, page: Document | null): void {
  const summary = page?.querySelector("[data-errors]")?.childNodes ?? [];
  document.querySelector("[data-errors]")?.replaceChildren(...summary);
  for (const one of form.elements) {
    const name = one.getAttribute("name");
    const field = one.closest(".v-field");
    if (!name || !field) continue;
    const now = page?.querySelector(`.v-field [name="${CSS.escape(name)}"]`);
    const wrong = now?.closest(".v-field")?.querySelector(".v-err") ?? null;
    field.classList.toggle("has-err", wrong !== null);
    one.classList.toggle("is-bad", wrong !== null);
    one.toggleAttribute("aria-invalid", wrong !== null);
    if (wrong) one.setAttribute("aria-invalid", "true");
    describe(one, wrong?.id);
    const was = field.querySelector(".v-err");
    if (wrong) place(field, wrong.cloneNode(true), was);
    else was?.remove();
  }
}

// Hint and error name the control; only the error comes and goes.
function describe(one: Element, error?: string): void {
  const names = (one.getAttribute("aria-describedby") ?? "").split(" ").filter((name) => name && !name.endsWith("_error"));
  if (error) names.push(error);
  if (names.length) one.setAttribute("aria-describedby", names.join(" "));
  else one.removeAttribute("aria-describedby");
}

function place(field: Element, error: Node, was: Element | null): void {
  const above = field.querySelector(":scope > .hint") ?? field.querySelector(":scope > label, :scope > legend");
  if (was) was.replaceWith(error);
  else if (above) above.after(error);
  else field.prepend(error);
}
