// A saved page keeps the links that work without network; the others are greyed and say why.
import { copyAt } from "./store";

// Whether anything had to be greyed.
export async function greyDeadLinks(page: ParentNode, needsNetwork: string): Promise<boolean> {
  let greyed = false;
  for (const link of page.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    if (await works(link)) continue;
    link.removeAttribute("href");
    link.setAttribute("role", "link");
    link.setAttribute("aria-disabled", "true");
    link.setAttribute("aria-label", `${link.ariaLabel ?? link.innerText} (${needsNetwork})`);
    greyed = true;
  }
  for (const place of page.querySelectorAll("[data-needs-network]")) place.textContent = `(${needsNetwork})`;
  return greyed;
}

async function works(link: HTMLAnchorElement): Promise<boolean> {
  const target = new URL(link.href);
  if (target.protocol === "tel:" || link.getAttribute("href")?.startsWith("#")) return true;
  if (target.origin !== location.origin) return false;
  const address = target.pathname + target.search;
  if (address === "/me/") return true;
  return Boolean((await copyAt(address)) ?? (await caches.match(address)));
}
