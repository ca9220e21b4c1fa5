/**
 * Coordinate reference systems of Vietnamese land records (VN-2000), for Node and the browser.
 *
 * Axis order everywhere in the code: [east, north] for projected systems, [longitude, latitude] for geographic ones
 * (the order of GIS, not of Vietnamese coordinate tables, where X is north and Y is east).
 * Source of the parameters: EPSG data set v11.022; datum shift EPSG:6960, numerically QĐ 05/2007/QĐ-BTNMT. EPSG gives
 * the rotations by the coordinate-frame convention; `+towgs84` wants position-vector signs, hence negated here.
 * The string copied around forums keeps the coordinate-frame signs and is 0.757 m off.
 * HN-72 (EPSG:4147, Krassowsky): datum shift EPSG:1544.
 */
import proj4 from 'proj4';

export type Datum = 'vn2000' | 'wgs84' | 'hn72' | 'other';

const SHIFTS = {
  vn2000: '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278',
  // EPSG:1544, three parameters, good to 5 m: enough to find a sheet, not to measure from.
  hn72: '+towgs84=-17.51,-108.32,-62.39,0,0,0,0',
} as const;
const DATUMS = {
  vn2000: `+ellps=WGS84 ${SHIFTS.vn2000}`,
  wgs84: '+datum=WGS84',
  hn72: `+ellps=krass ${SHIFTS.hn72}`,
} as const;

/** One system a source file may be in. */
export interface Projection {
  /** EPSG code; {@link AS_PRJ_SAYS} for a system that a .prj describes and no code names. */
  readonly srid: number;
  readonly name: string;
  readonly kind: 'tm3' | 'utm' | 'geographic' | 'other';
  readonly datum: Datum;
  /** Central meridian in degrees east; null for a geographic system. */
  readonly centralMeridian: number | null;
  readonly proj4: string;
  /** Metres; 500 000 and 0 where nothing is said. */
  readonly falseEasting?: number;
  readonly falseNorthing?: number;
  /** Coordinates of Viet Nam may have any size in this system. */
  readonly anyNumbers?: boolean;
  /** Metres by which the move into VN-2000 may be wrong, where that matters to a parcel. */
  readonly accuracyM?: number;
}

/** Stands for the system that the file's own .prj describes, where a code of EPSG would stand (`--srid prj`). */
export const AS_PRJ_SAYS = 0;

/** Of a transverse Mercator whose northings begin at the equator; metres and degrees. */
const tmercText = (
  datum: keyof typeof DATUMS,
  centralMeridian: number,
  scaleFactor: number,
  falseEasting = 500_000,
): string =>
  `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=${scaleFactor} +x_0=${falseEasting} +y_0=0 ${DATUMS[datum]} +units=m +no_defs`;
export const degreesText = (datum: keyof typeof DATUMS): string => `+proj=longlat ${DATUMS[datum]} +no_defs`;

const tm3 = (srid: number, centralMeridian: number): Projection => ({
  srid,
  name: `VN-2000 / TM-3 ${centralMeridian}°`,
  kind: 'tm3',
  datum: 'vn2000',
  centralMeridian,
  proj4: tmercText('vn2000', centralMeridian, 0.9999),
});
const utm = (srid: number, centralMeridian: number, datum: 'vn2000' | 'wgs84'): Projection => ({
  srid,
  name: `${datum === 'vn2000' ? 'VN-2000' : 'WGS 84'} / UTM ${centralMeridian}°`,
  kind: 'utm',
  datum,
  centralMeridian,
  proj4: tmercText(datum, centralMeridian, 0.9996),
});
/** Good to some five metres only (EPSG:1544). */
const gaussKruger = (srid: number, centralMeridian: number, falseEasting: number): Projection => ({
  srid,
  name: `HN-72 / Gauss-Krüger ${centralMeridian}°`,
  kind: 'other',
  datum: 'hn72',
  centralMeridian,
  proj4: tmercText('hn72', centralMeridian, 1, falseEasting),
  falseEasting,
  accuracyM: 5,
});
const degrees = (srid: number, name: string, datum: 'vn2000' | 'wgs84' | 'hn72'): Projection => ({
  srid,
  name,
  kind: 'geographic',
  datum,
  centralMeridian: null,
  proj4: degreesText(datum),
  ...(datum === 'hn72' ? { accuracyM: 5 } : {}),
});

/** The systems of the province's archives and of its maps, EPSG code by code. */
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
  utm(3405, 105, 'vn2000'),
  utm(3406, 111, 'vn2000'),
  degrees(4326, 'WGS 84', 'wgs84'),
];

/** Every system in which a legacy sheet may arrive. */
export const SOURCE_SYSTEMS: readonly Projection[] = [
  ...PROJECTIONS,
  degrees(4756, 'VN-2000', 'vn2000'),
  utm(32648, 105, 'wgs84'),
  utm(32649, 111, 'wgs84'),
  degrees(4147, 'HN-72', 'hn72'),
  gaussKruger(2044, 105, 18_500_000),
  gaussKruger(2045, 111, 19_500_000),
  gaussKruger(2093, 106, 500_000),
];

/**
 * Whether coordinates of this system are kept as they are: the projected systems of VN-2000. All others are moved into
 * the registry's.
 */
export const isLegalSystem = ({ kind, datum, srid }: Projection): boolean =>
  (kind === 'tm3' || kind === 'utm') && datum === 'vn2000' && srid !== AS_PRJ_SAYS;

/** In which system a sheet of this one is staged and registered. */
export const legalSridOf = (system: Projection | undefined, registrySrid: number): number =>
  system && isLegalSystem(system) ? system.srid : registrySrid;

const bySrid = new Map(SOURCE_SYSTEMS.map((p) => [p.srid, p]));

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
export function isPlausible(projection: Projection, x: number, y: number): boolean {
  const { kind, anyNumbers, falseEasting = 500_000, falseNorthing = 0 } = projection;
  if (anyNumbers) return Math.abs(x) < 1e8 && Math.abs(y) < 1e8;
  if (kind === 'geographic') return x > 95 && x < 120 && y > 5 && y < 30;
  const [east, north] = [x - falseEasting + 500_000, y - falseNorthing];
  return east > -1_000_000 && east < 2_000_000 && north > 500_000 && north < 3_000_000;
}

/** [x, y] in, [x, y] out; both in the axis order of this file. */
export type Transform = (xy: readonly [number, number]) => [number, number];

const converters = new Map<string, Transform>();

/** A reusable conversion between two known systems. Throws RangeError for an unknown code. */
export const transformer = (fromSrid: number, toSrid: number): Transform =>
  transformBetween(getProjection(fromSrid), getProjection(toSrid));

/** As {@link transformer}, also for a system that has no code. */
export function transformBetween(from: Projection, to: Projection): Transform {
  const key = `${from.proj4}>${to.proj4}`;
  let convert = converters.get(key);
  if (!convert) {
    // One datum: no way round by WGS 84, which would cost a millimetre, since heights are dropped there.
    const sameDatum = from.datum === to.datum && from.datum !== 'other';
    const text = (definition: string) => (sameDatum ? definition.replace(/ \+towgs84=\S+/, '') : definition);
    const pair = proj4(text(from.proj4), text(to.proj4));
    convert = (xy) => pair.forward([xy[0], xy[1]]) as [number, number];
    converters.set(key, convert);
  }
  return convert;
}
