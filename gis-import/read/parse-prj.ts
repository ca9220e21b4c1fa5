/**
 * What a .prj claims. Whether the claim is true is decided elsewhere, by where the coordinates fall.
 * Reads WKT1 as ESRI and OGC write it, WKT2 as far as its names agree, and PROJ strings.
 */
import { findProjection, PROJECTIONS } from '../../server/domain/crs.ts';
import { type CrsClaim, datumOf, NO_PARAMETERS, type TmParameters, tmOrUtm } from './crs-claim.ts';
import { describeProjString } from './parse-proj-string.ts';
import { findNode, findWkt, listNodes, type WktNode } from './parse-wkt.ts';

export interface PrjDescription extends CrsClaim {
  /** The projection of server/domain/crs.ts that the text declares; null where that table has none. */
  readonly srid: number | null;
}

/** Null when the text is no description of a coordinate system. */
export function describePrj(text: string): PrjDescription | null {
  const claim = text.includes('+proj=') ? describeProjString(text) : describeWkt(text);
  return claim && { ...claim, srid: findSrid(claim) };
}

const close = (a: number | null, b: number | null): boolean => a !== null && b !== null && Math.abs(a - b) < 1e-9;

/** Programs compute with the parameters, so they decide; the code beside them only where the datum has no name. */
function findSrid(claim: CrsClaim): number | null {
  const fits = ({ kind, centralMeridian }: (typeof PROJECTIONS)[number]): boolean => {
    if (kind === 'geographic') return claim.method === 'geographic';
    const scale = kind === 'utm' ? 0.9996 : 0.9999;
    const transverse = claim.method === 'tm' || claim.method === 'utm';
    const placed = close(claim.centralMeridian, centralMeridian) && close(claim.scaleFactor, scale);
    return transverse && placed && close(claim.falseEasting, 500_000) && close(claim.falseNorthing, 0);
  };
  const named = PROJECTIONS.find((p) => (p.srid === 4326 ? claim.wgs84 : claim.vn2000) && fits(p));
  if (named) return named.srid;
  const coded = claim.epsg !== null && !claim.wgs84 && !claim.vn2000 ? findProjection(claim.epsg) : undefined;
  return coded && fits(coded) ? coded.srid : null;
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
  const common = {
    name,
    epsg: Number.isInteger(code) ? code : null,
    ...datumOf(names, findNode(root, 'TOWGS84')?.values.map(Number) ?? []),
  };
  if (system.keyword.startsWith('GEO')) return { ...common, method: 'geographic', ...NO_PARAMETERS };
  return { ...common, ...readParameters(system) };
}

/** WKT1 and WKT2 name the same numbers differently. */
const PARAMETER_NAMES = {
  centralMeridian: ['central_meridian', 'longitude_of_natural_origin', 'longitude_of_center'],
  scaleFactor: ['scale_factor', 'scale_factor_at_natural_origin'],
  falseEasting: ['false_easting'],
  falseNorthing: ['false_northing'],
  latitude: ['latitude_of_origin', 'latitude_of_natural_origin'],
} as const;

function readParameters(system: WktNode): TmParameters & Pick<CrsClaim, 'method'> {
  const spoken = new Map<string, number>();
  for (const { values } of listNodes(system, 'PARAMETER')) {
    if (typeof values[1] === 'number' && Number.isFinite(values[1])) spoken.set(key(values[0]), values[1]);
  }
  const get = (names: readonly string[]): number | null =>
    names.map((name) => spoken.get(name)).find((value) => value !== undefined) ?? null;
  const parameters = {
    centralMeridian: get(PARAMETER_NAMES.centralMeridian),
    scaleFactor: get(PARAMETER_NAMES.scaleFactor),
    falseEasting: get(PARAMETER_NAMES.falseEasting),
    falseNorthing: get(PARAMETER_NAMES.falseNorthing),
  };
  const unit = system.children.findLast(({ keyword }) => keyword === 'UNIT' || keyword === 'LENGTHUNIT')?.values[1];
  const metric = unit === undefined || unit === 1;
  const transverse = /^(transverse_mercator|gauss_kruger)/.test(
    key(findNode(system, 'PROJECTION', 'METHOD')?.values[0]),
  );
  const plain = transverse && metric && (get(PARAMETER_NAMES.latitude) ?? 0) === 0;
  return { ...parameters, method: plain ? tmOrUtm(parameters) : 'other' };
}

const key = (name: unknown): string =>
  String(name ?? '')
    .toLowerCase()
    .replaceAll(' ', '_');
