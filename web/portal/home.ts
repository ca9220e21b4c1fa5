/** The island of the first page: turns #map into the map. The page is readable without it. */
import { listCommunes, PARCEL_TILES } from '../api/portal.ts';
import { type Language, wordsOf } from '../i18n/words.ts';
import type { Extent, MapContext, MapEvent } from '../map/map-context.ts';
import { element } from '../ui/element.ts';
import '../ui/fonts.ts';
import '../ui/theme.css';
import './home.css';
import { createMapStatus } from './map-status.ts';
import { createCard } from './show-card.ts';

const language: Language = document.documentElement.lang === 'en' ? 'en' : 'vi';
const words = wordsOf(language);
const dark = matchMedia('(prefers-color-scheme: dark)');
/** Former Bắc Giang with some room: where the map opens while nothing is registered and no commune is known. */
const FALLBACK: Extent = [105.8, 21.0, 107.1, 21.7];
/** Degrees of room around the communes, so that a border parcel can be seen from both sides. */
const MARGIN = 0.1;

function readExtent(text: string | undefined): Extent | null {
  const numbers = (text ?? '').split(',').map(Number);
  return text && numbers.length === 4 && numbers.every(Number.isFinite) ? (numbers as unknown as Extent) : null;
}

/** The box around all communes and the registered land, with a margin. */
function limitsOf(boxes: readonly (Extent | null)[]): Extent {
  const known = boxes.filter((box) => box !== null);
  const all = known.length > 0 ? known : [FALLBACK];
  const edge = (i: 0 | 1 | 2 | 3, pick: (...n: number[]) => number) => pick(...all.map((box) => box[i]));
  return [
    edge(0, Math.min) - MARGIN,
    edge(1, Math.min) - MARGIN,
    edge(2, Math.max) + MARGIN,
    edge(3, Math.max) + MARGIN,
  ];
}

async function start(target: HTMLElement): Promise<void> {
  const focus = readExtent(target.dataset.extent);
  const [{ createMap }, communes] = await Promise.all([import('../map/create-map.ts'), listCommunes()]);
  const tiles = (attempt: number) => ({
    id: 'parcels',
    kind: 'parcel-tiles' as const,
    // A fragment is not sent: it only makes the address new, so that failed tiles are asked for again.
    url: attempt === 0 ? PARCEL_TILES : `${PARCEL_TILES}#${attempt}`,
  });
  let attempt = 0;
  let context: MapContext = {
    layers: [tiles(attempt)],
    focus,
    limits: limitsOf([focus, ...communes.map((commune) => commune.bbox)]),
    selected: null,
    theme: dark.matches ? 'dark' : 'light',
  };
  const update = (change: Partial<MapContext>) => {
    context = { ...context, ...change };
    map.show(context);
  };
  const host = target.parentElement ?? document.body;
  const status = createMapStatus(target, words, () => update({ layers: [tiles(++attempt)] }));
  const card = createCard(host, words, language, () => {
    update({ selected: null });
    target.focus();
  });
  const report = (event: MapEvent) => {
    if (event.kind === 'loading') status.loading(event.pending);
    else if (event.kind === 'failed') status.failed();
    else {
      update({ selected: event.parcel?.id ?? null });
      void card.show(event.parcel).catch(reportError);
    }
  };
  target.tabIndex = 0;
  target.setAttribute('role', 'application');
  target.setAttribute('aria-label', words('map.label'));
  const map = createMap(target, { zoomIn: words('map.zoomIn'), zoomOut: words('map.zoomOut') }, report);
  dark.addEventListener('change', () => update({ theme: dark.matches ? 'dark' : 'light' }));
  map.show(context);
}

const target = document.getElementById('map');
if (target) {
  start(target).catch((error: unknown) => {
    target.append(element('p', { class: 'notice', role: 'alert' }, words('map.broken')));
    reportError(error);
  });
}
