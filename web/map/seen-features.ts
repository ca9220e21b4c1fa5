import type OlMap from 'ol/Map.js';
import type { ParcelProperties } from './map-event.ts';
import type { LiveLayer } from './tile-layer.ts';

/** What is in the view, from the tiles that are drawn. */
export interface Seen {
  /** Parcels in the view, each once, in the order of sheet and number. */
  parcels(): ParcelProperties[];
  /** Codes of land use of the parcels in the view, the most frequent first. */
  landUses(): string[];
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
