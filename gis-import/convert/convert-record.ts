import { getProjection, isPlausible } from '../../server/domain/crs.ts';
import type { Finding, FindingCode } from '../../server/domain/finding.ts';
import { featurePoint, parcelCode } from '../../server/domain/geometry/feature-point.ts';
import { type Assembled, assemblePolygon, type PointRule, type Polygon } from './assemble-polygon.ts';
import type { Candidate } from './candidate.ts';
import { type AttributeRules, convertAttributes } from './convert-attributes.ts';
import type { CellText } from './read-cells.ts';
import { toLegalSystem } from './to-legal-system.ts';
import { writeWkb } from './write-wkb.ts';

/** The geometry of a record, as `read` gives it. */
export type SourceShape =
  | {
      readonly kind: 'polygon';
      readonly parts: readonly Float64Array[];
      readonly hadZ: boolean;
      readonly hadM: boolean;
    }
  | { readonly kind: 'unusable'; readonly code: FindingCode; readonly detail: NonNullable<Finding['detail']> };

export interface Correction {
  readonly field: string;
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

export interface GeometryRules {
  /** System of the file's coordinates. */
  readonly srid: number;
  /** System areas and codes come from: the file's, or the registry's for a geographic file. */
  readonly legalSrid: number;
  readonly swapAxes: boolean;
}

/** A record on its way into staging. */
export interface ConvertedRecord {
  readonly recordNo: number;
  readonly ignored: string | null;
  readonly raw: Record<string, string>;
  readonly candidate: Candidate;
  readonly findings: readonly Omit<Finding, 'recordNo'>[];
  readonly corrections: readonly Correction[];
  /** Digits of identity numbers, to be sealed before anything is written. */
  readonly identities: readonly string[];
  readonly wkb: Buffer | null;
  /** [east, north] in the legal system. */
  readonly point: readonly [number, number] | null;
  readonly parcelCode: string | null;
}

interface SourceRecord {
  readonly recordNo: number;
  readonly deleted: boolean;
  readonly shape: SourceShape;
}

/** Pure and repeatable: the same bytes and rules give the same record. */
export function convertRecord(
  source: SourceRecord,
  cells: readonly CellText[],
  attributes: AttributeRules,
  geometry: GeometryRules,
): ConvertedRecord {
  const converted = convertAttributes(cells, attributes);
  const findings: Omit<Finding, 'recordNo'>[] = [...converted.findings];
  const shape = convertShape(source.shape, geometry, findings);
  if (source.deleted) findings.push({ code: 'record.deleted_in_source' });
  return {
    recordNo: source.recordNo,
    ignored: source.deleted ? 'record.deleted_in_source' : null,
    raw: converted.raw,
    candidate: converted.candidate,
    findings,
    corrections: converted.corrections,
    identities: converted.identities,
    ...shape,
  };
}

/**
 * What is asked of a shape later costs up to the square of its rings and of its points. The most involved parcel of an honest sheet, a road
 * around every block, has some hundreds of rings and a few thousand points.
 */
const MOST_RINGS = 1_000;
const MOST_POINTS = 50_000;

const METRES: number = 10_000;
const DEGREES: number = 1e9;

function convertShape(
  shape: SourceShape,
  { srid, legalSrid, swapAxes }: GeometryRules,
  findings: Omit<Finding, 'recordNo'>[],
): Pick<ConvertedRecord, 'wkb' | 'point' | 'parcelCode'> {
  const nothing = { wkb: null, point: null, parcelCode: null };
  if (shape.kind === 'unusable') {
    findings.push({ code: shape.code, detail: shape.detail });
    return nothing;
  }
  if (shape.hadZ) findings.push({ code: 'geometry.z_dropped' });
  if (shape.hadM) findings.push({ code: 'geometry.m_dropped' });
  const rings = shape.parts.length;
  const points = shape.parts.reduce((sum, part) => sum + part.length / 2, 0);
  if (rings > MOST_RINGS || points > MOST_POINTS) {
    findings.push(
      rings > MOST_RINGS
        ? { code: 'geometry.too_many_rings', detail: { rings, most: MOST_RINGS } }
        : { code: 'geometry.too_many_points', detail: { points, most: MOST_POINTS } },
    );
    return nothing;
  }
  const rule: PointRule = { swapAxes, stepsPerUnit: srid === 4326 ? DEGREES : METRES };
  const assembled: Assembled = assemblePolygon(shape.parts, rule);
  if (assembled.repeatedPoints > 0)
    findings.push({ code: 'geometry.repeated_point', detail: { points: assembled.repeatedPoints } });
  if (assembled.refusal) {
    findings.push({ code: assembled.refusal });
    return nothing;
  }
  const stray = findStray(assembled.polygons, srid);
  if (stray) {
    findings.push({ code: 'geometry.out_of_range', detail: { x: stray[0], y: stray[1], srid } });
    return nothing;
  }
  const wkb = writeWkb(assembled.polygons);
  if (assembled.polygons.length > 1) {
    findings.push({ code: 'geometry.multipart', detail: { parts: assembled.polygons.length } });
    return { ...nothing, wkb };
  }
  const [polygon] = assembled.polygons;
  const point = featurePoint(srid === legalSrid ? polygon! : toLegalSystem(polygon!, srid, legalSrid));
  return { wkb, point, parcelCode: parcelCode(point, legalSrid) };
}

/** A point that no map of the country has in this system; the database would stumble over it. */
function findStray(polygons: readonly Polygon[], srid: number): [number, number] | undefined {
  const projection = getProjection(srid);
  for (const ring of polygons.flat()) {
    for (let i = 0; i < ring.length; i += 2) {
      if (!isPlausible(projection, ring[i]!, ring[i + 1]!)) return [ring[i]!, ring[i + 1]!];
    }
  }
  return undefined;
}
