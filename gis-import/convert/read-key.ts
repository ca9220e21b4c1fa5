import type { Finding } from '../../server/domain/finding.ts';
import { type ParsedKey, parseSheetNo } from './parse-key.ts';

type Findings = Omit<Finding, 'recordNo'>[];

/** What stands for no number in a key's column: nothing, 0 and 0.0, a dash. */
const BLANK = /^(?:-*|[+-]?0*(?:[.,]0*)?)$/;

/** The number of a record, from the first of its columns that is not blank. Another column that says another is a fact. */
export function readKey(
  texts: readonly string[],
  parse: (text: string) => ParsedKey,
  findings: Findings,
): string | null {
  const given = texts.map((text) => text.trim()).filter((text) => !BLANK.test(text));
  const { value, code } = parse(given[0] ?? '');
  if (code) findings.push({ code });
  const other = given.slice(1).map((text) => parse(text).value);
  if (value !== null && other.some((found) => found !== null && found !== value))
    findings.push({ code: 'key.columns_differ' });
  return value;
}

/** The sheet of a record; `given` with the command fills a blank, and where the table says another the table is right. */
export function readSheetNo(texts: readonly string[], given: string | null, findings: Findings): string | null {
  if (given === null) return readKey(texts, parseSheetNo, findings);
  const filling = parseSheetNo(given).value ?? given;
  if (texts.every((text) => BLANK.test(text.trim()))) return filling;
  const own = readKey(texts, parseSheetNo, findings);
  if (own !== null && own !== filling)
    findings.push({ code: 'key.sheet_no_differs', detail: { sheet: own, givenSheet: filling } });
  return own;
}
