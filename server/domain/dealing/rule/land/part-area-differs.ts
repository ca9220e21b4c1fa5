import { type Fixtures, rule } from '../rule.ts';
import { exceeds, round2 } from './round2.ts';

interface Asked {
  readonly piece: number;
  /** Null where no area is registered. */
  readonly legalM2: number | null;
  readonly computedM2: number;
  /** Null for a scale that the table has no line for. */
  readonly allowedM2: number | null;
}

/** The registered area of a part is within what the circular allows of the computed one. */
export const partAreaDiffers = rule({
  code: 'split.legal_area_differs',
  severity: 'warning',
  law: 'TT 26/2024/TT-BTNMT Annex 04',
  threshold: 'reference.area_tolerance',
  vi: 'Phần[ {piece}]: diện tích pháp lý[ {legalM2} m²] lệch so với tính toán[ {computedM2} m²] quá mức cho phép[ {allowedM2} m²].',
  en: 'Part[ {piece}]: the registered area[ {legalM2} m²] differs from the computed one[ {computedM2} m²] by more than allowed[, {allowedM2} m²].',
  check: ({ piece, legalM2, computedM2, allowedM2 }: Asked) =>
    legalM2 === null || allowedM2 === null
      ? null
      : exceeds(Math.abs(legalM2 - computedM2), allowedM2)
        ? [{ piece, legalM2, computedM2: round2(computedM2), allowedM2 }]
        : [],
});

export const fixtures: Fixtures<Asked> = {
  passes: { piece: 1, legalM2: 600.3, computedM2: 600, allowedM2: 2.4 },
  fails: { piece: 1, legalM2: 610, computedM2: 600, allowedM2: 2.4 },
  notApplicable: { piece: 1, legalM2: 610, computedM2: 600, allowedM2: null },
  limit: {
    kept: { piece: 1, legalM2: 597.6, computedM2: 600, allowedM2: 2.4 },
    broken: { piece: 1, legalM2: 597.59, computedM2: 600, allowedM2: 2.4 },
  },
};
