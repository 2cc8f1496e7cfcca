// Shows a choice of theme or text size at once; the form still sends it, and the server keeps it.
export function appearance(): void {
  const root = document.documentElement;
  for (const choice of document.querySelectorAll<HTMLInputElement>("[data-appearance]")) {
    choice.addEventListener("change", () => {
      const name = choice.dataset.appearance === "theme" ? "data-bs-theme" : "data-text";
      if (choice.value && choice.value !== "100") root.setAttribute(name, choice.value);
      else root.removeAttribute(name);
    });
  }
}
