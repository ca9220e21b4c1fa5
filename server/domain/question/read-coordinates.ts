/**
 * Coordinates as people type or paste them. Two numbers do not say their system: VN-2000 metres can be of any zone, so
 * they give one reading for each; degrees are WGS 84, as telephones and maps show them.
 */
import { PROJECTIONS } from '../crs.ts';
import { readAngles } from './read-angles.ts';
import { readLink } from './read-link.ts';
import { readPairs } from './read-pairs.ts';

export type CoordinateReading =
  | { readonly srid: number; readonly east: number; readonly north: number }
  | { readonly srid: 4326; readonly lon: number; readonly lat: number };

/** The two meridians of this province's archives first; then every other system a sheet may be in. */
const LIKELY = [9214, 9209];
const PROJECTED = PROJECTIONS.filter(({ kind }) => kind !== 'geographic').map(({ srid }) => srid);
const SYSTEMS = [...LIKELY, ...PROJECTED.filter((srid) => !LIKELY.includes(srid))];

/** Viet Nam, degrees; its 8-24° N are these metres of north in every zone, and nothing else is so large. */
const isLat = (value: number) => value >= 8 && value <= 24;
const isLon = (value: number) => value >= 102 && value <= 110;
const isNorth = (value: number) => value >= 880_000 && value <= 2_660_000;
/** 500 km ± what a zone that is not the right one adds. */
const isEast = (value: number) => value >= 50_000 && value < 880_000;

const isWhole = (a: number, b: number) => Number.isInteger(a) && Number.isInteger(b);

/** Which of two numbers is which: by size alone, since X is north here and east elsewhere. */
function toReadings(a: number, b: number): CoordinateReading[] {
  if (isLat(a) && isLon(b)) return [{ srid: 4326, lon: b, lat: a }];
  if (isLon(a) && isLat(b)) return [{ srid: 4326, lon: a, lat: b }];
  const turned = isNorth(a) && isEast(b);
  if (!turned && !(isEast(a) && isNorth(b))) return [];
  const [east, north] = turned ? [b, a] : [a, b];
  return SYSTEMS.map((srid) => ({ srid, east, north }));
}

const isDegrees = (a: number, b: number) =>
  Math.abs(a) <= 180 && Math.abs(b) <= 180 && Math.min(Math.abs(a), Math.abs(b)) <= 90;
/** Written as degrees with their fractions, as telephones give them: 48.8566, 2.3522. */
const isExact = (clean: string) => /^[^\d-]*-?\d{1,3}[.,]\d{3,}[^\d]+\d{1,3}[.,]\d{3,}[^\d]*$/u.test(clean);

/** Every meaning of a clean text as one point; 'outside': of a point that is not in Viet Nam; none if it is no coordinates. */
export function readCoordinates(clean: string): CoordinateReading[] | 'outside' {
  const surely = readLink(clean) ?? readAngles(clean);
  if (surely) {
    const found = toReadings(...surely);
    return found.length === 0 && isDegrees(...surely) ? 'outside' : found;
  }
  const pairs = readPairs(clean);
  // A whole degree is 100 km: "21 106" without a sign is no place.
  const found = pairs.flatMap(([a, b]) => (isLat(Math.min(a, b)) && isWhole(a, b) ? [] : toReadings(a, b)));
  if (found.length > 0 || !isExact(clean)) return found;
  return pairs.length === 0 || pairs.some(([a, b]) => isDegrees(a, b)) ? 'outside' : [];
}
