import {
  findIdentityNumbers,
  type IdentityNumberMatch,
  maskDigits,
} from '../../server/domain/encoding/find-identity-numbers.ts';
import type { ColumnRole } from './column-dictionary.ts';
import type { CellText } from './read-cells.ts';

/** Columns that hold numbers by their meaning: nine or twelve digits there are an area or a code, not a person's. */
const NUMBERS: ReadonlySet<ColumnRole> = new Set([
  'legalArea',
  'measuredArea',
  'scale',
  'commune',
  'sheetNo',
  'parcelNo',
]);

/**
 * Takes identity numbers out of a value, wherever they turn up: the digits go to `into`, the value and its raw form keep
 * dots and the last three digits. In a column meant for identity numbers everything that holds digits is hidden, also
 * what is no well-formed number.
 */
export function hideIdentityNumbers(
  cell: CellText,
  role: ColumnRole | undefined,
  into: string[],
): { raw: string; text: string; unreadable: boolean } {
  if (!/\d/.test(cell.text) || (role && NUMBERS.has(role)))
    return { raw: cell.raw, text: cell.text, unreadable: false };
  const found = findIdentityNumbers(cell.text);
  if (role === 'identity' && found.length === 0) {
    into.push(cell.text.replace(/\D/g, ''));
    return { raw: maskAll(cell.raw), text: '', unreadable: true };
  }
  if (found.length === 0) return { raw: cell.raw, text: cell.text, unreadable: false };
  for (const { digits } of found) into.push(digits);
  const raw = maskFound(cell.raw, cell.raw === cell.text ? found : findIdentityNumbers(cell.raw));
  return { raw, text: role === 'identity' ? '' : maskFound(cell.text, found), unreadable: false };
}

function maskFound(text: string, found: readonly IdentityNumberMatch[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end, digits } of found) {
    masked += text.slice(at, start) + maskDigits(digits);
    at = end;
  }
  return masked + text.slice(at);
}

const maskAll = (text: string) => text.replace(/\d/g, '•');
