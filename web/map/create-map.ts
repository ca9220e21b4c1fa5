import OlMap from 'ol/Map.js';
import 'ol/ol.css';
import ScaleLine from 'ol/control/ScaleLine.js';
import Zoom from 'ol/control/Zoom.js';
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js';
import type { Pixel } from 'ol/pixel.js';
import { applyDiff } from './apply-diff.ts';
import { diffContext } from './diff-context.ts';
import type { MapContext, MapEvent, ParcelProperties } from './map-context.ts';

/** Sentences the map itself shows. They reach innerHTML inside OpenLayers: fixed words of ours only. */
export interface MapWords {
  readonly zoomIn: string;
  readonly zoomOut: string;
}

export interface MapHandle {
  /** Brings the map to a new context; what did not change is left alone. */
  show(context: MapContext): void;
}

/** How far beside a line a finger or a mouse may be, CSS pixels. */
const HIT_TOLERANCE = 2;

function parcelAt(map: OlMap, pixel: Pixel): ParcelProperties | null {
  const hit = map.forEachFeatureAtPixel(
    pixel,
    (feature) => (feature.get('layer') === 'parcels' ? (feature.getProperties() as ParcelProperties) : undefined),
    { hitTolerance: HIT_TOLERANCE },
  );
  return hit ?? null;
}

/**
 * A map in `target`, which must be focusable: arrows pan, + and - zoom (OpenLayers), Enter picks what is under the
 * centre. Everything the map has to say goes through `report`.
 */
export function createMap(target: HTMLElement, words: MapWords, report: (event: MapEvent) => void): MapHandle {
  const map = new OlMap({
    target,
    // Left to itself OpenLayers lets a focusable map be dragged and zoomed only after it has the focus. Keys reach it
    // only then anyway.
    interactions: defaultInteractions({ onFocusOnly: false }),
    controls: [
      new Zoom({ zoomInTipLabel: words.zoomIn, zoomOutTipLabel: words.zoomOut }),
      new ScaleLine({ units: 'metric' }),
    ],
  });
  map.on('click', (event) => report({ kind: 'picked', parcel: parcelAt(map, event.pixel) }));
  target.addEventListener('keydown', (event) => {
    const size = map.getSize();
    if (event.key !== 'Enter' || event.target !== target || !size) return;
    event.preventDefault();
    report({ kind: 'picked', parcel: parcelAt(map, [(size[0] ?? 0) / 2, (size[1] ?? 0) / 2]) });
  });
  let context: MapContext | null = null;
  return {
    show(next) {
      const diff = diffContext(context, next);
      context = next;
      applyDiff(map, diff, () => context ?? next, report);
    },
  };
}
