import type { Finding } from '../../../server/domain/finding/finding.ts';
import type { KeyReading } from './key-evidence.ts';
import { type ParsedKey, parseSheetNo } from './parse-key.ts';

type Findings = Omit<Finding, 'recordNo'>[];

/** A cell of a key, and how its column writes numbers. */
export interface KeyCell {
  readonly text: string;
  readonly reading: KeyReading;
}

/** What stands for no number in a key's column: nothing, 0 and 0.0, a dash. */
const BLANK = /^(?:-*|[+-]?0*(?:[.,]0*)?)$/;

/** The number of a record, from the first of its columns that is not blank. Another column that says another is a fact. */
export function readKey(
  cells: readonly KeyCell[],
  parse: (text: string, reading: KeyReading) => ParsedKey,
  findings: Findings,
): string | null {
  const given = cells.filter(({ text }) => !BLANK.test(text.trim()));
  const { value, code } = parse(given[0]?.text ?? '', given[0]?.reading ?? 'decimal');
  if (code) findings.push({ code });
  const other = given.slice(1).map(({ text, reading }) => parse(text, reading).value);
  if (value !== null && other.some((found) => found !== null && found !== value))
    findings.push({ code: 'key.columns_differ' });
  return value;
}

/** The sheet of a record; `given` with the command fills a blank, and where the table says another the table is right. */
export function readSheetNo(cells: readonly KeyCell[], given: string | null, findings: Findings): string | null {
  if (given === null) return readKey(cells, parseSheetNo, findings);
  const filling = parseSheetNo(given, 'decimal').value ?? given;
  if (cells.every(({ text }) => BLANK.test(text.trim()))) return filling;
  const own = readKey(cells, parseSheetNo, findings);
  if (own !== null && own !== filling)
    findings.push({ code: 'key.sheet_no_differs', detail: { sheet: own, givenSheet: filling } });
  return own;
}
