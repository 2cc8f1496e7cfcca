// Parts of a page that are fetched again while somebody looks at them; without this script the page is loaded again.
// A part that holds the focus is left alone. What stands under data-told is said to readers when it changes.
export function freshParts(): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-fresh]")) keepFresh(part);
}

function keepFresh(part: HTMLElement): void {
  const teller = part.querySelector("[data-told]") ? told(part) : null;
  window.setInterval(() => {
    if (!document.hidden && !part.contains(document.activeElement)) void renew(part, teller);
  }, Number(part.dataset.every) * 1000);
}

async function renew(part: HTMLElement, teller: HTMLElement | null): Promise<void> {
  const answer = await fetch(part.dataset.fresh ?? "", { redirect: "error" }).catch(() => null);
  if (!answer?.ok || part.contains(document.activeElement)) return;
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
  const before = part.querySelector("[data-told]")?.textContent;
  part.replaceChildren(...drawn.body.childNodes);
  const now = part.querySelector("[data-told]")?.textContent ?? "";
  if (teller && now !== before) teller.textContent = now;
}

function told(part: HTMLElement): HTMLElement {
  const teller = document.createElement("p");
  teller.className = "visually-hidden";
  teller.setAttribute("role", "status");
  part.after(teller);
  return teller;
}
