/** `+proj=tmerc +lon_0=107 …`, the notation of PROJ, sometimes found in a .prj. */
import { type CrsClaim, datumOf, NO_PARAMETERS, tmOrUtm } from './crs-claim.ts';

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
  const shift = (words.get('towgs84') ?? '').split(',').map(Number);
  const datum = datumOf([words.get('datum') ?? ''], shift.every(Number.isFinite) ? shift : []);
  const rest = { name: null, epsg: null, ...datum };
  if (method === 'longlat' || method === 'latlong') return { ...rest, method: 'geographic', ...NO_PARAMETERS };
  if (method === 'utm' && !words.has('south')) {
    const centralMeridian = number('zone', 0) * 6 - 183;
    return { ...rest, method: 'utm', centralMeridian, scaleFactor: 0.9996, falseEasting: 500_000, falseNorthing: 0 };
  }
  const parameters = {
    centralMeridian: number('lon_0', 0),
    scaleFactor: number('k', number('k_0', 1)),
    falseEasting: number('x_0', 0),
    falseNorthing: number('y_0', 0),
  };
  const transverse = method === 'tmerc' && number('lat_0', 0) === 0 && (words.get('units') ?? 'm') === 'm';
  return { ...rest, method: transverse ? tmOrUtm(parameters) : 'other', ...parameters };
}
