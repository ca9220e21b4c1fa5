/**
 * What a .prj claims. Whether the claim is true is decided elsewhere, by where the coordinates fall.
 * Reads WKT1 as ESRI and OGC write it, WKT2 as far as its names agree, and PROJ strings.
 */
import { AS_PRJ_SAYS, type Projection } from '../../../server/domain/crs.ts';
import { type CrsClaim, datumOf, type Ellipsoid, NO_PARAMETERS, type PlaneParameters, tmOrUtm } from './crs-claim.ts';
import { describeProjString } from './parse-proj-string.ts';
import { findNode, findWkt, listNodes, type WktNode } from './parse-wkt.ts';
import { systemOfClaim } from './system-of-claim.ts';

export interface PrjDescription extends CrsClaim {
  /** The code of server/domain/crs.ts that the text declares; null where that table has none. */
  readonly srid: number | null;
  /** How to compute with it; null where that cannot be told. */
  readonly system: Projection | null;
}

/** Null when the text is no description of a coordinate system. */
export function describePrj(text: string): PrjDescription | null {
  const claim = text.includes('+proj=') ? describeProjString(text) : describeWkt(text);
  if (!claim) return null;
  const system = systemOfClaim(claim);
  return { ...claim, system, srid: system && system.srid !== AS_PRJ_SAYS ? system.srid : null };
}

const SYSTEMS = ['PROJCS', 'PROJCRS', 'PROJECTEDCRS', 'GEOGCS', 'GEOGCRS', 'GEODCRS', 'GEODETICCRS'];
const NAMED = [...SYSTEMS, 'BASEGEOGCRS', 'BASEGEODCRS', 'DATUM', 'ENSEMBLE'];

function describeWkt(text: string): CrsClaim | null {
  const root = findWkt(text.replace(/^[\uFEFF\s]+/, ''));
  const system = root && findNode(root, ...SYSTEMS);
  if (!root || !system) return null;
  const names = NAMED.flatMap((keyword) => listNodes(root, keyword)).map((node) => String(node.values[0] ?? ''));
  const name = typeof system.values[0] === 'string' && system.values[0] !== '' ? system.values[0] : null;
  const code = Number(system.children.find(({ keyword }) => keyword === 'AUTHORITY' || keyword === 'ID')?.values[1]);
  const ellipsoid = readEllipsoid(root);
  const common = {
    name,
    epsg: Number.isInteger(code) ? code : null,
    ellipsoid,
    ...datumOf(names, findNode(root, 'TOWGS84')?.values.map(Number) ?? [], ellipsoid),
  };
  const greenwich = Math.abs(Number(findNode(root, 'PRIMEM')?.values[1] ?? 0)) < 1e-9;
  if (!system.keyword.startsWith('GEO')) return { ...common, ...readParameters(system, greenwich) };
  const unit = unitOf(system, ['UNIT', 'ANGLEUNIT'], DEGREE) / DEGREE;
  const method = greenwich && unit > 0 ? 'geographic' : 'other';
  return { ...common, method, ...NO_PARAMETERS, unit: Math.abs(unit - 1) < 1e-9 ? 1 : unit };
}

/** A degree in radians, as WKT gives the size of a unit of angles. */
const DEGREE = Math.PI / 180;

function unitOf(node: WktNode, keywords: readonly string[], fallback: number): number {
  const size = findNode({ ...node, children: node.children.toReversed() }, ...keywords)?.values[1];
  return typeof size === 'number' && Number.isFinite(size) && size > 0 ? size : fallback;
}

function readEllipsoid(root: WktNode): Ellipsoid | null {
  const [, a, rf] = findNode(root, 'SPHEROID', 'ELLIPSOID')?.values ?? [];
  return typeof a === 'number' && typeof rf === 'number' ? { a, rf } : null;
}

/** WKT1 and WKT2 name the same numbers differently. */
const PARAMETER_NAMES = {
  centralMeridian: [
    'central_meridian',
    'longitude_of_natural_origin',
    'longitude_of_center',
    'longitude_of_false_origin',
  ],
  scaleFactor: ['scale_factor', 'scale_factor_at_natural_origin'],
  falseEasting: ['false_easting', 'easting_at_false_origin'],
  falseNorthing: ['false_northing', 'northing_at_false_origin'],
  latitude: ['latitude_of_origin', 'latitude_of_natural_origin', 'latitude_of_false_origin'],
  first: ['standard_parallel_1', 'latitude_of_1st_standard_parallel'],
  second: ['standard_parallel_2', 'latitude_of_2nd_standard_parallel'],
} as const;

const METHODS: readonly [RegExp, CrsClaim['method']][] = [
  [/^(transverse_mercator|gauss_kruger)/, 'tm'],
  [/^(mercator($|_1sp|_variant_a|_\(1sp\)|_\(variant_a\)))/, 'mercator'],
  [/^lambert_conformal_conic|^lambert_conic_conformal/, 'lambert'],
];

function readParameters(system: WktNode, greenwich: boolean): PlaneParameters & Pick<CrsClaim, 'method' | 'unit'> {
  const spoken = new Map<string, number>();
  for (const { values } of listNodes(system, 'PARAMETER')) {
    if (typeof values[1] === 'number' && Number.isFinite(values[1])) spoken.set(key(values[0]), values[1]);
  }
  const get = (names: readonly string[]): number | null =>
    names.map((name) => spoken.get(name)).find((value) => value !== undefined) ?? null;
  const declared = system.children.findLast(({ keyword }) => keyword === 'UNIT' || keyword === 'LENGTHUNIT')?.values[1];
  const unit = typeof declared === 'number' && declared > 0 && Number.isFinite(declared) ? declared : 1;
  const metres = (value: number | null) => (value === null ? null : value * unit);
  const [first, second] = [get(PARAMETER_NAMES.first), get(PARAMETER_NAMES.second)];
  const parameters = {
    centralMeridian: get(PARAMETER_NAMES.centralMeridian),
    scaleFactor: get(PARAMETER_NAMES.scaleFactor),
    falseEasting: metres(get(PARAMETER_NAMES.falseEasting)),
    falseNorthing: metres(get(PARAMETER_NAMES.falseNorthing)),
    latitude: get(PARAMETER_NAMES.latitude),
    parallels: first === null ? null : ([first, second ?? first] as const),
  };
  const name = key(findNode(system, 'PROJECTION', 'METHOD')?.values[0]);
  const method = (greenwich && METHODS.find(([form]) => form.test(name))?.[1]) || 'other';
  return { ...parameters, unit, method: method === 'tm' && !parameters.latitude ? tmOrUtm(parameters) : method };
}

const key = (name: unknown): string =>
  String(name ?? '')
    .toLowerCase()
    .replaceAll(' ', '_');
