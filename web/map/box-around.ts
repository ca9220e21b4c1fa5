import type { Extent } from './map-context.ts';

/** The smallest box around some boxes; null around none. */
export function boxAround(boxes: readonly (Extent | null)[]): Extent | null {
  return boxes.reduce((all, box) => {
    if (!all || !box) return all ?? box;
    return [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])];
  }, null);
}
