// Near me: the phone's position and the lists of the nearest provinces; the position never leaves the phone.
type Line = [code: string, name: string, address: string, phone: string, hours: string, north: number, east: number];
interface List {
  as_of: string;
  places: Record<string, Line[]>;
}

const EARTH_KM = 6371;
const PROVINCES = 3;
const SHOWN = 15;
const FARTHEST_KM = 300;

export function nearby(): void {
  const part = document.querySelector<HTMLElement>("[data-nearby]");
  const centres = document.getElementById("province-centres");
  if (!part || !centres) return;
  part.hidden = false;
  const middles: [string, number, number][] = JSON.parse(centres.textContent ?? "[]");
  const say = (name: string): void => {
    const status = part.querySelector("[role=status]");
    if (status) status.textContent = part.dataset[name] ?? "";
  };
  let here: GeolocationCoordinates | undefined;
  const show = async (): Promise<void> => {
    if (!here) return;
    const { latitude, longitude } = here;
    const near = middles
      .map(([code, north, east]) => ({ code, far: kilometres(latitude, longitude, north, east) }))
      .sort((one, other) => one.far - other.far);
    if (!near.length || near[0].far > FARTHEST_KM) return say("far");
    const lists = await Promise.all(near.slice(0, PROVINCES).map(({ code }) => load(part, code)));
    const had = lists.filter((list) => list !== undefined);
    if (!had.length) return say("nolist");
    say("found");
    draw(part, had, here);
  };
  part.querySelector("[data-find]")?.addEventListener("click", () => {
    if (!navigator.geolocation) return say("unknown");
    say("asking");
    navigator.geolocation.getCurrentPosition(
      (position) => {
        here = position.coords;
        void show();
      },
      (failure) => say(failure.code === failure.PERMISSION_DENIED ? "refused" : "unknown"),
      { timeout: 15_000, maximumAge: 60_000 },
    );
  });
  for (const choice of part.querySelectorAll("input[name=kind]")) choice.addEventListener("change", () => void show());
}

async function load(part: HTMLElement, code: string): Promise<List | undefined> {
  try {
    const answer = await fetch((part.dataset.nearby ?? "").replace("00.json", `${code}.json`));
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

function draw(part: HTMLElement, lists: List[], here: GeolocationCoordinates): void {
  const kind = part.querySelector<HTMLInputElement>("input[name=kind]:checked")?.value ?? "offices";
  const rows = lists
    .flatMap((list) => list.places[kind] ?? [])
    .map((line) => ({ line, far: kilometres(here.latitude, here.longitude, line[5], line[6]) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, SHOWN);
  const model = part.querySelector("template");
  const list = part.querySelector("ol");
  const block = part.querySelector<HTMLElement>("section");
  if (!model || !list || !block) return;
  list.replaceChildren(...rows.map(({ line, far }) => row(model, `${part.dataset.page}${kind}/`, line, far)));
  block.hidden = !rows.length;
  const oldest = lists.map((one) => one.as_of).sort()[0];
  const status = part.querySelector("[role=status]");
  if (status) status.append(` ${part.dataset.asof} ${day(oldest)}.`);
}

function row(model: HTMLTemplateElement, page: string, line: Line, far: number): Node {
  const copy = model.content.cloneNode(true) as DocumentFragment;
  const link = copy.querySelector("a");
  if (link) link.href = `${page}${encodeURIComponent(line[0])}/`;
  const texts = [kilometresShown(far), line[1], [line[2], line[4]].filter(Boolean).join(" · ")];
  copy.querySelectorAll(".txt > *").forEach((element, place) => (element.textContent = texts[place]));
  return copy;
}

function kilometresShown(far: number): string {
  const digits = far < 10 ? 1 : 0;
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: digits });
  return `${number.format(far)}\u00a0km`;
}

function day(text: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium" }).format(new Date(text));
}

function kilometres(north: number, east: number, toNorth: number, toEast: number): number {
  const angle = Math.PI / 180;
  const up = Math.sin(((toNorth - north) * angle) / 2) ** 2;
  const over = Math.sin(((toEast - east) * angle) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(up + Math.cos(north * angle) * Math.cos(toNorth * angle) * over));
}
