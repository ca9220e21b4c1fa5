import type { FeatureLike } from 'ol/Feature.js';
import type RenderFeature from 'ol/render/Feature.js';

/** Properties under which a part of a sheet knows its sheet (at one level) and its size. */
const PART = { key: 'partOf', mark: 'partMark' } as const;

/** The larger part of each sheet, or record under review, that the tiles of one source have brought: it alone carries the name. */
export interface SheetNames {
  /** Looks at the parts of a tile before they are drawn. True: an older part has lost its name. */
  learn(features: readonly FeatureLike[], tileExtent: readonly number[]): boolean;
  isNamed(feature: FeatureLike): boolean;
  /** The unit that numbered a sheet, where others have numbered one of their own alike within the commune; else null. */
  unitOf(feature: FeatureLike): string | null;
}

interface Part {
  readonly area: number;
  /** Which part of which tile it is: the same again when the tile comes again. */
  readonly mark: string;
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
  const largest = new Map<string, Part>();
  const units = new Map<string, Set<string>>();
  const numberOf = (feature: FeatureLike) => [feature.get('commune'), feature.get('sheet')].join('|');
  /** Whether a second unit with a sheet of this number has come. */
  const meetsUnit = (feature: FeatureLike) => {
    if (feature.get('layer') !== 'sheets' || feature.get('unit') === undefined) return false;
    const known = units.get(numberOf(feature)) ?? new Set();
    units.set(numberOf(feature), known);
    const before = known.size;
    known.add(String(feature.get('unit')));
    return before > 0 && known.size > before;
  };
  return {
    learn(features, tileExtent) {
      const [west = 0, , east = 0] = tileExtent;
      let lost = false;
      for (const [i, feature] of (features as readonly RenderFeature[]).entries()) {
        const properties = feature.getProperties();
        const name = nameOf(feature);
        if (name === null) continue;
        lost = meetsUnit(feature) || lost;
        const key = [Math.round(east - west), name].join('|');
        const area = doubleArea(feature.getFlatCoordinates(), (feature.getEnds() as number[])[0] ?? 0);
        const mark = `${tileExtent.join()}#${i}`;
        properties[PART.key] = key;
        properties[PART.mark] = mark;
        const known = largest.get(key);
        // Of two alike (what lies in the seam of two tiles is whole in both) the first place counts, whichever came first.
        if (known && (area < known.area || (area === known.area && mark >= known.mark))) continue;
        largest.set(key, { area, mark });
        lost ||= known !== undefined;
      }
      return lost;
    },
    isNamed(feature) {
      const mark = feature.get(PART.mark);
      return mark !== undefined && largest.get(feature.get(PART.key))?.mark === mark;
    },
    unitOf: (feature) => ((units.get(numberOf(feature))?.size ?? 0) > 1 ? String(feature.get('unit')) : null),
  };
}
