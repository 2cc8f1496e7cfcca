// The Show button of a password field: a Vietnamese keyboard may change what is typed unseen.
export function revealButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-reveal]")) {
    const field = document.getElementById(button.dataset.reveal ?? "");
    const words = button.querySelector("span");
    if (!(field instanceof HTMLInputElement) || !words) continue;
    const show = words.textContent ?? "";
    const hide = button.dataset.hide ?? show;
    button.hidden = false;
    const set = (shown: boolean): void => {
      field.type = shown ? "text" : "password";
      words.textContent = shown ? hide : show;
      button.setAttribute("aria-pressed", String(shown));
    };
    button.addEventListener("click", () => set(field.type === "password"));
    // A shown password is not offered to the browser's memory of form texts.
    field.form?.addEventListener("submit", () => set(false));
  }
}
