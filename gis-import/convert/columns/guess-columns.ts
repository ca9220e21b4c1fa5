/**
 * What columns look like by their values, where their names say nothing. Only ever told to an officer, who says what a column means: a guess decides
 * nothing by itself.
 */
import type { ColumnRole } from '../../../server/domain/batch/column-role.ts';

export interface ColumnGuess {
  readonly role: ColumnRole;
  /** Part of the filled cells that look so. */
  readonly share: number;
}

/** Rows looked at; fewer filled cells than the least say nothing; below the part a column looks like nothing. */
const [MOST_ROWS, LEAST_FILLED, LEAST_PART] = [2_000, 5, 0.9] as const;
/** An area of the books and one of the map differ by less, as a part and in m²; a computed one by the rounding alone. */
const [AREA_PART, AREA_M2, ROUNDING_M2] = [0.03, 1, 0.06] as const;

const WHOLE = /^[1-9]\d{0,4}$/;
const NUMBER = /^\d{1,9}(?:[.,]\d{1,6})?$/;
const SERIAL = /^[A-Z\xd0]{1,2} ?\d{6}$|^[A-Z]{2} ?\d{8}$/;
const IDENTITY = /^(?:\d{9}|\d{12})$/;

interface Seen {
  filled: number;
  codes: number;
  serials: number;
  identities: number;
  areas: number;
  computed: number;
  whole: number;
  readonly distinct: Set<string>;
}

export interface ContentSample {
  /** `groundM2`: what the record covers by its own coordinates, m²; null where it has no shape. */
  see(cells: readonly Uint8Array[], groundM2: number | null): void;
  /** By column. Null: it looks like nothing in particular. */
  guesses(): readonly (ColumnGuess | null)[];
}

export function createContentSample(columns: number, landUse: ReadonlySet<string>): ContentSample {
  let rows = 0;
  const seen = Array.from(
    { length: columns },
    (): Seen => ({
      ...{ filled: 0, codes: 0, serials: 0, identities: 0, areas: 0, computed: 0, whole: 0 },
      distinct: new Set(),
    }),
  );
  return {
    see(cells, groundM2) {
      if (rows >= MOST_ROWS) return;
      rows += 1;
      for (const [at, cell] of cells.entries()) {
        const one = seen[at];
        // What is looked for is ASCII in every encoding; long text is none of it.
        const text = cell.length > 60 ? '' : Buffer.from(cell).toString('latin1').trim();
        if (!one || text === '') continue;
        one.filled += 1;
        one.distinct.add(text);
        if (text.split(/[+;, ]+/).every((code) => landUse.has(code.toUpperCase()))) one.codes += 1;
        if (SERIAL.test(text)) one.serials += 1;
        if (IDENTITY.test(text)) one.identities += 1;
        if (WHOLE.test(text)) one.whole += 1;
        if (groundM2 === null || groundM2 <= 0 || !NUMBER.test(text)) continue;
        const off = Math.abs(Number(text.replace(',', '.')) - groundM2);
        if (off <= Math.max(AREA_M2, AREA_PART * groundM2)) one.areas += 1;
        if (off <= ROUNDING_M2) one.computed += 1;
      }
    },
    guesses: () => seen.map((one) => guess(one, rows)),
  };
}

function guess(
  { filled, codes, serials, identities, areas, computed, whole, distinct }: Seen,
  rows: number,
): ColumnGuess | null {
  if (filled < LEAST_FILLED) return null;
  const looks = (role: ColumnRole, count: number): ColumnGuess[] =>
    count / filled >= LEAST_PART ? [{ role, share: count / filled }] : [];
  const [found] = [
    ...looks('landUse', codes),
    ...looks('certificateSerial', serials),
    ...looks('identity', identities),
    // What agrees to the rounding was computed from the shape, and is no area of the books.
    ...looks('measuredArea', computed),
    ...looks('legalArea', areas),
    ...(distinct.size >= LEAST_PART * filled && filled >= LEAST_PART * rows ? looks('parcelNo', whole) : []),
    ...(distinct.size * 10 <= filled ? looks('sheetNo', whole) : []),
  ];
  return found ?? null;
}
