import { withoutZeros } from '../parcel-query.ts';
import type { Token } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that announce a number, and those that may stand between or before: "số thứ tự thửa đất số: 345". */
const LABELS = {
  no: {
    first: words('thua parcel plot'),
    between: words('dat so thu tu hieu no number nr num : . # ='),
    shape: /^\d{1,6}[a-z]?$/,
  },
  sheet: {
    first: words('to tbd sheet'),
    between: words('ban do bd dia chinh so hieu no number nr num : . # ='),
    shape: /^\d{1,4}[a-z]?$/,
  },
} as const;
const BEFORE = words('so hieu thu tu map land cadastral');
/** "tổ dân phố 5", "tổ 5" are places; "tờ" written without its accent is a sheet. */
const PLACE_LABEL = 'tổ';
/** Provincial code, commune, sheet, number as programs write a parcel: 24-07525-12-345. */
const JOINED = /^(?:\d{2}-)?(?<unit>\d{5})-(?<sheet>\d{1,4}[a-z]?)-(?<no>\d{1,6}[a-z]?)$/;

interface Found {
  readonly sheet?: string;
  readonly no?: string;
  /** What was not part of it, with a comma where it was. */
  readonly rest: readonly Token[];
}

const COMMA: Token = { kind: 'sign', raw: ',', key: ',', text: ',' };

/** Sheet and number of a parcel wherever they stand in the text: labelled in either order, or as 12/345. */
export function readParcel(tokens: readonly Token[]): Found {
  const joined = JOINED.exec(tokens.map((token) => token.raw).join(''))?.groups;
  if (joined?.unit && joined.sheet && joined.no) {
    const unit: Token = { kind: 'number', raw: joined.unit, key: joined.unit, text: joined.unit };
    return { sheet: withoutZeros(joined.sheet), no: withoutZeros(joined.no), rest: [unit] };
  }
  const taken = new Set<number>();
  const found: { sheet?: string; no?: string } = {};
  const take = (kind: 'sheet' | 'no', at: number): boolean => {
    const token = tokens[at];
    if (token?.kind !== 'number' || found[kind] !== undefined || !LABELS[kind].shape.test(token.key)) return false;
    found[kind] = withoutZeros(token.key);
    taken.add(at);
    return true;
  };
  const isSlash = (at: number) => tokens[at]?.raw === '/';

  for (const [i, token] of tokens.entries()) {
    const kind = (['no', 'sheet'] as const).find((label) => LABELS[label].first.has(token.key));
    if (!kind || token.raw === PLACE_LABEL) continue;
    let at = i + 1;
    while (tokens[at] && LABELS[kind].between.has(tokens[at]!.key)) at += 1;
    if (!take(kind, at)) continue;
    for (let label = i; label < at; label += 1) taken.add(label);
    for (let before = i - 1; before >= 0 && BEFORE.has(tokens[before]!.key); before -= 1) taken.add(before);
    // "tờ 12/345", and "thửa 12/345", which is written for the same.
    if (!isSlash(at + 1) || tokens[at + 2]?.kind !== 'number' || isSlash(at + 3)) continue;
    if (kind === 'no' && found.sheet === undefined && LABELS.sheet.shape.test(tokens[at]!.key)) {
      found.sheet = found.no as string;
      delete found.no;
    }
    if (take('no', at + 2)) taken.add(at + 1);
  }
  if (found.no === undefined && found.sheet === undefined) {
    const whole = tokens.length === 3 && tokens[1]?.raw === '-';
    const slash = tokens.findIndex((_, i) => isSlash(i) && !isSlash(i - 2) && !isSlash(i + 2));
    const middle = whole ? 1 : slash;
    const [left, right] = [tokens[middle - 1], tokens[middle + 1]];
    const isPair = left?.kind === 'number' && right?.kind === 'number';
    if (isPair && LABELS.sheet.shape.test(left.key) && LABELS.no.shape.test(right.key)) {
      take('sheet', middle - 1);
      take('no', middle + 1);
      taken.add(middle);
    }
  }
  // A number and nothing else: of a parcel, if it is not as long as the code of a commune.
  if (tokens.length === 1 && tokens[0]!.key.length !== 5 && found.no === undefined) take('no', 0);
  return { ...found, rest: tokens.map((token, i) => (taken.has(i) ? COMMA : token)) };
}
