import type OlMap from 'ol/Map.js';
import { fromLonLat } from 'ol/proj.js';
import type { LonLat } from './map-context.ts';
import type { ParcelProperties } from './map-event.ts';
import type { LiveLayer } from './tile-layer.ts';

/** What is in the view, from the tiles that are drawn. */
export interface Seen {
  /** Parcels in the view, each once, in the order of sheet and number. */
  parcels(): ParcelProperties[];
  /** Codes of land use of the parcels in the view, the most frequent first. */
  landUses(): string[];
  /** Property `name` of what the outline tiles have at a point. */
  outlineAt(at: LonLat, layer: string, name: string): unknown;
}

const byNumber = new Intl.Collator('vi', { numeric: true });

export function createSeen(map: OlMap, live: ReadonlyMap<string, LiveLayer>): Seen {
  function within(layerName: string, extent: number[], kind: string) {
    return [...live.values()].flatMap(({ layer }) => {
      const range = layer.getMaxResolution();
      if (!layer.get('id') || (map.getView().getResolution() ?? 0) > range) return [];
      if (kind !== layer.get('kind')) return [];
      return (layer.getFeaturesInExtent(extent) ?? []).filter((feature) => feature.get('layer') === layerName);
    });
  }
  const viewExtent = () => map.getView().calculateExtent(map.getSize());
  function parcels(): ParcelProperties[] {
    if (!map.getView().isDef()) return [];
    const found = new Map<string, ParcelProperties>();
    for (const feature of within('parcels', viewExtent(), 'parcel-tiles')) {
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
    outlineAt(at, layer, name) {
      const [x = 0, y = 0] = fromLonLat([...at], map.getView().getProjection());
      return within(layer, [x, y, x, y], 'outline-tiles')[0]?.get(name);
    },
  };
}
