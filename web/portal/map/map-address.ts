import type { MapPlace } from '../../map/map-event.ts';
import { type Permalink, readPermalink, writePermalink } from './map-permalink.ts';

/** Browsers throttle calls of their history. */
const PAUSE_MS = 250;
/** Less than this share of the view is no movement: rounding, a scroll bar that came or went. */
const STILL = 0.02;

export interface MapAddress {
  /** The map came to rest. The first place, and any place it was sent to by the page, is the default. */
  moved(place: MapPlace, byItself: boolean): void;
  /** Another parcel, or none: a step that Back takes back. */
  selected(parcel: string | null): void;
  day(at: string | null): void;
  layers(codes: readonly string[]): void;
  /** The full address of what is shown. */
  link(place: MapPlace): string;
}

/** Keeps the page's address and what is shown the same. `onBack` hears where the reader went back (or forward) to. */
export function createMapAddress(start: Permalink, onBack: (link: Permalink) => void): MapAddress {
  let now = start;
  let home: MapPlace | null = null;
  let timer = 0;

  const here = () => location.pathname + writePermalink(location.search, now) + location.hash;
  const write = () => {
    clearTimeout(timer);
    timer = 0;
    if (here() !== location.pathname + location.search + location.hash) history.replaceState(history.state, '', here());
  };
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(write, PAUSE_MS);
  };
  const viewOf = ({ centre: [longitude, latitude], zoom }: MapPlace) => ({ longitude, latitude, zoom });
  const isHome = (place: MapPlace) => {
    if (!home) return false;
    const [width, height] = [home.extent[2] - home.extent[0], home.extent[3] - home.extent[1]];
    return (
      Math.abs(place.zoom - home.zoom) < STILL &&
      Math.abs(place.centre[0] - home.centre[0]) < width * STILL &&
      Math.abs(place.centre[1] - home.centre[1]) < height * STILL
    );
  };
  addEventListener('popstate', () => {
    clearTimeout(timer);
    now = readPermalink(location.search);
    onBack(now);
  });
  return {
    moved(place, byItself) {
      if (byItself) home = place;
      now = { ...now, view: isHome(place) ? null : viewOf(place) };
      later();
    },
    selected(parcel) {
      if (parcel === now.parcel) return;
      // The entry that is left keeps where the map stood.
      write();
      now = { ...now, parcel };
      history.pushState(null, '', here());
    },
    day(at) {
      now = { ...now, at };
      later();
    },
    layers(layers) {
      if (layers.join() === now.layers.join()) return;
      now = { ...now, layers };
      later();
    },
    link: (place) =>
      location.origin + location.pathname + writePermalink(location.search, { ...now, view: viewOf(place) }),
  };
}
