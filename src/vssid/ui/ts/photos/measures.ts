// How a photo is judged before it is sent. Advice, never a refusal: whoever decides looks at the photo itself.
export interface Grey {
  width: number;
  height: number;
  light: ArrayLike<number>;
}
export type Fault = "small" | "blurred" | "glare";

// the longest side of what is judged: focus is compared at one size, whatever the camera
export const JUDGED_SIDE = 800;
// an identity card, 54 mm high, at 300 dots an inch
const SHORTEST = 638;
// Variance of the Laplacian (Pech-Pacheco and others, "Diatom autofocusing in brightfield microscopy", ICPR 2000) of
// the sharpest tenth of the picture: a table or a wall around what is photographed has no edges to judge by. Measured
// on drawn cards and a portrait: 570 to 3,100 in focus; 60 where small print begins to run together; the noise of a
// dark picture alone stays below 50.
const SHARP = 60;
const TILES = 8;
const BLURRED_TILES = 0.9;
// of the middle of the picture, where the document or the face is, so much is burnt out
const BURNT = 250;
const BURNT_SHARE = 0.03;
const MARGIN = 0.15;

export function faultsOf(grey: Grey, shortestSide: number): Fault[] {
  const found: Fault[] = [];
  if (shortestSide < SHORTEST) found.push("small");
  if (sharpness(grey) < SHARP) found.push("blurred");
  if (burntShare(grey) > BURNT_SHARE) found.push("glare");
  return found;
}

export function sharpness({ width, height, light }: Grey): number {
  const tiles = Array.from({ length: TILES * TILES }, () => ({ count: 0, sum: 0, squares: 0 }));
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const edge = light[at - width] + light[at - 1] + light[at + 1] + light[at + width] - 4 * light[at];
      const tile = tiles[Math.floor((y * TILES) / height) * TILES + Math.floor((x * TILES) / width)];
      tile.count++;
      tile.sum += edge;
      tile.squares += edge * edge;
    }
  }
  const variances = tiles.map(({ count, sum, squares }) => (count ? squares / count - (sum / count) ** 2 : 0));
  return variances.sort((one, other) => one - other)[Math.floor(BLURRED_TILES * variances.length)];
}

export function burntShare({ width, height, light }: Grey): number {
  const left = Math.floor(width * MARGIN);
  const top = Math.floor(height * MARGIN);
  let burnt = 0;
  for (let y = top; y < height - top; y++) {
    for (let x = left; x < width - left; x++) if (light[y * width + x] >= BURNT) burnt++;
  }
  return burnt / ((width - 2 * left) * (height - 2 * top));
}
