import type { Finding } from '../../server/domain/finding/finding.ts';
import { writeWkb } from '../../server/domain/geometry/write-wkb.ts';
import type { ValueUnit } from '../../server/domain/layer/value-unit.ts';
import { publicLabel } from '../../server/domain/publication/public-label.ts';
import { assembleShape, type GeometryRules } from './assemble-shape.ts';
import { assembleSimple } from './assemble-simple.ts';
import type { StagedRow } from './cell/copy-line.ts';
import type { CellText } from './cell/read-cells.ts';
import { readNumber } from './cell/read-number.ts';
import type { LayerColumns, LayerRole } from './columns/layer-columns.ts';
import type { SourceShape } from './convert-record.ts';
import { type HiddenCell, hideIdentityNumbers } from './hide-identity-numbers.ts';

/** What a record of a layer would become: `candidate` of staging.record_view. */
export interface LayerCandidate {
  readonly category: string | null;
  readonly name: string | null;
  readonly value: number | null;
  readonly unit: ValueUnit | null;
  /** Class and name where they tell of nobody (server/domain/publication/public-label.ts). */
  readonly publicCategory: string | null;
  readonly publicName: string | null;
}

export interface LayerRules extends LayerColumns, GeometryRules {
  readonly columns: readonly string[];
}

export interface LayerRow {
  readonly recordNo: number;
  readonly deleted: boolean;
  readonly cells: readonly CellText[];
  /** Values as the file holds them where it holds more than text; by column. */
  readonly values?: readonly unknown[];
  readonly shape: SourceShape;
}

type Findings = Omit<Finding, 'recordNo'>[];

const LONGEST_TEXT = 200;
/** A price of land and a depth of water are far below. */
const LARGEST_VALUE = 1e12;

/** Pure and repeatable: the same row and rules give the same record. */
export function convertLayer(row: LayerRow, rules: LayerRules): StagedRow {
  const findings: Findings = [];
  const identities: string[] = [];
  const value = rules.roles.get('value');
  const hidden = row.cells.map(
    (cell, index): HiddenCell =>
      index === value ? { raw: cell.raw, text: cell.text, digits: [], unreadable: false } : hideIdentityNumbers(cell),
  );
  for (const { digits } of hidden) identities.push(...digits);
  const text = (role: LayerRole) => {
    const found = hidden[rules.roles.get(role) ?? -1]?.text.normalize('NFC').trim() ?? '';
    return found === '' ? null : [...found].slice(0, LONGEST_TEXT).join('');
  };
  const [category, name] = [text('category'), text('name')];
  const number = readValue(text('value') ?? '', rules, findings);
  const candidate: LayerCandidate = {
    category,
    name,
    value: number,
    unit: number === null ? null : rules.valueUnit,
    publicCategory: category === null ? null : publicLabel(category),
    publicName: name === null ? null : publicLabel(name),
  };
  if ((category !== null && candidate.publicCategory === null) || (name !== null && candidate.publicName === null))
    findings.push({ code: 'layer.text_withheld' });
  const wkb = convertShape(row.shape, rules, findings);
  if (row.deleted) findings.push({ code: 'record.deleted_in_source' });
  return {
    recordNo: row.recordNo,
    ignored: row.deleted ? 'record.deleted_in_source' : null,
    raw: rawOf(row, hidden, rules, findings),
    candidate,
    findings,
    corrections: [],
    identities,
    wkb,
    point: null,
    parcelCode: null,
  };
}

function rawOf(row: LayerRow, hidden: readonly HiddenCell[], { columns }: LayerRules, findings: Findings) {
  const raw: Record<string, unknown> = {};
  row.cells.forEach((cell, index) => {
    const column = columns[index]!;
    for (const code of cell.findings) findings.push({ code, detail: { column, encoding: cell.encoding } });
    const whole = hidden[index]!.raw === cell.raw && row.values !== undefined;
    raw[column] = whole ? row.values[index] : hidden[index]!.raw;
  });
  return raw;
}

function readValue(text: string, { factor }: LayerRules, findings: Findings): number | null {
  const read = readNumber(text);
  if (read.kind === 'empty') return null;
  const value = read.kind === 'number' ? Number(read.text) * factor : Number.NaN;
  if (value >= 0 && value < LARGEST_VALUE) return Math.round(value * 1e4) / 1e4;
  findings.push({ code: 'layer.value_unreadable' });
  return null;
}

function convertShape(shape: SourceShape, rules: LayerRules, findings: Findings): Buffer | null {
  if (shape.kind === 'lines' || shape.kind === 'points') return assembleSimple(shape, rules, findings);
  if (shape.kind === 'unusable' && shape.code === 'geometry.not_polygon') {
    findings.push({ code: 'layer.shape_unsupported', detail: shape.detail });
    return null;
  }
  const polygons = assembleShape(shape, rules, findings);
  return polygons === null ? null : writeWkb(polygons);
}
