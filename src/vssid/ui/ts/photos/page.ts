// A photo that is chosen or taken: shown small, made smaller before it is sent, and judged. Where the browser cannot,
// it goes as it was chosen, and the server does the same.
import { JUDGED_SIDE, type Grey, faultsOf } from "./measures";

const SENT_SIDE = 1600;
const SENT_QUALITY = 0.85;
const SHOWN_SIDE = 640;

type Picture = HTMLImageElement | HTMLCanvasElement;

for (const part of document.querySelectorAll<HTMLElement>("[data-photo]")) {
  const input = document.getElementById(part.dataset.photo ?? "") as HTMLInputElement | null;
  input?.addEventListener("change", () => void take(part, input));
}

async function take(part: HTMLElement, input: HTMLInputElement): Promise<void> {
  const shown = part.querySelector("canvas");
  const chosen = input.files?.[0];
  const isStill = (): boolean => input.files?.[0] === chosen;
  if (shown) shown.hidden = true;
  say(part, []);
  if (!chosen || !shown) return;
  try {
    const image = await opened(chosen);
    const sheet = drawn(document.createElement("canvas"), image, SENT_SIDE);
    if (!isStill()) return;
    drawn(shown, sheet, SHOWN_SIDE).hidden = false;
    if (!readsTrue()) return;
    const faults = faultsOf(grey(sheet), Math.min(image.width, image.height));
    say(part, faults.length ? [...faults, "anyway"] : ["good"]);
    const smaller = await new Promise<Blob | null>((done) => sheet.toBlob(done, "image/jpeg", SENT_QUALITY));
    if (smaller && smaller.size < chosen.size && isStill()) input.files = packed(smaller);
  } catch {
    // no picture, or no canvas: the server says what is wrong, if anything
  }
}

// An image element turns a photo upright by its EXIF; the address is data:, the only kind our policy lets in.
async function opened(file: File): Promise<HTMLImageElement> {
  const address = await new Promise<string>((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = failed;
    reader.readAsDataURL(file);
  });
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

function drawn(canvas: HTMLCanvasElement, picture: Picture, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = penOf(canvas);
  pen.imageSmoothingQuality = "high";
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// Some browsers answer with invented pixels, so that nobody is known by them: then the photo stays as it was.
function readsTrue(): boolean {
  const probe = document.createElement("canvas");
  [probe.width, probe.height] = [2, 1];
  const pen = penOf(probe);
  pen.fillStyle = "#20a060";
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, , other] = pen.getImageData(0, 0, 2, 1).data;
  return Math.abs(red - 32) + Math.abs(green - 160) + Math.abs(blue - 96) + other < 16;
}

// Rec. 601, as eyes weigh the colours
function grey(sheet: HTMLCanvasElement): Grey {
  const canvas = drawn(document.createElement("canvas"), sheet, JUDGED_SIDE);
  const { width, height } = canvas;
  const { data } = penOf(canvas).getImageData(0, 0, width, height);
  const light = new Uint8Array(width * height);
  for (let at = 0; at < light.length; at++) {
    light[at] = 0.299 * data[4 * at] + 0.587 * data[4 * at + 1] + 0.114 * data[4 * at + 2];
  }
  return { width, height, light };
}

function packed(blob: Blob): FileList {
  const box = new DataTransfer();
  box.items.add(new File([blob], "photo.jpg", { type: blob.type }));
  return box.files;
}

// The words are the page's own.
function say(part: HTMLElement, names: string[]): void {
  const said = part.querySelector("[role=status]");
  const models = names.map((name) => part.querySelector<HTMLTemplateElement>(`template[data-advice=${name}]`));
  said?.replaceChildren(...models.flatMap((model) => (model ? [model.content.cloneNode(true)] : [])));
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("no canvas");
  return pen;
}
