import { type Fixtures, rule } from '../rule.ts';
import { cents } from './round2.ts';

interface Asked {
  readonly piece: number;
  readonly areaM2: number;
  /** Null where none is in force. */
  readonly leastM2: number | null;
  /** The decision that says so. */
  readonly basis: string | null;
}

/**
 * A part has the least area that its land code and place ask for. Where no decision says one, nothing is judged. A part cut
 * to that area has it to 0.01 m², as areas are kept.
 */
export const pieceTooSmall = rule({
  code: 'split.piece_too_small',
  severity: 'error',
  law: 'Land Law 2024 Art. 220: the least area is the province’s',
  threshold: 'reference.parcel_minimum',
  vi: 'Phần[ {piece}] chỉ có[ {areaM2} m²], nhỏ hơn diện tích tối thiểu[ {leastM2} m²][ theo {basis}].',
  en: 'Part[ {piece}] has only[ {areaM2} m²], less than the minimum[ of {leastM2} m²][ by {basis}].',
  check: ({ piece, areaM2, leastM2, basis }: Asked) =>
    leastM2 === null ? null : cents(areaM2) < cents(leastM2) ? [{ piece, areaM2, leastM2, basis }] : [],
});

export const fixtures: Fixtures<Asked> = {
  passes: { piece: 1, areaM2: 80, leastM2: 80, basis: null },
  fails: { piece: 2, areaM2: 79.99, leastM2: 80, basis: 'QĐ thử' },
  notApplicable: { piece: 1, areaM2: 3, leastM2: null, basis: null },
  limit: {
    kept: { piece: 1, areaM2: 79.9996, leastM2: 80, basis: null },
    broken: { piece: 1, areaM2: 79.99, leastM2: 80, basis: null },
  },
};
