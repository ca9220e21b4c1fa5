import type OlMap from 'ol/Map.js';
import { transformExtent } from 'ol/proj.js';
import View from 'ol/View.js';
import type { ContextDiff } from './diff-context.ts';
import type { Extent, LayerContext, MapContext, MapEvent } from './map-context.ts';
import { parcelLayer } from './parcel-layer.ts';
import { parcelStyle } from './parcel-style.ts';

const DEEPEST_VIEW = 21;

const toMercator = (extent: Extent) => transformExtent([...extent], 'EPSG:4326', 'EPSG:3857');

function findLayer(map: OlMap, id: string) {
  return map
    .getLayers()
    .getArray()
    .find((layer) => layer.get('id') === id);
}

/** A view keeps its limits for life, so new limits mean a new view at the same place. */
function limitView(map: OlMap, limits: Extent | null): void {
  const old = map.getView();
  map.setView(
    new View({
      center: old.getCenter() ?? [0, 0],
      zoom: old.getZoom() ?? 0,
      maxZoom: DEEPEST_VIEW,
      enableRotation: false,
      showFullExtent: true,
      ...(limits ? { extent: toMercator(limits) } : {}),
    }),
  );
}

/** Carries a diff out. Order matters: limits before focus (the view is replaced), layers in the context's order. */
export function applyDiff(
  map: OlMap,
  diff: ContextDiff,
  context: () => MapContext,
  report: (event: MapEvent) => void,
): void {
  const now = context();
  if (diff.limits) limitView(map, now.limits);
  const focus = now.focus ?? now.limits;
  if ((diff.focus || (diff.limits && !now.focus)) && focus) {
    map.getView().fit(toMercator(focus), { size: map.getSize() ?? [800, 600], padding: [16, 16, 16, 16], maxZoom: 18 });
  }
  const make = (layer: LayerContext) => parcelLayer(layer, parcelStyle(context), report);
  for (const id of [...diff.removed, ...diff.changed.map((layer) => layer.id)]) {
    const layer = findLayer(map, id);
    if (layer) map.removeLayer(layer);
  }
  for (const layer of [...diff.added, ...diff.changed])
    map.getLayers().insertAt(now.layers.indexOf(layer), make(layer));
  if (diff.selected || diff.theme) for (const layer of map.getLayers().getArray()) layer.changed();
}
