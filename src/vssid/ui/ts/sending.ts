const SOON = 1000;

// A form that is on its way is not sent twice: the button says so and keeps its width.
export function busyForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[method=post]:not([data-download])")) {
    form.addEventListener("submit", () => {
      const button = form.querySelector<HTMLButtonElement>(".v-send");
      if (!button) return;
      button.style.minWidth = `${button.offsetWidth}px`;
      button.setAttribute("aria-busy", "true");
      if (button.dataset.sending) button.textContent = button.dataset.sending;
    });
  }
  // The way back must find the form as it was.
  addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll(".v-send[aria-busy]")) button.removeAttribute("aria-busy");
  });
}

// A search that is not answered at once says that it is on its way.
export function searchForms(): void {
  for (const line of document.querySelectorAll<HTMLElement>("form[role=search] [data-searching]")) {
    let waiting = 0;
    line.closest("form")?.addEventListener("submit", () => {
      waiting = window.setTimeout(() => (line.textContent = line.dataset.searching ?? ""), SOON);
    });
    addEventListener("pageshow", () => {
      clearTimeout(waiting);
      line.textContent = "";
    });
  }
}
