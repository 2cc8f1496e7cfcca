// A form whose answer is a file: the button says that it is being made, then a line says that it is saved. The
// browser alone would leave the page as it was, busy for ever. Any answer that is no file is shown the ordinary way.
const KEPT_MS = 60_000;

export function downloads(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-download]")) {
    const line = document.createElement("p");
    line.className = "note mb-0";
    line.setAttribute("role", "status");
    form.append(line);
    form.addEventListener("submit", (event) => {
      if (form.dataset.plainly) return;
      event.preventDefault();
      void save(form, event.submitter as HTMLButtonElement | null);
    });
  }
}

async function save(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  if (button?.getAttribute("aria-busy") === "true") return;
  const words = button?.querySelector("span");
  const before = words?.textContent ?? "";
  const making = button?.dataset.sending ?? "";
  button?.setAttribute("aria-busy", "true");
  if (words && making) words.textContent = making;
  say(form, making);
  try {
    const sent = await fetch(form.action, { method: "POST", body: new FormData(form, button), redirect: "manual" });
    const named = /filename="([^"]+)"/.exec(sent.headers.get("Content-Disposition") ?? "");
    if (!sent.ok || !named) return plainly(form, button);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await sent.blob());
    link.download = named[1] ?? "";
    link.click();
    // some browsers read the file only after the click has returned
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
    say(form, button?.dataset.done ?? "");
  } catch {
    plainly(form, button);
  } finally {
    button?.removeAttribute("aria-busy");
    if (words) words.textContent = before;
  }
}

// With the button that was pressed: it says in which form the paper is wanted.
function plainly(form: HTMLFormElement, button: HTMLButtonElement | null): void {
  say(form, "");
  form.dataset.plainly = "1";
  form.requestSubmit(button);
  delete form.dataset.plainly;
}

// Read out, and seen under the button; the line stands there from the start, or readers would not watch it.
function say(form: HTMLFormElement, text: string): void {
  const line = form.querySelector("[role=status]");
  if (line) line.textContent = text;
}
