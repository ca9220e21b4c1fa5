import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly piece: number;
  readonly widthM: number;
  /** Null where none is in force. */
  readonly leastM: number | null;
  readonly basis: string | null;
}

/** A part has the least width that its land code and place ask for: that of the widest circle in it. */
export const pieceTooNarrow = rule({
  code: 'split.piece_too_narrow',
  severity: 'error',
  law: 'Land Law 2024 Art. 220: the least width is the province’s',
  threshold: 'reference.parcel_minimum',
  vi: 'Phần[ {piece}] chỉ rộng[ {widthM} m], hẹp hơn mức tối thiểu[ {leastM} m][ theo {basis}].',
  en: 'Part[ {piece}] is only[ {widthM} m] wide, less than the minimum[ of {leastM} m][ by {basis}].',
  check: ({ piece, widthM, leastM, basis }: Asked) =>
    leastM === null ? null : widthM < leastM ? [{ piece, widthM, leastM, basis }] : [],
});

export const fixtures: Fixtures<Asked> = {
  passes: { piece: 1, widthM: 4, leastM: 4, basis: null },
  fails: { piece: 2, widthM: 3.99, leastM: 4, basis: 'QĐ thử' },
  notApplicable: { piece: 1, widthM: 0.3, leastM: null, basis: null },
  limit: {
    kept: { piece: 1, widthM: 4, leastM: 4, basis: null },
    broken: { piece: 1, widthM: 3.99, leastM: 4, basis: null },
  },
};
