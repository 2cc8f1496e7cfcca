// Parts of a page that are fetched again while somebody looks at them; without this script the page is loaded again.
// The focus stays where it was. What stands under data-told is said to readers when it changes.
export function freshParts(): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-fresh]")) keepFresh(part);
}

function keepFresh(part: HTMLElement): void {
  const teller = part.querySelector("[data-told]") ? told(part) : null;
  window.setInterval(() => {
    if (!document.hidden) void renew(part, teller);
  }, Number(part.dataset.every) * 1000);
}

async function renew(part: HTMLElement, teller: HTMLElement | null): Promise<void> {
  const answer = await fetch(part.dataset.fresh ?? "", { redirect: "error" }).catch(() => null);
  if (!answer?.ok) return;
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
  const before = part.querySelector("[data-told]")?.textContent;
  const focus = focused(part);
  part.replaceChildren(...drawn.body.childNodes);
  if (focus) part.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
  const now = part.querySelector("[data-told]")?.textContent ?? "";
  if (teller && now !== before) teller.textContent = now;
}

// By its address: the same link, or the button of the same form.
function focused(part: HTMLElement): string {
  const active = document.activeElement;
  if (!active || !part.contains(active)) return "";
  const link = active.getAttribute("href");
  const form = active.closest("form")?.getAttribute("action");
  if (link) return `a[href="${CSS.escape(link)}"]`;
  return form ? `form[action="${CSS.escape(form)}"] button` : "";
}

function told(part: HTMLElement): HTMLElement {
  const teller = document.createElement("p");
  teller.className = "visually-hidden";
  teller.setAttribute("role", "status");
  part.after(teller);
  return teller;
}
