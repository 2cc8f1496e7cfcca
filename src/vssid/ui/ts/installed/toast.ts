// A notice above the tabs, made from a <template> of the page; at most one at a time.
export function toast(id: string): HTMLElement | undefined {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement) || document.querySelector(".v-toast")) return undefined;
  const region = document.createElement("div");
  region.className = "v-toast";
  region.setAttribute("role", "status");
  document.body.append(region);
  // Filled after it stands in the page, so that readers announce it.
  region.append(template.content.cloneNode(true));
  region.querySelector("[data-do=later]")?.addEventListener("click", () => region.remove());
  return region;
}
