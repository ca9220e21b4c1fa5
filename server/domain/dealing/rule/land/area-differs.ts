import { type Fixtures, rule } from '../rule.ts';
import { exceeds, round2 } from './round2.ts';

interface Asked {
  /** Null where no area is registered. */
  readonly legalM2: number | null;
  readonly computedM2: number;
  /** Null for a scale that the table has no line for. */
  readonly allowedM2: number | null;
}

/** The registered area is within what the circular allows of the computed one, by scale and size. */
export const areaDiffers = rule({
  code: 'area.differs',
  severity: 'warning',
  law: 'TT 26/2024/TT-BTNMT Annex 04',
  threshold: 'reference.area_tolerance',
  vi: 'Diện tích pháp lý[ {legalM2} m²] lệch so với tính toán[ {computedM2} m²] quá mức cho phép[ {allowedM2} m²].',
  en: 'The registered area[, {legalM2} m²,] differs from the computed one[, {computedM2} m²,] by more than allowed[, {allowedM2} m²].',
  check: ({ legalM2, computedM2, allowedM2 }: Asked) =>
    legalM2 === null || allowedM2 === null
      ? null
      : exceeds(Math.abs(legalM2 - computedM2), allowedM2)
        ? [{ legalM2, computedM2: round2(computedM2), allowedM2 }]
        : [],
});

export const fixtures: Fixtures<Asked> = {
  passes: { legalM2: 1200.5, computedM2: 1200, allowedM2: 4.2 },
  fails: { legalM2: 1210, computedM2: 1200, allowedM2: 4.2 },
  notApplicable: { legalM2: null, computedM2: 1200, allowedM2: 4.2 },
  limit: {
    kept: { legalM2: 1204.2, computedM2: 1200, allowedM2: 4.2 },
    broken: { legalM2: 1204.21, computedM2: 1200, allowedM2: 4.2 },
  },
};
