/** An area whose parcels are asked for: a polygon of GeoJSON (RFC 7946, 3.1.6), degrees. */
import Type, { type Static } from 'typebox';

/** Corners of all rings together. */
export const MOST_CORNERS = 5_000;
/** Where the register's systems hold, degrees: the country and its sea. */
const [WEST, SOUTH, EAST, NORTH] = [101, 6, 118, 24];

const Ring = Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 3 }), {
  minItems: 4,
  maxItems: MOST_CORNERS,
});
export const LookupArea = Type.Object(
  {
    type: Type.Literal('Polygon'),
    coordinates: Type.Array(Ring, { minItems: 1, maxItems: 100, description: 'The outer ring, then holes' }),
  },
  { additionalProperties: false, description: 'Polygon of GeoJSON, longitude and latitude' },
);
export type LookupArea = Static<typeof LookupArea>;

/** Whether its rings are closed, few enough, and in the country. */
export function isFitArea({ coordinates }: LookupArea): boolean {
  const corners = coordinates.flat();
  const isClosed = coordinates.every((ring) => {
    const [first, last] = [ring[0]!, ring.at(-1)!];
    return first[0] === last[0] && first[1] === last[1];
  });
  const isHere = corners.every(([x = 0, y = 0]) => x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH);
  return isClosed && isHere && corners.length <= MOST_CORNERS;
}

/** How the look-up is called that answers it, so that each file says of which area it is: `106.20000,21.27000–106.21000,21.28000 (5)`. */
export function areaName({ coordinates }: LookupArea): string {
  const corners = coordinates.flat();
  const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)];
  const said = (x: number, y: number) => `${x.toFixed(5)},${y.toFixed(5)}`;
  return `${said(Math.min(...xs), Math.min(...ys))}–${said(Math.max(...xs), Math.max(...ys))} (Polygon, ${corners.length})`;
}
