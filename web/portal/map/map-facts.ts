import { findProjection } from '../../../server/domain/crs.ts';
import { boxAround } from '../../map/box-around.ts';
import type { Extent, Focus } from '../../map/map-context.ts';
import type { Permalink } from './map-permalink.ts';

/** Former Bắc Giang with some room: where the map opens while nothing is registered and no commune is known. */
const FALLBACK: Extent = [105.8, 21.0, 107.1, 21.7];
/** Degrees of room around the communes, so that a border parcel can be seen from both sides. */
const MARGIN = 0.1;
/** How close a point given without a zoom is shown. */
const POINT_ZOOM = 18;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** As far back as days can be chosen while the register is younger than a day, or its page does not say: the year of the reform. */
const FIRST_DAY = '2025-01-01';
/** TM-3 of former Bắc Giang (Circular 973/2001, annex): the legal system unless the page names another. */
const LEGAL_SRID = 9214;
const MERCATOR = 3857;

/** What the server wrote on #map. */
export interface PageFacts {
  readonly extent: Extent | null;
  readonly focus: Focus | null;
  readonly selected: string | null;
  readonly at: string | null;
  /** Day of the first registration; null where the page does not say. */
  readonly registeredSince: string | null;
  /** As far back as the day slider goes. */
  readonly first: string;
  /** Legal system of the place, EPSG. */
  readonly srid: number;
  /** System of the view, EPSG: Mercator unless the page wants a view that measures true. */
  readonly projection: number;
  readonly dataAsOf: string | null;
}

function readExtent(text: string | undefined): Extent | null {
  const numbers = (text ?? '').split(',').map(Number);
  return text && numbers.length === 4 && numbers.every(Number.isFinite) ? (numbers as unknown as Extent) : null;
}

/** Reads data-extent, -lat, -lon, -zoom, -at, -selected, -first-day, -srid, -projection, -data-as-of; what is missing or wrong is null. */
export function readPageFacts(data: DOMStringMap, today: string): PageFacts {
  const extent = readExtent(data.extent);
  const [latitude, longitude] = [Number(data.lat || Number.NaN), Number(data.lon || Number.NaN)];
  const point = Number.isFinite(latitude) && Number.isFinite(longitude);
  const zoom = Number(data.zoom || POINT_ZOOM);
  const day = (text: string | undefined) => (text && DAY.test(text) ? text : null);
  const since = day(data.firstDay);
  const [srid, projection] = [Number(data.srid), Number(data.projection)];
  return {
    extent,
    focus: point
      ? { kind: 'centre', centre: [longitude, latitude], zoom: Number.isFinite(zoom) ? zoom : POINT_ZOOM }
      : extent && { kind: 'extent', extent },
    selected: data.selected || null,
    at: day(data.at),
    registeredSince: day(data.firstDay),
    first: since !== null && since < today ? since : FIRST_DAY,
    srid: findProjection(srid) ? srid : LEGAL_SRID,
    projection: findProjection(projection) ? projection : MERCATOR,
    dataAsOf: data.dataAsOf || null,
  };
}

/** Where the map opens: where the link says, else where the page says. */
export function startingFocus({ view }: Permalink, facts: PageFacts): Focus | null {
  if (!view) return facts.focus;
  return { kind: 'centre', centre: [view.longitude, view.latitude], zoom: view.zoom };
}

/** The box around all communes and the registered land, with a margin. */
export function limitsOf(boxes: readonly (Extent | null)[]): Extent {
  const [west, south, east, north] = boxAround(boxes) ?? FALLBACK;
  return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
}
