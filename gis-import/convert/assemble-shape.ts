/** From the parts of a record to polygons of the legal system, with what was found on the way. */
import { getProjection, isLegalSystem, isPlausible, legalSridOf, type Projection } from '../../server/domain/crs.ts';
import type { Finding } from '../../server/domain/finding/finding.ts';
import { assemblePolygon, type Polygon } from '../../server/domain/geometry/assemble-polygon.ts';
import type { SourceShape } from './convert-record.ts';
import { toLegalSystem } from './projection/to-legal-system.ts';

export interface GeometryRules {
  /** System of the file's coordinates. */
  readonly system: Projection;
  /** System areas, codes and the stored shape are in: the file's where it is a legal one, else the registry's. */
  readonly legalSrid: number;
  readonly swapAxes: boolean;
  /** Metres (degrees) per unit of the file. */
  readonly unit: number;
}

export function createGeometryRules(
  verdict: { readonly system: Projection | null; readonly swapAxes: boolean; readonly unit: number } | null,
  givenSrid: number | null,
  registrySrid: number,
): GeometryRules {
  const system = verdict?.system ?? getProjection(givenSrid || registrySrid);
  const { swapAxes = false, unit = 1 } = verdict ?? {};
  return { system, legalSrid: legalSridOf(system, registrySrid), swapAxes, unit };
}

type Findings = Omit<Finding, 'recordNo'>[];

/** Null where the shape cannot become a polygon; the reason is among the findings then. */
export function assembleShape(shape: SourceShape, rules: GeometryRules, findings: Findings): readonly Polygon[] | null {
  if (shape.kind === 'unusable') {
    findings.push({ code: shape.code, detail: shape.detail });
    return null;
  }
  if (shape.kind !== 'polygon') {
    findings.push({ code: 'geometry.not_polygon', detail: { type: shape.type } });
    return null;
  }
  if (shape.hadZ) findings.push({ code: 'geometry.z_dropped' });
  if (shape.hadM) findings.push({ code: 'geometry.m_dropped' });
  if (shape.surplusBytes) findings.push({ code: 'geometry.surplus_bytes', detail: { bytes: shape.surplusBytes } });
  const { system, legalSrid } = rules;
  const legal = getProjection(legalSrid);
  const outOfRange = ([x, y]: readonly [number, number]) => {
    findings.push({ code: 'geometry.out_of_range', detail: { x, y, srid: system.srid } });
    return null;
  };
  let parts = shape.parts;
  let read: Pick<GeometryRules, 'swapAxes' | 'unit'> = rules;
  if (!isLegalSystem(system)) {
    const moved = toLegalSystem(parts, { ...rules, from: system, to: legal });
    if ('stray' in moved) return outOfRange(moved.stray);
    parts = moved;
    read = { swapAxes: false, unit: 1 };
  }
  const assembled = assemblePolygon(parts, read);
  if (assembled.repeatedPoints > 0)
    findings.push({ code: 'geometry.repeated_point', detail: { points: assembled.repeatedPoints } });
  if (assembled.closedBy > 0) findings.push(closing(assembled.closedBy));
  if (assembled.droppedRings > 0)
    findings.push({ code: 'geometry.ring_dropped', detail: { parts: assembled.droppedRings } });
  if (assembled.refusal) {
    findings.push({ code: assembled.refusal });
    return null;
  }
  const stray = findStray(assembled.polygons, legal);
  return stray ? outOfRange(stray) : assembled.polygons;
}

/** Less than the storage step is rounding; more is an edge that the file did not draw. */
const closing = (lengthM: number): Findings[number] =>
  lengthM < 1e-4
    ? { code: 'geometry.ring_closed' }
    : { code: 'geometry.ring_not_closed', detail: { lengthM: Math.round(lengthM * 1e4) / 1e4 } };

/** A point that no map of the country has in this system; the database would stumble over it. */
function findStray(polygons: readonly Polygon[], projection: Projection): [number, number] | undefined {
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let i = 0; i < ring.length; i += 2) {
        if (!isPlausible(projection, ring[i]!, ring[i + 1]!)) return [ring[i]!, ring[i + 1]!];
      }
    }
  }
  return undefined;
}
