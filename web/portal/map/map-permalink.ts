/** The address of a view: which parcel, where, how close, as of which day. Never what somebody searched for. */

import { LAYER_CODE } from '../../../server/domain/layer/layer-limits.ts';

export interface Permalink {
  /** Id of the selected parcel. */
  readonly parcel: string | null;
  /** Middle of the map in degrees and Mercator zoom; null: where the page opens by itself. */
  readonly view: { readonly longitude: number; readonly latitude: number; readonly zoom: number } | null;
  /** Day as of which, `YYYY-MM-DD`; null: today. */
  readonly at: string | null;
  /** Codes of the thematic layers that are switched on. */
  readonly layers: readonly string[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** As the server names layers; more at once nobody could read. */
const CODE = new RegExp(LAYER_CODE);
const MOST_LAYERS = 12;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** 0.1 m on the ground. */
const DEGREE_PLACES = 6;

function number(query: URLSearchParams, name: string, low: number, high: number): number | null {
  const text = query.get(name);
  const value = text ? Number(text) : Number.NaN;
  return Number.isFinite(value) && value >= low && value <= high ? value : null;
}

/** Reads what it understands; anything else in the address is left alone, and what makes no sense counts as absent. */
export function readPermalink(search: string): Permalink {
  const query = new URLSearchParams(search);
  const [parcel, at] = [query.get('p') ?? '', query.get('at') ?? ''];
  const longitude = number(query, 'lon', -180, 180);
  const latitude = number(query, 'lat', -85, 85);
  return {
    parcel: UUID.test(parcel) ? parcel.toLowerCase() : null,
    view:
      longitude === null || latitude === null ? null : { longitude, latitude, zoom: number(query, 'z', 0, 24) ?? 17 },
    at: DAY.test(at) && !Number.isNaN(Date.parse(at)) ? at : null,
    layers: [...new Set((query.get('l') ?? '').split(',').filter((code) => CODE.test(code)))].slice(0, MOST_LAYERS),
  };
}

/** The same address with this link in it; only what is not the default is written. Other keys stay as they are. */
export function writePermalink(search: string, { parcel, view, at, layers }: Permalink): string {
  const query = new URLSearchParams(search);
  const trim = (value: number, places: number) => String(Number(value.toFixed(places)));
  const values: Record<string, string | null> = {
    p: parcel,
    lat: view && trim(view.latitude, DEGREE_PLACES),
    lon: view && trim(view.longitude, DEGREE_PLACES),
    z: view && trim(view.zoom, 2),
    at,
    l: layers.length > 0 ? layers.join(',') : null,
  };
  for (const [key, value] of Object.entries(values)) {
    if (value === null) query.delete(key);
    else query.set(key, value);
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}
