/** A box in degrees, CRS84: west, south, east, north. */
export type DegreeBox = readonly [west: number, south: number, east: number, north: number];

/** Longest side that may be asked for, degrees: some 5 km, so that an answer takes no more than a moment. */
export const LONGEST_SIDE = 0.05;
/** What subtraction of decimals is off by. */
const ROUNDING = 1e-9;
const DECIMAL = /^-?\d{1,3}(?:\.\d{1,15})?$/;

/** The box of a text `west,south,east,north`; undefined where it is none, lies outside the earth or is too large. */
export function parseDegreeBox(text: string): DegreeBox | undefined {
  const parts = text.split(',');
  if (parts.length !== 4 || !parts.every((part) => DECIMAL.test(part))) return undefined;
  const [west, south, east, north] = parts.map(Number) as [number, number, number, number];
  const onEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  const inOrder = west <= east && south <= north;
  const small = east - west <= LONGEST_SIDE + ROUNDING && north - south <= LONGEST_SIDE + ROUNDING;
  return onEarth && inOrder && small ? [west, south, east, north] : undefined;
}
