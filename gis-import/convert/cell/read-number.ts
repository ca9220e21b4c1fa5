import { unfoldExponent } from './unfold-exponent.ts';

/** What a number column may hold in a legacy table. */
export type ReadNumber =
  | { readonly kind: 'number' /** Decimal text, e.g. "1234.5": exact, never through a float. */; readonly text: string }
  | { readonly kind: 'empty' }
  /** `*****`: the value did not fit the column when the table was written; it is lost. */
  | { readonly kind: 'overflow' }
  | { readonly kind: 'unreadable' };

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Reads an area or a scale: decimal point or comma, blanks and points between thousands, a unit behind.
 * `1.234,5` and `1 234.5` are both 1234.5; `1.234` alone is one and a bit, as DBF writes numbers.
 */
export function readNumber(text: string): ReadNumber {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  if (/^\*+$/.test(trimmed)) return { kind: 'overflow' };
  // Rounded to a few digits it is no area that was measured; with all of them it is.
  const unfolded = unfoldExponent(trimmed);
  if (unfolded === null) return { kind: 'unreadable' };
  let digits = unfolded.replace(/\s?(?:m2|m²|m)$/i, '').replace(/(?<=\d)[\s\u00a0](?=\d{3})/g, '');
  if (digits.includes(',')) digits = digits.replace(/\.(?=\d{3})/g, '').replace(',', '.');
  const clean = digits
    .replace(/^\+/, '')
    .replace(/\.$/, '')
    .replace(/^(-?)\./, '$10.');
  const sane = PLAIN.test(clean) && clean.length <= 24 && Math.abs(Number(clean)) < 1e10;
  return sane ? { kind: 'number', text: clean } : { kind: 'unreadable' };
}
