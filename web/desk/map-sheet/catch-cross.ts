import { findCross } from '../../../server/domain/map-sheet/find-cross.ts';

/** Half the side of what is looked at around a click, mm of paper: an arm of a cross. */
const REACH_MM = 3;
const USUAL_DPI = 300;
const MM_PER_INCH = 25.4;

/** The middle of the cross that was pointed at; the very place where there is none. */
export async function catchCross(
  picture: Blob,
  at: readonly [x: number, y: number],
  { width, height, dpi }: { readonly width: number; readonly height: number; readonly dpi: number | null },
): Promise<readonly [x: number, y: number]> {
  const radius = Math.round(((dpi ?? USUAL_DPI) / MM_PER_INCH) * REACH_MM);
  const left = Math.max(0, Math.round(at[0]) - 2 * radius);
  const top = Math.max(0, Math.round(at[1]) - 2 * radius);
  const [wide, high] = [Math.min(4 * radius, width - left), Math.min(4 * radius, height - top)];
  if (wide <= 0 || high <= 0) return at;
  const piece = await createImageBitmap(picture, left, top, wide, high);
  try {
    const canvas = new OffscreenCanvas(wide, high);
    const context = canvas.getContext('2d');
    if (!context) return at;
    context.drawImage(piece, 0, 0);
    const { data } = context.getImageData(0, 0, wide, high);
    const grey = Uint8Array.from(
      { length: wide * high },
      (_, i) => 0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!,
    );
    const found = findCross({ grey, width: wide, height: high }, [at[0] - left, at[1] - top], radius);
    return found ? [found[0] + left, found[1] + top] : at;
  } finally {
    piece.close();
  }
}
