/** Coordinate reference systems the OGC API answers in (OGC API - Features Part 2), each with its axis order by its authority. */

export interface OgcSystem {
  readonly uri: string;
  /** EPSG code by which PostGIS knows it; its coordinates are [east, north] or [longitude, latitude] there. */
  readonly srid: number;
  /** The authority's axis order is north before east, so coordinates are turned. */
  readonly northFirst: boolean;
  /** 0.1 mm: nine decimals of a degree, four of a metre. */
  readonly decimals: 9 | 4;
  /** Bounds within which coordinates can be of Viet Nam: beyond, projections give numbers that mean nothing. [west, south, east, north] */
  readonly domain: readonly [number, number, number, number];
  /** A system of the law: its coordinates are those of the register (field geometryLegal of the policy). */
  readonly legal: boolean;
}

const epsg = (srid: number) => `http://www.opengis.net/def/crs/EPSG/0/${srid}`;
const METRES = [-1_000_000, 500_000, 2_000_000, 3_000_000] as const;
const DEGREES = [95, 5, 120, 30] as const;

export const CRS84: OgcSystem = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  srid: 4326,
  northFirst: false,
  decimals: 9,
  domain: DEGREES,
  legal: false,
};

/** EPSG gives 9214, 9209, 3405 and 3857 as east, north; 4326 as latitude, longitude. */
export const OGC_SYSTEMS: readonly OgcSystem[] = [
  CRS84,
  { uri: epsg(4326), srid: 4326, northFirst: true, decimals: 9, domain: DEGREES, legal: false },
  {
    uri: epsg(3857),
    srid: 3857,
    northFirst: false,
    decimals: 4,
    domain: [10_575_000, 557_000, 13_359_000, 3_504_000],
    legal: false,
  },
  { uri: epsg(9214), srid: 9214, northFirst: false, decimals: 4, domain: METRES, legal: true },
  { uri: epsg(9209), srid: 9209, northFirst: false, decimals: 4, domain: METRES, legal: true },
  { uri: epsg(3405), srid: 3405, northFirst: false, decimals: 4, domain: METRES, legal: true },
];

/** Also by its safe CURIE and its URN, as older programs write it. */
export function findOgcSystem(name: string): OgcSystem | undefined {
  const code = /^(?:urn:ogc:def:crs:EPSG:[\d.]*:|\[EPSG:|EPSG:)(\d+)\]?$/i.exec(name)?.[1];
  const uri = code === undefined ? name : epsg(Number(code));
  return OGC_SYSTEMS.find((system) => system.uri === uri);
}
