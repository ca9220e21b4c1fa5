import { latin1View } from '../../../server/domain/encoding/codec.ts';

/** What a point or comma before three digits is in a column of sheet or parcel numbers. */
export type KeyReading = 'decimal' | 'thousands' | 'unclear';

const GROUP = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** Bytes of the longest number that is looked at. */
const LONGEST = 24;
const NO_FRACTION = /^\d+[.,](0+)$/;

/**
 * Finds out how a column of text writes its numbers. Thousands are grouped where 1.001 stands, or 1001 beside 1.000: a
 * column of decimals has neither. Decimals where every number ends in the same count of zeros. Otherwise nobody can
 * tell 1.000 from 1, and it is not guessed.
 */
export function createKeyEvidence({ isNumber }: { readonly isNumber: boolean }): {
  add(cell: Uint8Array): void;
  reading(): KeyReading;
} {
  if (isNumber) return { add() {}, reading: () => 'decimal' };
  let cells = 0;
  let thousands = false;
  let decimals = 0;
  let zeros = -1;
  return {
    add(cell) {
      if (cell.length === 0) return;
      cells += 1;
      if (cell.length > LONGEST) return;
      const text = latin1View(cell).trim();
      const fraction = NO_FRACTION.exec(text)?.[1]?.length;
      if (fraction === undefined) {
        thousands ||= GROUP.test(text) || (/^\d{4,8}$/.test(text) && Number(text) > 1_000);
        return;
      }
      if (zeros === -1) zeros = fraction;
      if (zeros === fraction) decimals += 1;
    },
    reading: () => (decimals > 1 && decimals === cells ? 'decimal' : thousands ? 'thousands' : 'unclear'),
  };
}
