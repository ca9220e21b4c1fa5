import { type Fixtures, rule } from '../rule.ts';
import { exceeds, round2 } from './round2.ts';

interface Asked {
  /** Ground of the former boundary that is in no parcel any more, m²; null where the survey is of no form. */
  readonly gapM2: number | null;
  readonly roundingM2: number;
}

/** A surveyed boundary that gives ground up is told: that ground would be of no parcel. */
export const surveyLeavesGap = rule({
  code: 'resurvey.leaves_gap',
  severity: 'warning',
  vi: 'So với ranh giới cũ,[ {areaM2} m²] đất không còn thuộc thửa nào.',
  en: 'Against the former boundary,[ {areaM2} m²] of ground would belong to no parcel.',
  check: ({ gapM2, roundingM2 }: Asked) =>
    gapM2 === null ? null : exceeds(gapM2, roundingM2) ? [{ areaM2: round2(gapM2) }] : [],
});

export const fixtures: Fixtures<Asked> = {
  passes: { gapM2: 0.01, roundingM2: 0.05 },
  fails: { gapM2: 3.2, roundingM2: 0.05 },
  notApplicable: { gapM2: null, roundingM2: 0.05 },
  limit: {
    kept: { gapM2: 0.05, roundingM2: 0.05 },
    broken: { gapM2: 0.051, roundingM2: 0.05 },
  },
};
