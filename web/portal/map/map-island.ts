/** The map of the public pages: turns #map into a map with its tools. The page is readable without it. */
import { formatDay } from '../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import { CallFailed } from '../../api/get-json.ts';
import { getTile } from '../../api/get-tile.ts';
import { listCommunes, outlineTiles, parcelTiles } from '../../api/portal.ts';
import { type Language, wordsOf } from '../../i18n/words.ts';
import type { Extent, Focus, LayerContext, LonLat, MapContext } from '../../map/map-context.ts';
import type { MapEvent, MapPlace } from '../../map/map-event.ts';
import { element } from '../../ui/element.ts';
import './map.css';
import { byFinger } from '../by-finger.ts';
import { createMapAddress, type MapAddress } from './map-address.ts';
import { coveredRoom } from './map-covered.ts';
import { limitsOf, readPageFacts, startingFocus } from './map-facts.ts';
import { watchFreshness } from './map-freshness.ts';
import { readPermalink } from './map-permalink.ts';
import { createSelection } from './map-selection.ts';
import type { MapStage } from './map-stage.ts';
import { createMapStatus } from './map-status.ts';
import { currentTheme, watchTheme } from './map-theme.ts';
import { parcelName } from './parcel-card.ts';
import { createShownLayers } from './shown-layers.ts';
import { createMapBar } from './tools/map-bar.ts';
import { legalToday } from './tools/map-day.ts';
import { listenToKeys } from './tools/map-keys.ts';
import { createReadout } from './tools/map-readout.ts';
import { toolEntries } from './tools/map-tools.ts';
import { createZoom } from './tools/map-zoom.ts';

/** What the rest of the page may ask of the map. */
export interface MapControl {
  /** Shows a box: west, south, east, north in degrees. */
  focus(extent: Extent): void;
  lookAt(longitude: number, latitude: number, zoom?: number): void;
  /** Selects a parcel by its id and goes there; null: none. */
  select(id: string | null): Promise<void>;
  /** Marks a point somebody asked for, and goes there. */
  mark(longitude: number, latitude: number): void;
  unmark(): void;
  /** Shows the parcels as of a day, `YYYY-MM-DD`; null: today. */
  showDay(day: string | null): void;
}

/** Where a point somebody asked for is shown, and where "zoom to parcels" leads. */
const POINT_ZOOM = 18;
const PARCEL_ZOOM = 16;
/** Below this zoom single parcels are not shown (web/map/tiles/tile-layer.ts). */
const PARCELS_FROM = 12.5;
/** Words about the view are spoken when the reader has paused. */
const SPEAK_AFTER_MS = 700;

/** The limits of the map; without an answer about the communes, those of the registered land. */
async function findLimits(extent: Extent | null): Promise<Extent> {
  try {
    return limitsOf([extent, ...(await listCommunes()).map((commune) => commune.bbox)]);
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    return limitsOf([extent]);
  }
}

/** The revision stands behind `#`, where no server sees it: another one makes the map ask for its tiles again. */
const landLayers = (day: string | null, attempt: number, revision: number): LayerContext[] => [
  { id: 'parcels', kind: 'parcel-tiles', url: `${parcelTiles(day)}#${revision}`, attempt },
  { id: 'outlines', kind: 'outline-tiles', url: `${outlineTiles(day)}#${revision}`, attempt },
];

/**
 * Turns an element into the map, with tools, card and address. Its parent becomes the host of bar and panels. Rejects
 * where the map cannot be had at all; the page stays as it was.
 */
