import type { Finding } from '../../server/domain/finding/finding.ts';
import { writeWkb } from '../../server/domain/geometry/write-wkb.ts';
import { maskIdentityNumbers } from '../../server/domain/identity-number/mask-identity-numbers.ts';
import { assembleShape, type GeometryRules } from './assemble-shape.ts';
import type { StagedRow } from './cell/copy-line.ts';
import type { CellText } from './cell/read-cells.ts';
import { readNumber } from './cell/read-number.ts';
import { readUnitCode } from './cell/read-unit-code.ts';
import type { BoundaryColumns, BoundaryRole } from './columns/boundary-columns.ts';
import type { SourceShape } from './convert-record.ts';
import { hideIdentityNumbers } from './hide-identity-numbers.ts';

/** What a boundary record would become: `candidate` of staging.record_view. */
export interface BoundaryCandidate {
  readonly code: string | null;
  readonly name: string | null;
  /** As declared beside it. */
  readonly areaM2: number | null;
}

export interface BoundaryRules extends BoundaryColumns, GeometryRules {
  readonly columns: readonly string[];
  /** Codes of the units of the day. */
  readonly units: ReadonlySet<string>;
}

export interface BoundaryRow {
  readonly recordNo: number;
  readonly deleted: boolean;
  readonly cells: readonly CellText[];
  /** Values as the file holds them where it holds more than text; by column. */
  readonly values?: readonly unknown[];
  readonly shape: SourceShape;
}

type Findings = Omit<Finding, 'recordNo'>[];

/** Pure and repeatable: the same row and rules give the same record. */
export function convertBoundary(row: BoundaryRow, rules: BoundaryRules): StagedRow {
  const findings: Findings = [];
  const identities: string[] = [];
  const raw = keepRaw(row, rules, findings, identities);
  const text = (role: BoundaryRole) => row.cells[rules.roles.get(role) ?? -1]?.text ?? '';
  const candidate: BoundaryCandidate = {
    code: readCode(text('unitCode'), rules, findings),
    name: maskIdentityNumbers(text('unitName').normalize('NFC')).slice(0, 200) || null,
    areaM2: readDeclaredArea(text('declaredArea'), rules.areaUnit, findings),
  };
  const wkb = convertShape(row.shape, rules, findings);
  if (row.deleted) findings.push({ code: 'record.deleted_in_source' });
  return {
    recordNo: row.recordNo,
    ignored: row.deleted ? 'record.deleted_in_source' : null,
    raw,
    candidate,
    findings,
    corrections: [],
    identities,
    wkb,
    point: null,
    parcelCode: null,
  };
}

/** A parcel file given by mistake holds identity numbers: they are hidden here as there. */
function keepRaw(row: BoundaryRow, rules: BoundaryRules, findings: Findings, identities: string[]) {
  const raw: Record<string, unknown> = {};
  const area = rules.roles.get('declaredArea');
  row.cells.forEach((cell, index) => {
    const column = rules.columns[index]!;
    for (const code of cell.findings) findings.push({ code, detail: { column, encoding: cell.encoding } });
    const hidden = index === area ? { raw: cell.raw, digits: [] } : hideIdentityNumbers(cell);
    identities.push(...hidden.digits);
    const whole = hidden.raw === cell.raw && row.values !== undefined;
    raw[column] = whole ? row.values[index] : hidden.raw;
  });
  return raw;
}

function readCode(text: string, { units }: BoundaryRules, findings: Findings): string | null {
  const { code, given } = readUnitCode(text);
  if (!given) findings.push({ code: 'boundary.code_missing' });
  else if (code === null || !units.has(code)) findings.push({ code: 'boundary.code_unknown', detail: { code } });
  return code;
}

/** The column of staging holds up to ten thousand km²; no commune has a tenth of it. */
const LARGEST_M2 = 9e9;

function readDeclaredArea(text: string, unit: number, findings: Findings): number | null {
  const read = readNumber(text);
  if (read.kind === 'empty') return null;
  const areaM2 = read.kind === 'number' ? Math.round(Number(read.text) * unit * 100) / 100 : Number.NaN;
  if (areaM2 > 0 && areaM2 < LARGEST_M2) return areaM2;
  findings.push({ code: read.kind === 'overflow' ? 'area.overflow' : 'area.unreadable' });
  return null;
}

function convertShape(shape: SourceShape, rules: BoundaryRules, findings: Findings): Buffer | null {
  const polygons = assembleShape(shape, rules, findings);
  if (polygons === null) return null;
  if (polygons.reduce((sum, polygon) => sum + boxArea(polygon[0]!), 0) > LARGEST_M2) {
    findings.push({ code: 'boundary.invalid' });
    return null;
  }
  return writeWkb(polygons);
}

/** Square metres of the box around a ring. */
function boxArea(ring: Float64Array): number {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  ring.forEach((value, i) => {
    const axis = i % 2;
    box[axis] = Math.min(box[axis]!, value);
    box[axis + 2] = Math.max(box[axis + 2]!, value);
  });
  return (box[2]! - box[0]!) * (box[3]! - box[1]!);
}
