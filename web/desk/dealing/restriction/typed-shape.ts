/** Where a restriction lies, as it is typed: X north and Y east, straight from a sheet. Pure. */
import type { ParcelDetail } from '../../../api/parcels.ts';
import { readTypedPoints } from '../split/read-typed-points.ts';

export const PLACES = ['all', 'line', 'polygon'] as const;
export type Place = (typeof PLACES)[number];

export interface TypedShape {
  readonly srid: number;
  readonly type: 'LineString' | 'Polygon';
  readonly coordinates: unknown;
}

export type ReadShape = { readonly shape: TypedShape | null; readonly swapped: boolean } | { readonly wrong: true };

/** The shape that is typed; none where it lies on all of the parcel. A ring closes by itself. */
export function readShape(
  place: Place,
  text: string,
  { geometryLegal: { srid, coordinates } }: Pick<ParcelDetail, 'geometryLegal'>,
): ReadShape {
  if (place === 'all') return { shape: null, swapped: false };
  const [east = 0, north = 0] = coordinates[0]?.[0] ?? [];
  const read = readTypedPoints(text, [east, north]);
  if ('wrong' in read) return { wrong: true };
  const { points, swapped } = read;
  if (place === 'line') return { shape: { srid, type: 'LineString', coordinates: points }, swapped };
  const [first, last] = [points[0]!, points.at(-1)!];
  const closed = first[0] === last[0] && first[1] === last[1] ? points : [...points, first];
  if (closed.length < 4) return { wrong: true };
  return { shape: { srid, type: 'Polygon', coordinates: [closed] }, swapped };
}
