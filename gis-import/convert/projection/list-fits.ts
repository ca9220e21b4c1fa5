/** Which systems put a sample of points into a piece of ground: every known one and the file's own, in both axis orders. */
import {
  getProjection,
  isPlausible,
  type Projection,
  SOURCE_SYSTEMS,
  transformBetween,
} from '../../../server/domain/crs.ts';
import type { Extent } from './decide-projection.ts';

/** How numbers of a file become coordinates of a system. */
export interface Reading {
  readonly projection: Projection;
  readonly swapAxes: boolean;
  /** Metres (degrees) per unit of the file. */
  readonly unit: number;
}

export interface Fit extends Reading {
  /** Of the points, that lie inside. */
  readonly share: number;
}

/** What the file's .prj describes, where that can be computed. */
export type OwnSystem = { readonly system: Projection; readonly unit: number } | null;

/** About one kilometre: commune boundaries are generalised and sheets reach over them. */
const PAD_DEGREES = 0.01;
const ENOUGH_INSIDE = 0.9;

/** Drawing programs count in millimetres or centimetres. Their numbers are so far apart that no two units can fit at once. */
const OTHER_UNITS = [0.001, 0.01, 0.1, 1000];

const WGS84 = getProjection(4326);

export function listFits(points: Float64Array, extent: Extent, own: OwnSystem): Fit[] {
  const systems = own && !SOURCE_SYSTEMS.includes(own.system) ? [own.system, ...SOURCE_SYSTEMS] : SOURCE_SYSTEMS;
  const fitsIn = (unit: number) =>
    systems.flatMap((projection) =>
      [false, true].flatMap((swapAxes): Fit[] => {
        const reading = { projection, swapAxes, unit };
        const share = shareInside(points, reading, extent, 1 - ENOUGH_INSIDE);
        return share >= ENOUGH_INSIDE ? [{ ...reading, share }] : [];
      }),
    );
  const units = new Set([1, own?.unit ?? 1]);
  const fits = [...units].flatMap(fitsIn);
  return fits.length > 0 ? fits : OTHER_UNITS.filter((unit) => !units.has(unit)).flatMap(fitsIn);
}

/** The best way to read the numbers in one system, whether it fits or not. */
export function bestReading(points: Float64Array, projection: Projection, extent: Extent, ownUnit: number): Fit {
  const all = [...new Set([1, ownUnit, ...OTHER_UNITS])].flatMap((unit) =>
    [false, true].map((swapAxes): Fit => {
      const reading = { projection, swapAxes, unit };
      return { ...reading, share: shareInside(points, reading, extent, 1) };
    }),
  );
  return all.reduce((best, fit) => (fit.share > best.share ? fit : best));
}

/** [longitude, latitude] of WGS 84, or null where the numbers mean nothing in this system. */
export function placeOf({ projection, swapAxes, unit }: Reading, x: number, y: number): [number, number] | null {
  const [east, north] = swapAxes ? [y * unit, x * unit] : [x * unit, y * unit];
  if (!isPlausible(projection, east, north)) return null;
  return projection.srid === 4326 ? [east, north] : transformBetween(projection, WGS84)([east, north]);
}

/** `giveUpAt`: the share outside after which nobody wants to know more. */
function shareInside(points: Float64Array, reading: Reading, extent: Extent, giveUpAt: number): number {
  const count = points.length / 2;
  let inside = 0;
  let outside = 0;
  for (let i = 0; i < points.length; i += 2) {
    const place = placeOf(reading, points[i]!, points[i + 1]!);
    if (place !== null && isWithin(place, extent)) inside += 1;
    else if (++outside > giveUpAt * count + 1e-9) return 0;
  }
  return count === 0 ? 0 : inside / count;
}

const isWithin = ([lon, lat]: readonly [number, number], extent: Extent): boolean =>
  lon >= extent.minLon - PAD_DEGREES &&
  lon <= extent.maxLon + PAD_DEGREES &&
  lat >= extent.minLat - PAD_DEGREES &&
  lat <= extent.maxLat + PAD_DEGREES;

const METRES_PER_DEGREE = 111_195;

/** Metres between where two readings put the sample: the largest of a few, so that nobody is told less than is at stake. */
export function metresBetween(points: Float64Array, a: Reading, b: Reading): number {
  let most = 0;
  const step = 2 * Math.max(1, Math.floor(points.length / 2 / 9));
  for (let i = 0; i + 1 < points.length; i += step) {
    const [one, other] = [placeOf(a, points[i]!, points[i + 1]!), placeOf(b, points[i]!, points[i + 1]!)];
    if (!one || !other) continue;
    const east = (one[0] - other[0]) * Math.cos((one[1] * Math.PI) / 180);
    most = Math.max(most, METRES_PER_DEGREE * Math.hypot(east, one[1] - other[1]));
  }
  return most;
}
