// How a request is answered: the network first, and what is kept when it does not answer.
import { NEARBY } from "../offline/nearby";
import { copyAt, language } from "../offline/store";
import { FILES, kept, LISTS, PAGES } from "./cache";

const PATIENCE = { copied: 6000, page: 3000 };
const A_DAY = 86_400_000;
const PUBLIC = /^\/$|^\/(help|news|policies|lookup)\//;
const HASHED = /\.[0-9a-f]{12}\.[a-z0-9]+$/;
const GATEWAY_FAILED = [502, 504];

export async function pageAnswer(event: FetchEvent, url: URL): Promise<Response> {
  const network = fromNetwork(event);
  const address = url.pathname + url.search;
  if (url.pathname.startsWith("/me/")) {
    const patience = (await copyAt(address)) ? PATIENCE.copied : Infinity;
    return (await within(network, patience)) ?? shell();
  }
  if (!PUBLIC.test(url.pathname) || url.search) return (await within(network)) ?? shell();
  const answer = await within(network, PATIENCE.page);
  if (answer?.ok) event.waitUntil(keepPublic(url.pathname));
  return answer ?? (await caches.match(address, { cacheName: PAGES })) ?? (await within(network)) ?? shell();
}

// A file whose name carries its digest never changes; one without (development) comes from the network.
export async function staticAnswer(request: Request, url: URL): Promise<Response> {
  const cached = await caches.match(url.pathname, { cacheName: FILES });
  if (!HASHED.test(url.pathname)) return fetch(request).catch(() => cached ?? Response.error());
  if (cached) return cached;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(FILES)).put(url.pathname, answer.clone());
  return answer;
}

// A list of places, and with it the page that searches in it.
export async function listAnswer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const lists = await caches.open(LISTS);
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await lists.put(request.url, answer.clone());
      event.waitUntil(keepPublic(NEARBY));
    }
    return answer;
  } catch {
    return (await lists.match(request.url)) ?? Response.error();
  }
}

async function fromNetwork(event: FetchEvent): Promise<Response | undefined> {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    return GATEWAY_FAILED.includes(answer.status) ? undefined : answer;
  } catch {
    return undefined;
  }
}

function within<T>(work: Promise<T>, patience = Infinity): Promise<T | undefined> {
  if (patience === Infinity) return work;
  return Promise.race([work, new Promise<undefined>((done) => setTimeout(done, patience, undefined))]);
}

// The copy that is kept was asked for without cookies: it shows nothing of who is signed in.
async function keepPublic(path: string): Promise<void> {
  const pages = await caches.open(PAGES);
  const wanted = await language();
  const cached = await pages.match(path);
  const age = cached ? Date.now() - Date.parse(cached.headers.get("date") ?? "") : Infinity;
  if (age < A_DAY && cached?.headers.get("content-language") === wanted) return;
  const answer = await fetch(path, { credentials: "omit", headers: { "Accept-Language": wanted } });
  if (answer.ok && !answer.redirected) await pages.put(path, answer);
}

async function shell(): Promise<Response> {
  const address = kept.shells[await language()] ?? Object.values(kept.shells)[0];
  return (await caches.match(address, { cacheName: FILES })) ?? Response.error();
}
