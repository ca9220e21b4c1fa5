import type { ColumnRole } from '../../server/domain/batch/column-role.ts';
import {
  FEWEST_DIGITS,
  findIdentityNumbers,
  type IdentityNumberMatch,
} from '../../server/domain/identity-number/find-identity-numbers.ts';
import { maskIdentityNumbers } from '../../server/domain/identity-number/mask-identity-numbers.ts';
import type { CellText } from './cell/read-cells.ts';
import { takeFromName } from './cell/take-from-name.ts';
import { unfoldExponent } from './cell/unfold-exponent.ts';

/** Columns of quantities and codes: there groups of digits are thousands, or parcels that were joined. */
const NUMBERS: ReadonlySet<ColumnRole> = new Set([
  'legalArea',
  'measuredArea',
  'scale',
  'commune',
  'sheetNo',
  'parcelNo',
]);

export interface HiddenCell {
  readonly raw: string;
  readonly text: string;
  /** Digits that were taken out, in the order they stood. */
  readonly digits: readonly string[];
  /** In a column of identity numbers something else stood, whose digits these are. */
  readonly unreadable: boolean;
}

/**
 * Takes identity numbers out of a value, wherever they turn up: the value and its raw form keep dots and the last three
 * digits; a name is left without them. In a column meant for identity numbers everything that holds digits is hidden,
 * also what is no well-formed number.
 */
export function hideIdentityNumbers(cell: CellText, role?: ColumnRole): HiddenCell {
  // Most cells end here: short ones hold no identity number unless one is written with an exponent.
  const holdsNone = role !== 'identity' && cell.text.length < FEWEST_DIGITS && !/e/i.test(cell.text);
  if (holdsNone || !/\p{Nd}/u.test(cell.text)) return { raw: cell.raw, text: cell.text, digits: [], unreadable: false };
  return role === 'identity' ? hidePaper(cell) : hideElsewhere(cell, role);
}

/** An undivided number, in a column of numbers with its empty fraction. */
const ALONE = /^(\d+)(?:[.,]0*)?$/;

function hidePaper(cell: CellText): HiddenCell {
  const alone = ALONE.exec(unfoldExponent(cell.text) ?? '')?.[1];
  // A column of numbers has 0 where there is none.
  if (alone !== undefined && Number(alone) === 0 && alone.length < 9)
    return { raw: cell.raw, text: '', digits: [], unreadable: false };
  if (alone !== undefined) {
    const inRaw = findIdentityNumbers(cell.raw);
    const raw = inRaw[0]?.digits === alone ? maskIdentityNumbers(cell.raw, inRaw) : maskAll(cell.raw);
    return { raw, text: '', digits: [alone], unreadable: false };
  }
  const found = findIdentityNumbers(cell.text);
  if (found.length === 0) {
    return { raw: maskAll(cell.raw), text: '', digits: [cell.text.replace(/\P{Nd}/gu, '')], unreadable: true };
  }
  return { raw: maskRaw(cell, found), text: '', digits: found.map(({ digits }) => digits), unreadable: false };
}

function hideElsewhere(cell: CellText, role: ColumnRole | undefined): HiddenCell {
  const plain = ALONE.exec(unfoldExponent(cell.text) ?? '')?.[1] ?? cell.text;
  const found = findIdentityNumbers(plain).filter((match) => isPersons(match, plain, role));
  if (found.length === 0) return { raw: cell.raw, text: cell.text, digits: [], unreadable: false };
  const digits = found.map((match) => match.digits);
  const text = role === 'holder' ? takeFromName(plain, found) : maskIdentityNumbers(plain, found);
  return { raw: maskRaw(cell, found), text, digits, unreadable: false };
}

/** Among quantities and codes only a number that fills its cell, or twelve digits from 0 on, is a person's. */
function isPersons({ start, end, digits }: IdentityNumberMatch, text: string, role: ColumnRole | undefined): boolean {
  if (!role || !NUMBERS.has(role)) return true;
  const fills = start === 0 && end === text.length && digits.length === text.length;
  return fills || (digits.length === 12 && digits.startsWith('0'));
}

/** The raw form shows as much as the value; where its bytes hide what the text shows, none of its digits. */
function maskRaw(cell: CellText, found: readonly IdentityNumberMatch[]): string {
  const inRaw = findIdentityNumbers(cell.raw);
  const same = inRaw.length === found.length && inRaw.every(({ digits }, i) => digits === found[i]!.digits);
  return same ? maskIdentityNumbers(cell.raw, inRaw) : maskAll(cell.raw);
}

const maskAll = (text: string) => text.replace(/\p{Nd}/gu, '•');
