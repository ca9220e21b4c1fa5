import { LABEL_WORDS } from './number-labels.ts';
import { KIND_KEYS } from './place-words.ts';
import type { Token } from './tokens.ts';

/** A number as it stands in a text: one, or several with signs between them ("12+13", "3/4"), or what looks like one. */
export interface Run {
  /** Place behind the last token of it. */
  readonly end: number;
  /** The first number of it. */
  readonly first: string;
  /** The sign behind the first number; undefined where nothing follows. */
  readonly sign: string | undefined;
  /** What stands behind that sign. */
  readonly others: string;
  readonly whole: string;
}

/** Signs by which records join parcels; of these the register keeps numbers (correction.ts: PARCEL_NO). */
const JOINS = new Set(['+', '&', '/', '-']);
const ENDS = new Set([',', ';', ')', '|', '\t']);
/** A code of a unit has five digits: "thửa 7, 07210" is a place. */
const CODE = /^\d{5}$/;

/** "12,13" and "thửa 12, 13", but not "thửa 12, 13 Lê Lợi". */
function isList(tokens: readonly Token[], comma: number): boolean {
  const [next, after] = [tokens[comma + 1], tokens[comma + 2]];
  if (next?.kind !== 'number') return false;
  if (tokens[comma]!.glued && next.glued) return true;
  if (CODE.test(next.key)) return false;
  return !after || ENDS.has(after.raw) || LABEL_WORDS.has(after.key);
}

/** How many tokens behind `at` belong to the same number; 0 where it ends. */
function more(tokens: readonly Token[], at: number): number {
  const [sign, next] = [tokens[at], tokens[at + 1]];
  if (!sign) return 0;
  if (JOINS.has(sign.raw)) return next?.kind === 'number' ? 2 : 0;
  if (sign.raw === ',') return isList(tokens, at) ? 2 : 0;
  if (!sign.glued) return 0;
  // "12.1", "12*13", "12ab": no number that can be registered, and surely not 12.
  if (sign.kind === 'sign')
    return next?.kind === 'number' && next.glued && !ENDS.has(sign.raw) && sign.raw !== '(' ? 2 : 0;
  if (sign.kind === 'number') return 1;
  return LABEL_WORDS.has(sign.key) || KIND_KEYS.has(sign.key) ? 0 : 1;
}

/** The number that begins at a token; undefined where none does. */
export function readRun(tokens: readonly Token[], at: number): Run | undefined {
  const first = tokens[at];
  if (first?.kind !== 'number') return undefined;
  let end = at + 1;
  for (let step = more(tokens, end); step > 0; step = more(tokens, end)) end += step;
  const text = (from: number) =>
    tokens
      .slice(from, end)
      .map((token) => token.raw)
      .join('');
  return {
    end,
    first: first.raw,
    sign: end > at + 1 ? tokens[at + 1]!.raw : undefined,
    others: text(at + 2),
    whole: text(at),
  };
}
