// Keys of a queue, only while the focus is in it (WCAG 2.1.4): j and k move between rows, Enter opens, c goes to
// the button that claims; pressing that button is a second press. A queue may be drawn again meanwhile.
export function queueKeys(): void {
  const first = document.querySelector<HTMLElement>("[data-queue] [data-open]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.target as HTMLElement;
    const list = here.closest<HTMLElement>("[data-queue]");
    if (list && moved(event.key, list, here.closest("tr"))) event.preventDefault();
  });
  if (document.activeElement === document.body) first?.focus({ preventScroll: true });
}

function moved(key: string, list: HTMLElement, row: HTMLElement | null): boolean {
  const links = [...list.querySelectorAll<HTMLElement>("[data-open]")];
  const here = links.findIndex((link) => row?.contains(link));
  const step = { j: 1, k: -1 }[key];
  if (step) links[here < 0 ? 0 : here + step]?.focus();
  else if (key === "c") row?.querySelector<HTMLElement>("[data-claim]")?.focus();
  else return false;
  return true;
}
