import OlMap from 'ol/Map.js';
import 'ol/ol.css';
import ScaleLine from 'ol/control/ScaleLine.js';
import { shiftKeyOnly } from 'ol/events/condition.js';
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js';
import KeyboardPan from 'ol/interaction/KeyboardPan.js';
import type { Pixel } from 'ol/pixel.js';
import { toLonLat } from 'ol/proj.js';
import { applyDiff } from './apply-diff.ts';
import { placeOf } from './apply-view.ts';
import { diffContext } from './diff-context.ts';
import { openLiveMap } from './live-map.ts';
import type { LonLat, MapContext } from './map-context.ts';
import type { MapEvent, MapPlace, ParcelProperties, RecordProperties } from './map-event.ts';
import { openPlanOverlay } from './plan-overlay.ts';
import type { RingEditor } from './ring-editor.ts';
import type { SheetOverlay } from './sheet-overlay.ts';
import { followPixelRatio } from './style/follow-pixel-ratio.ts';
import { createSeen, type Seen } from './tiles/seen-features.ts';
import type { FetchTile } from './tiles/tile-loader.ts';

export interface MapOptions {
  readonly fetchTile: FetchTile;
  /** Whether the reader asked for no movement (prefers-reduced-motion). */
  readonly still: () => boolean;
  readonly report: (event: MapEvent) => void;
}

export interface MapHandle {
  /** Brings the map to a new context; what did not change is left alone. */
  show(context: MapContext): void;
  place(): MapPlace;
  /** The parcel under the middle of the map. */
  parcelAtCentre(): ParcelProperties | null;
  /** The record under review there. */
  recordAtCentre(): RecordProperties | null;
  /** Goes so many levels nearer, or farther where negative. */
  zoomBy(levels: number): void;
  readonly seen: Seen;
  close(): void;
}

/** What failed or was given up counts as loading (tile-loader.ts) and must not keep the rest waiting. */
const UNLIMITED = 4096;
/** How far beside a line a finger or a mouse may be, CSS pixels. */
const HIT_TOLERANCE = 2;
const ZOOM_MS = 250;
/** How far Shift and an arrow move the map, CSS pixels; the arrow alone goes 128. */
const SMALL_STEP = 16;
/** Two clicks this near, CSS pixels, are a double click. */
const SAME_PLACE = 8;

function parcelAt(map: OlMap, pixel: Pixel): ParcelProperties | null {
  const hit = map.forEachFeatureAtPixel(
    pixel,
    (feature) => (feature.get('layer') === 'parcels' ? (feature.getProperties() as ParcelProperties) : undefined),
    { hitTolerance: HIT_TOLERANCE },
  );
  return hit ?? null;
}

function recordAt(map: OlMap, pixel: Pixel): RecordProperties | null {
  const hit = map.forEachFeatureAtPixel(
    pixel,
    (feature) =>
      feature.get('layer') === 'records'
        ? { recordNo: Number(feature.getId()), status: String(feature.get('status')) }
        : undefined,
    { hitTolerance: HIT_TOLERANCE },
  );
  return hit ?? null;
}

/**
 * A map in `target`, which must be focusable: arrows pan, + and - zoom (OpenLayers). What the keys Enter, Space and the
 * like do is the screen's affair. Everything the map has to say goes through `report`.
 */
