import type OlMap from 'ol/Map.js';
import { fromLonLat } from 'ol/proj.js';
import type RenderFeature from 'ol/render/Feature.js';
import type { LonLat } from '../map-context.ts';
import type { ParcelProperties } from '../map-event.ts';
import type { LiveLayer } from './tile-layer.ts';

/** What is in the view, from the tiles that are drawn. */
export interface Seen {
  /** Parcels in the view, each once, in the order of sheet and number. */
  parcels(): ParcelProperties[];
  /** Codes of land use of the parcels in the view, the most frequent first. */
  landUses(): string[];
  /** EPSG code of the coordinate system of the sheet at a place; null where no sheet is drawn. */
  sheetSrid(at: LonLat): number | null;
}

/** Whether a polygon of a tile holds a point (even-odd rule); both in the projection of the map. */
function holds(feature: RenderFeature, [x, y]: readonly number[]): boolean {
  const flat = feature.getFlatCoordinates();
  let inside = false;
  let from = 0;
  for (const end of (feature.getEnds() as (number | number[])[]).flat()) {
    for (let i = from, j = end - 2; i < end; j = i, i += 2) {
      const [xa, ya, xb, yb] = [flat[i]!, flat[i + 1]!, flat[j]!, flat[j + 1]!];
      if (ya > y! !== yb > y! && x! < ((xb - xa) * (y! - ya)) / (yb - ya) + xa) inside = !inside;
    }
    from = end;
  }
  return inside;
}

const byNumber = new Intl.Collator('vi', { numeric: true });

export function createSeen(map: OlMap, live: ReadonlyMap<string, LiveLayer>): Seen {
  function drawn() {
    const resolution = map.getView().getResolution() ?? 0;
    return [...live.values()]
      .flatMap(({ layers }) => layers)
      .filter((layer) => layer.get('kind') === 'parcel-tiles' && resolution <= layer.getMaxResolution())
      .flatMap((layer) => layer.getFeaturesInExtent(viewExtent()))
      .filter((feature) => feature.get('layer') === 'parcels');
  }
  const viewExtent = () => map.getView().calculateExtent(map.getSize());
  function parcels(): ParcelProperties[] {
    if (!map.getView().isDef()) return [];
    const found = new Map<string, ParcelProperties>();
    for (const feature of drawn()) {
      const properties = feature.getProperties() as ParcelProperties;
      found.set(properties.id, properties);
    }
    return [...found.values()].sort((a, b) =>
      byNumber.compare(`${a.sheet ?? ''} ${a.no ?? ''}`, `${b.sheet ?? ''} ${b.no ?? ''}`),
    );
  }
  return {
    parcels,
    sheetSrid(at) {
      const [x = 0, y = 0] = fromLonLat([...at], map.getView().getProjection());
      const srids = [...live.values()]
        .flatMap(({ layers }) => layers)
        .filter((layer) => layer.get('kind') === 'outline-tiles')
        .flatMap((layer) => layer.getFeaturesInExtent([x, y, x, y]) as RenderFeature[])
        .filter((feature) => feature.get('layer') === 'sheets' && holds(feature, [x, y]))
        .map((feature) => Number(feature.get('srid')));
      return srids.find((srid) => srid > 0) ?? null;
    },
    landUses() {
      const counts = new Map<string, number>();
      for (const { landUse } of parcels()) {
        const code = landUse?.split('+')[0];
        if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
      }
      return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
    },
  };
}
