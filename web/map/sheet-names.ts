import type { FeatureLike } from 'ol/Feature.js';
import type RenderFeature from 'ol/render/Feature.js';

/** Properties under which a part of a sheet knows its sheet (at one level) and its size. */
const PART = { key: 'partOf', area: 'partArea' } as const;

/** The larger part of each sheet, or record under review, that the tiles of one source have brought: it alone carries the name. */
export interface SheetNames {
  /** Looks at the parts of a tile before they are drawn. True: an older part has lost its name. */
  learn(features: readonly FeatureLike[], tileExtent: readonly number[]): boolean;
  isNamed(feature: FeatureLike): boolean;
}

/** Twice the area of the outer ring of flat coordinates. */
function doubleArea(flat: readonly number[], end: number): number {
  let sum = 0;
  for (let i = 0, j = end - 2; i < end; j = i, i += 2) sum += flat[j]! * flat[i + 1]! - flat[i]! * flat[j + 1]!;
  return Math.abs(sum);
}

/** What tells a sheet or a record from the others; null for what carries no name here. */
function nameOf(feature: RenderFeature): string | null {
  const { layer, unit, commune, sheet } = feature.getProperties();
  if (layer === 'sheets') return [unit, commune, sheet].join('|');
  return layer === 'records' ? String(feature.getId()) : null;
}

/**
 * A sheet cut by the edges of tiles comes in parts, each of which would be named; only the largest is. One for each
 * source: what is remembered goes with it, and other batches have records of the same numbers.
 */
export function createSheetNames(): SheetNames {
  const largest = new Map<string, number>();
  return {
    learn(features, [west = 0, , east = 0]) {
      let lost = false;
      for (const feature of features as readonly RenderFeature[]) {
        const properties = feature.getProperties();
        const name = nameOf(feature);
        if (name === null) continue;
        const key = [Math.round(east - west), name].join('|');
        const area = doubleArea(feature.getFlatCoordinates(), (feature.getEnds() as number[])[0] ?? 0);
        properties[PART.key] = key;
        properties[PART.area] = area;
        const known = largest.get(key) ?? 0;
        if (area <= known) continue;
        largest.set(key, area);
        lost ||= known > 0;
      }
      return lost;
    },
    isNamed(feature) {
      const area = feature.get(PART.area);
      return area !== undefined && largest.get(feature.get(PART.key)) === area;
    },
  };
}
