import type OlMap from 'ol/Map.js';
import type VectorSource from 'ol/source/Vector.js';
import { moveView, renewView } from './apply-view.ts';
import type { ContextDiff } from './diff-context.ts';
import type { LayerContext, MapContext } from './map-context.ts';
import { sketchFeatures } from './sketch-features.ts';
import type { LiveLayer } from './tiles/tile-layer.ts';

/** A map with what belongs to it. `live` holds its tile layers by id. */
export interface LiveMap {
  readonly map: OlMap;
  readonly live: Map<string, LiveLayer>;
  readonly sketch: VectorSource;
  readonly make: (layer: LayerContext) => LiveLayer;
  /** Whether the reader asked for no movement. */
  readonly still: () => boolean;
}

function removeLayer({ map, live }: LiveMap, id: string): void {
  const old = live.get(id);
  if (!old) return;
  old.loader.close();
  for (const layer of old.layers) map.removeLayer(layer);
  live.delete(id);
}

/** Carries a diff out. Order matters: the view before the focus (it is replaced). */
export function applyDiff(target: LiveMap, diff: ContextDiff, now: MapContext): void {
  const { map, live, sketch, make, still } = target;
  if (diff.limits || diff.projection) renewView(map, now);
  const focus = now.focus ?? (now.limits ? { kind: 'extent' as const, extent: now.limits } : null);
  if ((diff.focus || !map.getView().isDef()) && focus) moveView(map, focus, still());
  for (const id of [...diff.removed, ...diff.changed.map((layer) => layer.id)]) removeLayer(target, id);
  for (const layer of [...diff.added, ...diff.changed]) {
    const made = make(layer);
    live.set(layer.id, made);
    for (const one of made.layers) map.addLayer(one);
  }
  for (const id of diff.retried) live.get(id)?.loader.retry();
  if (diff.look) for (const { layers } of live.values()) for (const layer of layers) layer.changed();
  if (diff.sketch || diff.projection) {
    sketch.clear(true);
    sketch.addFeatures(sketchFeatures(now, map.getView().getProjection().getCode()));
  }
}
