// What is kept of a page: its title, its sub-tabs, its main part as the server wrote it.
export interface Snapshot {
  title: string;
  // Whose card or which fund, when the page is one of several.
  label: string;
  subnav: string;
  main: string;
}

const CURRENT = ".v-person [aria-current] > span:last-child, .v-subtabs [aria-current]";

export function snapshot(page: Document): Snapshot | undefined {
  const title = page.querySelector(".v-top h1")?.textContent;
  const shown = page.querySelector("main");
  if (!title || !shown) return undefined;
  const main = shown.cloneNode(true) as HTMLElement;
  // What was said once (you are signed in) is not said again; a form needs the network and carries a token.
  for (const once of main.querySelectorAll("[role=alert], script")) once.remove();
  for (const form of main.querySelectorAll("form")) {
    const place = page.createElement("p");
    place.className = "note";
    place.dataset.needsNetwork = "";
    form.replaceWith(place);
  }
  return {
    title,
    label: page.querySelector(CURRENT)?.textContent?.trim() ?? "",
    subnav: page.querySelector(".v-subtabs")?.outerHTML ?? "",
    main: main.innerHTML,
  };
}
