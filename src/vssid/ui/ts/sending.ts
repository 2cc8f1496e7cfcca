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
