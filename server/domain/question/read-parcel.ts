import { parcelNumber, sheetNumber } from '../land-number.ts';
import { BEFORE_LABEL, LABELS } from './number-labels.ts';
import { type Run, readRun } from './read-run.ts';
import type { Token } from './tokens.ts';

/** "tổ dân phố 5", "tổ 5" are places; "tờ" written without its accent is a sheet. */
const PLACE_LABEL = 'tổ';
/** Provincial code, commune, sheet, number as programs write a parcel: 24-07525-12-345. */
const JOINED = /^(?:\d{2}-)?(?<unit>\d{5})-(?<sheet>\d{1,9}[a-z]?)-(?<no>\d{1,9}[a-zđ]?(?:[+,/&-]\d{1,6}[a-zđ]?)*)$/u;
const DATE = /^\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d$/;
/** Of a unit, beside which a number is that of a parcel: 07525/12. */
const CODE = /^\d{5}$/;
/** Longer digits are the number of something else, a telephone or a person. */
const LONGEST = 9;

/** Sheet and number that a text asks for. */
export interface ParcelNumbers {
  readonly sheet?: string;
  readonly no?: string;
}
interface Found extends ParcelNumbers {
  /** What the same text can mean as well: "3/4" is sheet 3 parcel 4, or a parcel 3/4. */
  readonly also: readonly ParcelNumbers[];
  /** What was not part of it, with a comma where it was. */
  readonly rest: readonly Token[];
  /** Numbers that were said to be of a sheet or parcel beside those that were taken. */
  readonly unread: readonly string[];
}

const COMMA: Token = { kind: 'sign', raw: ',', key: ',', text: ',', glued: false };
type Label = 'sheet' | 'no';
interface Labelled {
  readonly label: Label;
  readonly from: number;
  readonly run: Run;
}

/** Every number with a word for what it is before it. */
function readLabelled(tokens: readonly Token[]): Labelled[] {
  const found: Labelled[] = [];
  for (const [i, token] of tokens.entries()) {
    const label = (['no', 'sheet'] as const).find((one) => LABELS[one].first.has(token.key));
    if (!label || token.raw === PLACE_LABEL || i < (found.at(-1)?.run.end ?? 0)) continue;
    let at = i + 1;
    while (tokens[at] && LABELS[label].between.has(tokens[at]!.key)) at += 1;
    const run = readRun(tokens, at);
    if (!run) continue;
    let from = i;
    while (from > 0 && BEFORE_LABEL.has(tokens[from - 1]!.key)) from -= 1;
    found.push({ label, from, run });
  }
  return found;
}

const divides = ({ sign }: Run) => sign === '/' || sign === '-';
/** A run read as sheet and number. */
const asPair = ({ first, others }: Run) => ({ sheet: sheetNumber(first), no: parcelNumber(others) });

function ofLabelled(sheet: Run | undefined, no: Run | undefined): { main: ParcelNumbers; also: ParcelNumbers[] } {
  if (sheet && no) return { main: { sheet: sheetNumber(sheet.whole), no: parcelNumber(no.whole) }, also: [] };
  // "tờ 12/345", and "thửa 12/345", which is written for the same.
  if (sheet) {
    const pair = divides(sheet) || sheet.sign === ',';
    return { main: pair ? asPair(sheet) : { sheet: sheetNumber(sheet.whole) }, also: [] };
  }
  if (!no) return { main: {}, also: [] };
  const alone = { no: parcelNumber(no.whole) };
  return divides(no) ? { main: asPair(no), also: [alone] } : { main: alone, also: [] };
}

/** A number without a word for what it is: the whole text, or 12/345 and 12+13 beside a place. */
function findBare(tokens: readonly Token[]): { from: number; run: Run } | undefined {
  const whole = readRun(tokens, 0);
  if (whole?.end === tokens.length) {
    const { first, sign } = whole;
    // Of a parcel, if it is not as long as the code of a commune.
    const fits = !CODE.test(first) && (sign === undefined ? first.length <= LONGEST : !DATE.test(whole.whole));
    return fits ? { from: 0, run: whole } : undefined;
  }
  for (let from = 0; from < tokens.length; from += 1) {
    const run = readRun(tokens, from);
    if (!run) continue;
    if (['/', '+', '&'].includes(run.sign ?? '') && !CODE.test(run.first) && !DATE.test(run.whole))
      return { from, run };
    from = run.end - 1;
  }
  return undefined;
}

/** Sheet and number of a parcel wherever they stand in the text: labelled in either order, or as 12/345. */
export function readParcel(tokens: readonly Token[]): Found {
  const joined = JOINED.exec(tokens.map((token) => token.raw).join(''))?.groups;
  if (joined?.unit && joined.sheet && joined.no) {
    const unit: Token = { kind: 'number', raw: joined.unit, key: joined.unit, text: joined.unit, glued: false };
    return { sheet: sheetNumber(joined.sheet), no: parcelNumber(joined.no), also: [], rest: [unit], unread: [] };
  }
  const labelled = readLabelled(tokens);
  const [sheet, no] = (['sheet', 'no'] as const).map((label) => labelled.find((one) => one.label === label));
  const taken = labelled.map(({ from, run }) => [from, run.end] as const);
  const text = (from: number, end: number) =>
    tokens
      .slice(from, end)
      .map((token) => token.text)
      .join(' ');
  const unread = labelled.filter((one) => one !== sheet && one !== no).map(({ from, run }) => text(from, run.end));
  let { main, also } = ofLabelled(sheet?.run, no?.run);
  if (labelled.length === 0) {
    const bare = findBare(tokens);
    if (bare) {
      const alone = { no: parcelNumber(bare.run.whole) };
      [main, also] = divides(bare.run) ? [asPair(bare.run), [alone]] : [alone, []];
      taken.push([bare.from, bare.run.end]);
    }
  }
  const rest = tokens.map((token, i) => (taken.some(([from, end]) => i >= from && i < end) ? COMMA : token));
  return { ...main, also, rest, unread };
}
