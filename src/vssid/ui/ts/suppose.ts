// A question whose answer changes while somebody chooses: a slider beside a number, and the answer fetched anew.
// Without this script the form is sent by its button.
export function supposeForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-suppose]")) {
    for (const input of form.querySelectorAll<HTMLInputElement>("input[data-most]")) addSlider(input);
    form.addEventListener("change", () => void answerAnew(form));
  }
}

function addSlider(input: HTMLInputElement): void {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.className = "v-slider";
  slider.min = input.dataset.least ?? "0";
  slider.max = input.dataset.most ?? "0";
  slider.value = input.value;
  slider.setAttribute("aria-labelledby", labelOf(input));
  slider.addEventListener("input", () => {
    input.value = slider.value;
  });
  input.addEventListener("input", () => {
    slider.value = input.value;
  });
  input.after(slider);
}

function labelOf(input: HTMLInputElement): string {
  const label = input.labels?.[0];
  if (!label) return "";
  label.id ||= `${input.id}_label`;
  return label.id;
}

let asked = 0;

async function answerAnew(form: HTMLFormElement): Promise<void> {
  const mine = ++asked;
  const given = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  const address = `${location.pathname}?${given.toString()}`;
  const answer = await fetch(address, { redirect: "error" }).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll<HTMLElement>("[data-answer]")) {
    const now = page.querySelector(`[data-answer="${part.dataset.answer ?? ""}"]`);
    if (now) part.replaceChildren(...now.childNodes);
  }
  history.replaceState(null, "", address);
}
