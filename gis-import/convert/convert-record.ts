import type { Finding, FindingCode } from '../../server/domain/finding/finding.ts';
import { featurePoint, parcelCode } from '../../server/domain/geometry/feature-point.ts';
import { writeWkb } from '../../server/domain/geometry/write-wkb.ts';
import { assembleShape, type GeometryRules } from './assemble-shape.ts';
import type { Candidate } from './candidate.ts';
import type { CellText } from './cell/read-cells.ts';
import { type AttributeRules, convertAttributes } from './convert-attributes.ts';

/** The geometry of a record, as `read` gives it. */
/** Lines, one a part; or points, all in one part. */
export interface SourceSimple {
  readonly kind: 'lines' | 'points';
  /** As the format calls it. */
  readonly type: string;
  readonly parts: readonly Float64Array[];
}

export type SourceShape =
  | {
      readonly kind: 'polygon';
      readonly parts: readonly Float64Array[];
      readonly hadZ: boolean;
      readonly hadM: boolean;
      readonly surplusBytes?: number;
    }
  | SourceSimple
  | { readonly kind: 'unusable'; readonly code: FindingCode; readonly detail: NonNullable<Finding['detail']> };

export interface Correction {
  readonly field: string;
  readonly rule: string;
  readonly before: string;
  readonly after: string;
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

/** What is no fault of a record that is held against a registered parcel: what it does not say stays as it is. */
const NOT_SAID: ReadonlySet<FindingCode> = new Set(['land_use.missing', 'holder.missing', 'area.missing']);

/** Pure and repeatable: the same bytes and rules give the same record. */
export function convertRecord(
  source: SourceRecord,
  cells: readonly CellText[],
  attributes: AttributeRules,
  geometry: GeometryRules,
): ConvertedRecord {
  const { unitCode, ...converted } = convertAttributes(cells, attributes);
  const isByNumber = source.shape.kind === 'unusable' && source.shape.code === 'record.by_number';
  const findings: Omit<Finding, 'recordNo'>[] = converted.findings.filter(
    ({ code }) => !isByNumber || !NOT_SAID.has(code),
  );
  const shape = convertShape(source.shape, geometry, findings);
  if (source.deleted) findings.push({ code: 'record.deleted_in_source' });
  return {
    recordNo: source.recordNo,
    ignored: source.deleted ? 'record.deleted_in_source' : null,
    raw: converted.raw,
    candidate: isByNumber ? { ...converted.candidate, unitCode } : converted.candidate,
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

function convertShape(
  source: SourceShape,
  rules: GeometryRules,
  findings: Omit<Finding, 'recordNo'>[],
): Pick<ConvertedRecord, 'wkb' | 'point' | 'parcelCode'> {
  const nothing = { wkb: null, point: null, parcelCode: null };
  if (source.kind === 'polygon') {
    const rings = source.parts.length;
    const points = source.parts.reduce((sum, part) => sum + part.length / 2, 0);
    if (rings > MOST_RINGS || points > MOST_POINTS) {
      findings.push(
        rings > MOST_RINGS
          ? { code: 'geometry.too_many_rings', detail: { rings, most: MOST_RINGS } }
          : { code: 'geometry.too_many_points', detail: { points, most: MOST_POINTS } },
      );
      return nothing;
    }
  }
  const polygons = assembleShape(source, rules, findings);
  if (polygons === null) return nothing;
  const wkb = writeWkb(polygons);
  if (polygons.length > 1) {
    findings.push({ code: 'geometry.multipart', detail: { parts: polygons.length } });
    return { ...nothing, wkb };
  }
  const point = featurePoint(polygons[0]!);
  return { wkb, point, parcelCode: parcelCode(point, rules.legalSrid) };
}