export function createMap(target: HTMLElement, { fetchTile, still, report }: MapOptions): MapHandle {
  const duration = still() ? 0 : 100;
  let context: MapContext | null = null;
  const map = new OlMap({
    target,
    maxTilesLoading: UNLIMITED,
    // Left to itself OpenLayers lets a focusable map be dragged and zoomed only after it has the focus. Keys reach it
    // only then anyway.
    interactions: defaultInteractions({ onFocusOnly: false, zoomDuration: still() ? 0 : ZOOM_MS }).extend([
      new KeyboardPan({ duration, pixelDelta: SMALL_STEP, condition: shiftKeyOnly }),
    ]),
    controls: [new ScaleLine({ units: 'metric' })],
  });
  const open = openLiveMap(map, () => context, { fetchTile, still, report });
  const lonLat = (coordinate: number[]) => toLonLat(coordinate, map.getView().getProjection()) as unknown as LonLat;
  const measuring = () => (!!context?.measurement && !context.measurement.finished) || !!context?.plan?.drawing;
  const plan = openPlanOverlay(map);

  // OpenLayers calls any two quick clicks a double one, however far apart.
  let clicks: [Pixel, Pixel] = [
    [0, 0],
    [0, 0],
  ];
  const middle = (): Pixel => {
    const [width = 0, height = 0] = map.getSize() ?? [];
    return [width / 2, height / 2];
  };
  map.on('click', (event) => {
    clicks = [clicks[1], event.pixel];
    const at = lonLat(event.coordinate);
    if (measuring()) return report({ kind: 'vertex', at });
    if (context?.ring) return;
    report({ kind: 'picked', parcel: parcelAt(map, event.pixel), record: recordAt(map, event.pixel), at });
  });
  let ended: typeof clicks | null = null;
  /** The second click of two on one place ends what is drawn, once. */
  const end = () => {
    const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = clicks;
    if (!measuring() || ended === clicks || Math.hypot(x1 - x0, y1 - y0) > SAME_PLACE) return;
    ended = clicks;
    report({ kind: 'finish' });
  };
  // The browser counts clicks by when they were made, OpenLayers by when they are heard: on a busy machine that is later.
  target.addEventListener('dblclick', end);
  map.on('dblclick', (event) => {
    if (!measuring()) return;
    end();
    // Else OpenLayers would zoom in as well.
    event.preventDefault();
    event.stopPropagation();
  });
  map.on('pointermove', (event) => {
    if (!event.dragging) report({ kind: 'pointer', at: lonLat(event.coordinate) });
  });
  target.addEventListener('pointerleave', () => report({ kind: 'pointer', at: null }));
  map.on('moveend', () => {
    if (map.getView().isDef()) report({ kind: 'moved', place: placeOf(map) });
  });
  const stopSharpening = followPixelRatio(map, open.live);
  let ring: RingEditor | null = null;
  let isClosed = false;
  /** What draws rings is fetched when somebody does: most maps are only looked at. */
  const showRing = () => {
    const sketch = context?.ring;
    if (!sketch) {
      ring?.close();
      ring = null;
    } else if (ring) ring.show(sketch, context?.theme ?? 'light');
    else {
      import('./ring-editor.ts')
        .then(({ openRingEditor }) => {
          if (isClosed || ring || !context?.ring) return;
          ring = openRingEditor(map, report);
          ring.show(context.ring, context.theme);
        })
        .catch(reportError);
    }
  };
  let sheet: SheetOverlay | null = null;
  /** The same of what bends pictures: few maps have one. */
  const showSheet = () => {
    const wanted = context?.sheet ?? null;
    if (sheet) return sheet.show(wanted, context?.theme ?? 'light');
    if (!wanted) return;
    import('./sheet-overlay.ts')
      .then(({ openSheetOverlay }) => {
        if (isClosed || sheet) return;
        sheet = openSheetOverlay(map);
        sheet.show(context?.sheet ?? null, context?.theme ?? 'light');
      })
      .catch(reportError);
  };
  return {
    show(next) {
      const diff = diffContext(context, next);
      const drew = context?.ring ?? null;
      context = next;
      applyDiff(open, diff, next);
      if ((next.ring ?? null) !== drew || (next.ring && diff.look)) showRing();
      if (diff.plan) plan.show(next.plan ?? null, next.theme);
      if (diff.sheet) showSheet();
    },
    place: () => placeOf(map),
    parcelAtCentre: () => parcelAt(map, middle()),
    recordAtCentre: () => recordAt(map, middle()),
    zoomBy(levels) {
      const view = map.getView();
      view.cancelAnimations();
      view.animate({ zoom: (view.getZoom() ?? 0) + levels, duration: still() ? 0 : ZOOM_MS });
    },
    seen: createSeen(map, open.live),
    close() {
      stopSharpening();
      isClosed = true;
      ring?.close();
      sheet?.close();
      plan.close();
      for (const { loader } of open.live.values()) loader.close();
      map.setTarget(undefined);
      map.dispose();
    },
  };
}
