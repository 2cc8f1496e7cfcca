// Keys of a queue, only while the focus is in it (WCAG 2.1.4): j and k move between rows, Enter opens, c goes to
// the button that claims; pressing that button is a second press.
export function queueKeys(): void {
  const list = document.querySelector<HTMLElement>("[data-queue]");
  if (!list) return;
  const links = [...list.querySelectorAll<HTMLElement>("[data-open]")];
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (event.target as HTMLElement).closest("tr");
    const here = links.findIndex((link) => row?.contains(link));
    const step = { j: 1, k: -1 }[event.key];
    if (step) links[here < 0 ? 0 : here + step]?.focus();
    else if (event.key === "c") row?.querySelector<HTMLElement>("[data-claim]")?.focus();
    else return;
    event.preventDefault();
  });
  if (document.activeElement === document.body) links[0]?.focus({ preventScroll: true });
}
