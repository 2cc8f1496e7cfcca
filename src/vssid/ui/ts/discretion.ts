// Hidden amounts show themselves at a tap; the bar shows all of the page without loading it again.
export function discretion(): void {
  const root = document.documentElement;
  document.addEventListener("click", (event) => {
    const hidden = (event.target as Element).closest(".v-hush");
    if (!hidden) return;
    if (hidden.matches("button")) hidden.setAttribute("aria-expanded", String(hidden.getAttribute("aria-expanded") !== "true"));
    // Inside a picture; within a link a tap follows the link.
    else if (!hidden.closest("a, button, summary")) hidden.toggleAttribute("data-shown");
  });
  const all = document.querySelector<HTMLAnchorElement>(".v-hushbar a");
  if (!all || !document.querySelector(".v-hush")) return;
  const show = all.textContent ?? "";
  all.setAttribute("role", "button");
  all.setAttribute("aria-pressed", "false");
  const toggle = (event: Event): void => {
    event.preventDefault();
    const shown = root.toggleAttribute("data-shown");
    all.textContent = shown ? (all.dataset.hush ?? show) : show;
    all.setAttribute("aria-pressed", String(shown));
  };
  all.addEventListener("click", toggle);
  all.addEventListener("keydown", (event) => {
    if (event.key === " ") toggle(event);
  });
}
