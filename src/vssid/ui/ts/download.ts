// A form whose answer is a file: the button says that it is being made, then that it is saved. The browser alone
// would leave the page as it was, busy for ever. Any answer that is no file is shown the ordinary way.
export function downloads(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-download]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.submitter as HTMLButtonElement | null;
      void save(form, button);
    });
  }
}

async function save(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  if (button?.getAttribute("aria-busy") === "true") return;
  const words = button?.querySelector("span");
  const before = words?.textContent ?? "";
  button?.setAttribute("aria-busy", "true");
  if (words && button?.dataset.sending) words.textContent = button.dataset.sending;
  try {
    const sent = await fetch(form.action, { method: "POST", body: new FormData(form, button), redirect: "manual" });
    const named = /filename="([^"]+)"/.exec(sent.headers.get("Content-Disposition") ?? "");
    if (!sent.ok || !named) return form.submit();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await sent.blob());
    link.download = named[1] ?? "";
    link.click();
    URL.revokeObjectURL(link.href);
  } catch {
    form.submit();
  } finally {
    button?.removeAttribute("aria-busy");
    if (words) words.textContent = before;
  }
}
