/** From lines or points of a record to well-known binary in the legal system. */
import { getProjection, isLegalSystem, isPlausible } from '../../server/domain/crs.ts';
import type { Finding } from '../../server/domain/finding/finding.ts';
import { writeSimpleWkb } from '../../server/domain/geometry/write-simple-wkb.ts';
import type { GeometryRules } from './assemble-shape.ts';
import type { SourceSimple } from './convert-record.ts';
import { toLegalSystem } from './projection/to-legal-system.ts';

/** Storage grid: 0.1 mm. */
const STEPS_PER_METRE = 10_000;

type Findings = Omit<Finding, 'recordNo'>[];

/** Null where nothing can be made of it; the reason is among the findings then. */
export function assembleSimple(shape: SourceSimple, rules: GeometryRules, findings: Findings): Buffer | null {
  const { system, legalSrid } = rules;
  const legal = getProjection(legalSrid);
  const stray = ([x, y]: readonly [number, number]) => {
    findings.push({ code: 'geometry.out_of_range', detail: { x, y, srid: system.srid } });
    return null;
  };
  const moved = isLegalSystem(system)
    ? shape.parts.map((part) => asRead(part, rules))
    : toLegalSystem(shape.parts, { ...rules, from: system, to: legal });
  if ('stray' in moved) return stray(moved.stray);
  const parts = moved
    .map((part) => onGrid(part, shape.kind))
    .filter(({ length }) => length >= (shape.kind === 'lines' ? 4 : 2));
  if (parts.length === 0) {
    findings.push({ code: 'geometry.too_few_points' });
    return null;
  }
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2)
      if (!isPlausible(legal, part[i]!, part[i + 1]!)) return stray([part[i]!, part[i + 1]!]);
  }
  return writeSimpleWkb(shape.kind, parts);
}

function asRead(part: Float64Array, { swapAxes, unit }: GeometryRules): Float64Array {
  return part.map((_, i) => part[swapAxes ? i ^ 1 : i]! * unit);
}

/** Rounded; of a line what repeats the point before it is left out. */
function onGrid(part: Float64Array, kind: SourceSimple['kind']): Float64Array {
  const out: number[] = [];
  for (let i = 0; i < part.length; i += 2) {
    const x = Math.round(part[i]! * STEPS_PER_METRE) / STEPS_PER_METRE;
    const y = Math.round(part[i + 1]! * STEPS_PER_METRE) / STEPS_PER_METRE;
    if (kind === 'lines' && out.at(-2) === x && out.at(-1) === y) continue;
    out.push(x, y);
  }
  return Float64Array.from(out);
}
