/** From what each reader says to one field: a value where it is sure or likely, nothing where it is in doubt. Pure. */
import type { FieldName } from '../../../server/domain/document/document.ts';
import type { DocumentFindingCode } from '../../../server/domain/document/document-finding.ts';
import type { DocumentField } from '../../../server/domain/document/reading.ts';
import type { FieldReading, PageReadings } from './read-page-fields.ts';

export type JudgedField = Omit<DocumentField, 'state'>;

/** Below this a value is not shown: a wrong one is nodded through more easily than an empty one is filled. */
const LIKELY = 0.6;
/** From this on print is sure by itself, per kind of field; set by `npm run bench -- ocr` (docs/benchmarks.md). */
const SURE: Readonly<Record<FieldName, number>> = {
  serial: 0.9,
  bookNo: 0.9,
  barcode: 0.9,
  sheetNo: 0.9,
  parcelNo: 0.9,
  areaM2: 0.9,
  landUse: 0.85,
  // A tone is a dot: nobody is sure of a name by print alone, the register's word makes it so.
  holder: 2,
  identityNumber: 0.93,
  issuedOn: 0.9,
};

const toReading = ({ name: _name, usual: _usual, written: _written, ...reading }: FieldReading) => reading;

/** Areas are given to a tenth; each purpose is rounded by itself (fact sheet 1.5). */
const sumFits = (areaM2: number, parts: readonly number[]): boolean =>
  Math.abs(areaM2 - parts.reduce((sum, part) => sum + part, 0)) <= 0.05 * (parts.length + 1);

function judge(name: FieldName, all: readonly FieldReading[], useAreas: readonly number[] | null): JudgedField {
  const readings = all.filter((reading) => reading.name === name);
  const print = readings.find(({ reader }) => reader === 'print');
  const code = readings.find(({ reader }) => reader === 'qr' || reader === 'barcode');
  const findings: DocumentFindingCode[] = [];
  const base = print ?? code;
  const shown = { name, readings: readings.map(toReading), findings };
  if (!base)
    return {
      ...shown,
      value: null,
      confidence: 0,
      sure: false,
      rule: null,
      page: null,
      box: null,
      findings: ['field.not_found'],
    };
  const place = { rule: base.rule, page: base.page, box: base.box };
  if (print && code && print.value !== code.value) {
    findings.push(code.reader === 'qr' ? 'field.qr_differs' : 'field.barcode_differs');
    return { ...shown, ...place, value: null, confidence: Math.min(print.confidence, 0.5), sure: false };
  }
  if (base.written) {
    findings.push('field.written');
    return { ...shown, ...place, value: null, confidence: Math.min(base.confidence, 0.5), sure: false };
  }
  if (!base.usual) findings.push('field.shape_unusual');
  // Two readers who do not know of each other say the same.
  if (print && code) return { ...shown, ...place, value: print.value, confidence: 0.999, sure: print.usual };
  let { confidence } = base;
  if (name === 'areaM2' && useAreas !== null) {
    if (sumFits(Number(base.value), useAreas)) confidence = Math.max(confidence, 0.98);
    else {
      findings.push('field.sum_differs');
      confidence = Math.min(confidence, 0.5);
    }
  }
  if (confidence < LIKELY) {
    findings.push('field.doubtful');
    return { ...shown, ...place, value: null, confidence, sure: false };
  }
  // A code alone is compared, never trusted (fact sheet 3.7).
  const sure = print !== undefined && base.usual && confidence >= SURE[name];
  return { ...shown, ...place, value: base.value, confidence, sure };
}

/** These fields of a document from the readings of its pages. */
export function judgeFields(pages: readonly PageReadings[], names: readonly FieldName[]): JudgedField[] {
  const all = pages.flatMap(({ readings }) => readings);
  const useAreas = pages.find((page) => page.useAreas !== null)?.useAreas ?? null;
  return names.map((name) => judge(name, all, useAreas));
}
