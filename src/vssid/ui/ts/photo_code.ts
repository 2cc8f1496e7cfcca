// A photo of a QR code is read on the phone where the browser can: only the code then leaves it, not the photo.
// Elsewhere the form sends the photo and the server reads it.
interface QrDetector { detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]>; }
declare const BarcodeDetector: { new (options: { formats: string[] }): QrDetector } | undefined;

export function photoCodes(): void {
  if (typeof BarcodeDetector === "undefined") return;
  for (const input of document.querySelectorAll<HTMLInputElement>("input[type=file][data-photo-code]")) {
    input.addEventListener("change", () => void readInto(input));
  }
}

async function readInto(input: HTMLInputElement): Promise<void> {
  const photo = input.files?.[0];
  const field = document.getElementById(input.dataset.photoCode ?? "") as HTMLInputElement | null;
  if (!photo?.type.startsWith("image/") || !field || typeof BarcodeDetector === "undefined") return;
  try {
    const picture = await createImageBitmap(photo);
    const found = await new BarcodeDetector({ formats: ["qr_code"] }).detect(picture);
    const text = found[0]?.rawValue ?? "";
    const code = URL.canParse(text) ? new URL(text).searchParams.get("code") : text;
    if (!code || code.length > 64) return;
    field.value = code;
    input.value = "";
    field.form?.requestSubmit();
  } catch {
    // the server tries
  }
}
