/**
 * Coordinate reference systems of Vietnamese land records (VN-2000), for Node and the browser.
 *
 * Axis order everywhere in the code: [east, north] for projected systems, [longitude, latitude] for geographic ones
 * (the order of GIS, not of Vietnamese coordinate tables, where X is north and Y is east).
 * Source of the parameters: EPSG data set v11.022; datum shift EPSG:6960, numerically QĐ 05/2007/QĐ-BTNMT. EPSG gives
 * the rotations by the coordinate-frame convention; `+towgs84` wants position-vector signs, hence negated here.
 * The string copied around forums keeps the coordinate-frame signs and is 0.757 m off.
 */
import proj4 from 'proj4';

const TOWGS84 =
  '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs';

/** One projected system a source file may be in. */
export interface Projection {
  readonly srid: number;
  readonly name: string;
  readonly kind: 'tm3' | 'utm' | 'geographic';
  /** Central meridian in degrees east; null for a geographic system. */
  readonly centralMeridian: number | null;
  readonly proj4: string;
}

const tm3 = (srid: number, centralMeridian: number): Projection => ({
  srid,
  name: `VN-2000 / TM-3 ${centralMeridian}°`,
  kind: 'tm3',
  centralMeridian,
  proj4: `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 ${TOWGS84}`,
});
const utm = (srid: number, centralMeridian: number): Projection => ({
  srid,
  name: `VN-2000 / UTM ${centralMeridian}°`,
  kind: 'utm',
  centralMeridian,
  proj4: `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=0.9996 +x_0=500000 +y_0=0 +ellps=WGS84 ${TOWGS84}`,
});

/** Every system in which a legacy sheet may arrive, EPSG code by code. */
export const PROJECTIONS: readonly Projection[] = [
  tm3(9205, 103),
  tm3(9206, 104),
  tm3(9207, 104.5),
  tm3(9208, 104.75),
  tm3(9209, 105.5),
  tm3(9210, 105.75),
  tm3(9211, 106),
  tm3(9212, 106.25),
  tm3(9213, 106.5),
  tm3(9214, 107),
  tm3(9215, 107.25),
  tm3(9216, 107.5),
  tm3(9217, 108.25),
  tm3(9218, 108.5),
  tm3(5896, 102),
  tm3(5897, 105),
  tm3(5898, 108),
  tm3(5899, 107.75),
  utm(3405, 105),
  utm(3406, 111),
  {
    srid: 4326,
    name: 'WGS 84',
    kind: 'geographic',
    centralMeridian: null,
    proj4: '+proj=longlat +datum=WGS84 +no_defs',
  },
];

const bySrid = new Map(PROJECTIONS.map((p) => [p.srid, p]));

/** The projection of an EPSG code, or undefined where this registry does not know it. */
export function findProjection(srid: number): Projection | undefined {
  return bySrid.get(srid);
}

/** As {@link findProjection}, but an unknown code is a programming error. */
export function getProjection(srid: number): Projection {
  const projection = bySrid.get(srid);
  if (!projection) throw new RangeError(`EPSG:${srid} is not in the table of projections`);
  return projection;
}

/**
 * Whether a coordinate can be of Viet Nam or its neighbourhood in this system. Beyond it, projections give numbers that
 * mean nothing, or none. [x, y] in the axis order of this file.
 */
export function isPlausible({ kind }: Projection, x: number, y: number): boolean {
  if (kind === 'geographic') return x > 95 && x < 120 && y > 5 && y < 30;
  return x > -1_000_000 && x < 2_000_000 && y > 500_000 && y < 3_000_000;
}

/** [x, y] in, [x, y] out; both in the axis order of this file. */
export type Transform = (xy: readonly [number, number]) => [number, number];

const converters = new Map<string, Transform>();

/** A reusable conversion between two known systems. Throws RangeError for an unknown code. */
export function transformer(fromSrid: number, toSrid: number): Transform {
  const key = `${fromSrid}>${toSrid}`;
  let convert = converters.get(key);
  if (!convert) {
    const pair = proj4(getProjection(fromSrid).proj4, getProjection(toSrid).proj4);
    convert = (xy) => pair.forward([xy[0], xy[1]]) as [number, number];
    converters.set(key, convert);
  }
  return convert;
}
