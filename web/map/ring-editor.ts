import { altKeyOnly, singleClick } from 'ol/events/condition.js';
import Feature from 'ol/Feature.js';
import LineString from 'ol/geom/LineString.js';
import Point from 'ol/geom/Point.js';
import Polygon from 'ol/geom/Polygon.js';
import Modify from 'ol/interaction/Modify.js';
import Snap from 'ol/interaction/Snap.js';
import VectorLayer from 'ol/layer/Vector.js';
import type OlMap from 'ol/Map.js';
import VectorSource from 'ol/source/Vector.js';
import { transformer } from '../../server/domain/crs.ts';
import { sridOf } from './apply-view.ts';
import type { Ground, RingSketch, Theme } from './map-context.ts';
import type { MapEvent } from './map-event.ts';
import { ringStyles } from './style/ring-style.ts';

const ABOVE_SKETCH = 11;
/** How near a corner must come to one of a neighbour to be caught by it, CSS pixels. */
const CATCH_PIXELS = 10;

/** The rings of a parcel that is being drawn, with corners that can be dragged. */
export interface RingEditor {
  show(sketch: RingSketch, theme: Theme): void;
  close(): void;
}

const key = (at: readonly number[]) => `${at[0]} ${at[1]}`;
const toGrid = (metres: number) => Math.round(metres * 10_000) / 10_000;

/**
 * Draws rings to be edited over everything else. Corners are dragged, an edge is dragged to get a corner more, Alt and a
 * click take one away; corners and edges of neighbours catch. What is told is in the system of the sheet: a corner that was
 * not touched, or was caught by a neighbour's, is exactly that corner, whatever projection the view is in.
 */
export function openRingEditor(map: OlMap, report: (event: MapEvent) => void): RingEditor {
  const [targets, source, marks] = [new VectorSource(), new VectorSource(), new VectorSource()];
  const layers = [targets, source, marks].map(
    (one, i) => new VectorLayer({ source: one, zIndex: ABOVE_SKETCH + i, updateWhileInteracting: true }),
  );
  for (const layer of layers) layer.setMap(map);
  /** Ground coordinates of what is drawn, by where it is drawn. */
  const known = new Map<string, Ground>();
  let srid = 0;
  const modify = new Modify({
    source,
    pixelTolerance: CATCH_PIXELS,
    deleteCondition: (event) => altKeyOnly(event) && singleClick(event),
  });
  const snap = new Snap({ source: targets, pixelTolerance: CATCH_PIXELS });
  map.addInteraction(modify);
  map.addInteraction(snap);
  modify.on('modifyend', () => {
    const view = sridOf(map.getView());
    const back = transformer(view, srid);
    const polygon = source.getFeatures()[0]?.getGeometry() as Polygon | undefined;
    const rings = (polygon?.getCoordinates() ?? []).map((ring) =>
      ring.slice(0, -1).map((at): Ground => {
        const found = known.get(key(at));
        if (found) return found;
        const [x, y] = view === srid ? (at as [number, number]) : back(at as [number, number]);
        return [toGrid(x), toGrid(y)];
      }),
    );
    report({ kind: 'ring', rings });
  });
  return {
    show(sketch, theme) {
      srid = sketch.srid;
      const view = sridOf(map.getView());
      const forth = transformer(srid, view);
      known.clear();
      const drawn = (ground: Ground): number[] => {
        const at = view === srid ? [...ground] : forth(ground);
        known.set(key(at), ground);
        return at;
      };
      const closed = (ring: readonly Ground[]) => (ring[0] ? [...ring, ring[0]].map(drawn) : []);
      const styles = ringStyles(theme);
      for (const [i, style] of [styles.targets, styles.ring, styles.chosen].entries()) layers[i]?.setStyle(style);
      targets.clear();
      targets.addFeatures(sketch.targets.map((ring) => new Feature(new LineString(closed(ring)))));
      // Not silently: the interaction follows what comes and goes.
      source.clear();
      source.addFeature(new Feature(new Polygon(sketch.rings.map(closed))));
      marks.clear(true);
      const chosen = sketch.chosen && sketch.rings[sketch.chosen.ring]?.[sketch.chosen.at];
      if (chosen) marks.addFeature(new Feature(new Point(drawn(chosen))));
    },
    close() {
      map.removeInteraction(modify);
      map.removeInteraction(snap);
      for (const layer of layers) layer.setMap(null);
    },
  };
}