export async function startMap(target: HTMLElement): Promise<MapControl> {
  const language: Language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const words = wordsOf(language);
  const facts = readPageFacts(target.dataset, legalToday());
  const link = readPermalink(location.search);
  const [{ createMap }, limits] = await Promise.all([import('../../map/create-map.ts'), findLimits(facts.extent)]);
  const host = target.parentElement ?? document.body;
  host.classList.add('map-host');

  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  const validDay = (day: string | null) => (day !== null && day < legalToday() ? day : null);
  /** A box is shown beside what covers the map, a point in its middle. */
  const withRoom = (focus: Focus | null): Focus | null =>
    focus?.kind === 'extent' ? { ...focus, covered: coveredRoom(target) } : focus;
  let day = validDay(link.at ?? facts.at);
  let attempt = 0;
  let context: MapContext;
  let address: MapAddress;
  let revision = 0;
  const layersNow = () => [...landLayers(day, attempt, revision), ...shown.contexts(attempt)];
  const shown = createShownLayers(link.layers, (codes) => {
    address?.layers(codes);
    if (context) update({ layers: layersNow() });
  });
  context = {
    projection: facts.projection,
    layers: layersNow(),
    focus: withRoom(startingFocus(link, facts)),
    limits,
    selected: [],
    drawn: null,
    theme: currentTheme(),
    language,
    marker: null,
    fix: null,
    measurement: null,
    frame: null,
  };
  const update = (change: Partial<MapContext>) => {
    context = { ...context, ...change };
    map.show(context);
  };
  let speakTimer = 0;
  const spoken = element('p', { class: 'map-spoken', 'aria-live': 'polite' });
  const reticle = element('div', { class: 'map-reticle', 'aria-hidden': 'true' });
  const say = (sentence: string) => {
    clearTimeout(speakTimer);
    // The same sentence twice is news twice: an empty line between makes it spoken again.
    spoken.textContent = '';
    requestAnimationFrame(() => {
      spoken.textContent = sentence;
    });
  };
  target.tabIndex = 0;
  target.setAttribute('role', 'application');
  target.setAttribute('aria-roledescription', words('map.role'));
  target.setAttribute('aria-label', words('map.label'));

  let place: MapPlace | null = null;
  let byKeys = false;
  /** Until the reader touches the map, wherever it goes is where the page opens it. */
  let untouched = link.view === null;
  const report = (event: MapEvent) => {
    if (event.kind === 'loading') status.loading(event.pending);
    else if (event.kind === 'failed') status.failed();
    else if (event.kind === 'moved') {
      place = event.place;
      address.moved(place, untouched);
      status.far(place.zoom < PARCELS_FROM);
      freshness.moved();
      // What a tool says of its own points must not be talked over.
      if (byKeys && bar.current() !== 'measure') speakView();
    }
    readout.hear(event);
    if (!bar.hear(event) && event.kind === 'picked') {
      makeRoom();
      selection.pick(event.parcel);
    }
  };
  /** On a phone there is room for one sheet: a card that somebody asks for puts the open tool away. */
  const makeRoom = () => {
    if (matchMedia('(max-width: 48rem)').matches) bar.close();
  };
  const freshness = watchFreshness({
    extent: () => (day === null ? (place?.extent ?? null) : null),
    changed() {
      revision += 1;
      update({ layers: layersNow() });
    },
  });
  const map = createMap(target, { fetchTile: getTile, still, report });
  target.append(reticle);
  const stage: MapStage = {
    target,
    host,
    words,
    language,
    map,
    context: () => context,
    update,
    place: () => place ?? map.place(),
    day: () => day,
    sridAt: (at: LonLat) => selection.sridAt(at) ?? map.seen.sheetSrid(at) ?? facts.srid,
    say,
    open: (id) => {
      makeRoom();
      selection.select(id, true).catch(reportError);
    },
  };
  function speakView(): void {
    clearTimeout(speakTimer);
    speakTimer = window.setTimeout(() => {
      const count = map.seen.parcels().length;
      const many = words(count === 1 ? 'map.inView.one' : 'map.inView.many', {
        count: formatNumber(count, language, 0),
      });
      const middle = map.parcelAtCentre();
      say(middle ? `${many} ${words('map.centre', { parcel: parcelName(middle, words) })}` : many);
    }, SPEAK_AFTER_MS);
  }
  const daySentence = (shown: string) => {
    const first = facts.registeredSince;
    if (first !== null && shown < first) return words('map.beforeFirst', { day: formatDay(first, language) });
    return words('map.asOf', { day: formatDay(shown, language) });
  };
  const showDay = (wanted: string | null) => {
    const next = validDay(wanted);
    status.asOf(next === null ? null : daySentence(next));
    if (next === day) return;
    day = next;
    address.day(day);
    update({ layers: layersNow() });
    selection.refresh();
  };
  const zoomBy = (levels: number) => {
    const { centre, zoom } = map.place();
    update({ focus: { kind: 'centre', centre, zoom: zoom + levels, smooth: true } });
  };
  const lookAt = (longitude: number, latitude: number, zoom = POINT_ZOOM) =>
    update({ focus: { kind: 'centre', centre: [longitude, latitude], zoom, smooth: true } });

  const status = createMapStatus(host, target, words, {
    retry() {
      attempt += 1;
      update({ layers: layersNow() });
    },
    closer: () => update({ focus: { kind: 'centre', centre: map.place().centre, zoom: PARCEL_ZOOM, smooth: true } }),
    today: () => showDay(null),
  });
  const selection = createSelection(stage, (id) => {
    address.selected(id);
    host.toggleAttribute('data-card', id !== null);
  });
  address = createMapAddress(link, (back) => {
    showDay(back.at);
    shown.setAll(back.layers);
    const focus = startingFocus(back, facts);
    if (focus) update({ focus: withRoom(focus) });
    selection.select(back.parcel, false).catch(reportError);
  });
  createZoom(host, words, zoomBy);
  const readout = createReadout(stage);
  const aim = () => {
    const aiming = ['coordinates', 'measure'].includes(bar.current() ?? '') && byFinger();
    host.toggleAttribute('data-reticle', byKeys || aiming);
  };
  const entries = toolEntries({
    stage: () => stage,
    firstDay: facts.first,
    dataAsOf: facts.dataAsOf,
    showDay,
    shown,
    link: () => address.link(map.place()),
  });
  const onBar = (id: string | null) => {
    host.toggleAttribute('data-panel', id !== null);
    aim();
  };
  const onMap = () => {
    byKeys = true;
    aim();
    target.focus();
  };
  const bar = createMapBar(host, words, entries, onBar, onMap);
  bar.bar.append(readout.line);
  host.append(spoken);
  listenToKeys(host, target, bar, {
    pick: () => {
      makeRoom();
      selection.pick(map.parcelAtCentre());
    },
    help: () => void bar.open('help').catch(reportError),
    away: () => selection.away(),
    byKeys(is) {
      byKeys = is;
      aim();
    },
  });
  for (const kind of ['pointerdown', 'wheel', 'keydown', 'click'])
    host.addEventListener(
      kind,
      () => {
        untouched = false;
      },
      { passive: true, capture: true },
    );
  watchTheme((theme) => update({ theme }));
  map.show(context);
  status.asOf(day === null ? null : daySentence(day));

  const first = link.parcel ?? facts.selected;
  const go = link.view === null && facts.focus?.kind !== 'centre';
  if (first) selection.select(first, go).catch(reportError);
  return {
    focus: (extent) => update({ focus: withRoom({ kind: 'extent', extent, smooth: true }) }),
    lookAt,
    select: (id) => selection.select(id, true),
    mark(longitude, latitude) {
      update({ marker: [longitude, latitude] });
      lookAt(longitude, latitude);
    },
    unmark: () => update({ marker: null }),
    showDay,
  };
}
