/** `+proj=tmerc +lon_0=107 …`, the notation of PROJ, sometimes found in a .prj. */
import { type CrsClaim, datumOf, type Ellipsoid, NO_PARAMETERS, tmOrUtm } from './crs-claim.ts';

/** Null when no known keyword is there. */
export function describeProjString(text: string): CrsClaim | null {
  const words = new Map<string, string>();
  for (const [, key, value] of text.matchAll(/\+([a-z_0-9]+)(?:=(\S+))?/gi)) words.set(key!.toLowerCase(), value ?? '');
  const number = (key: string, fallback: number): number => {
    const value = Number(words.get(key) ?? fallback);
    return Number.isFinite(value) ? value : fallback;
  };
  const method = words.get('proj');
  if (method === undefined || method === '') return null;
  const shift = words.get('towgs84')?.split(',').map(Number) ?? [];
  const ellipsoid = ellipsoidOf(words, number);
  const datum = datumOf([words.get('datum') ?? ''], shift, ellipsoid);
  const rest = { name: null, epsg: null, ellipsoid, unit: 1, ...datum };
  if (words.has('pm') || words.has('nadgrids')) return { ...rest, method: 'other', ...NO_PARAMETERS };
  if (method === 'longlat' || method === 'latlong') return { ...rest, method: 'geographic', ...NO_PARAMETERS };
  if (method === 'utm' && !words.has('south')) {
    const centralMeridian = number('zone', 0) * 6 - 183;
    const zone = { centralMeridian, scaleFactor: 0.9996, falseEasting: 500_000, falseNorthing: 0 };
    return { ...rest, method: 'utm', ...NO_PARAMETERS, ...zone };
  }
  const latitude = number('lat_0', 0);
  const first = number('lat_1', latitude);
  // x_0 and y_0 are metres, whatever the unit of the coordinates is.
  const parameters = {
    centralMeridian: number('lon_0', 0),
    scaleFactor: number('k', number('k_0', 1)),
    falseEasting: number('x_0', 0),
    falseNorthing: number('y_0', 0),
    latitude,
    parallels: method === 'lcc' ? ([first, number('lat_2', first)] as const) : null,
  };
  const unit = words.has('to_meter') ? number('to_meter', 0) : (UNITS[words.get('units') ?? 'm'] ?? 0);
  const known = unit > 0 ? METHODS[method] : undefined;
  const kept = { ...rest, unit: unit > 0 ? unit : 1, ...parameters };
  return { ...kept, method: known === 'tm' && latitude === 0 ? tmOrUtm(parameters) : (known ?? 'other') };
}

const METHODS: Readonly<Record<string, CrsClaim['method']>> = {
  tmerc: 'tm',
  etmerc: 'tm',
  merc: 'mercator',
  lcc: 'lambert',
};
const UNITS: Readonly<Record<string, number>> = { m: 1, mm: 0.001, cm: 0.01, dm: 0.1, km: 1000 };
const ELLIPSOIDS: Readonly<Record<string, Ellipsoid>> = {
  WGS84: { a: 6_378_137, rf: 298.257223563 },
  GRS80: { a: 6_378_137, rf: 298.257222101 },
  krass: { a: 6_378_245, rf: 298.3 },
};

function ellipsoidOf(
  words: ReadonlyMap<string, string>,
  number: (key: string, fallback: number) => number,
): Ellipsoid | null {
  const named = ELLIPSOIDS[words.get('ellps') ?? ''];
  if (named) return named;
  const a = number('a', 0);
  const b = number('b', a);
  if (a === 0) return words.has('ellps') ? { a: 0, rf: 0 } : null;
  return { a, rf: words.has('rf') ? number('rf', 0) : a === b ? 0 : a / (a - b) };
}
