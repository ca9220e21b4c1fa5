import { type Fixtures, rule } from '../rule.ts';
import { exceeds, round2 } from './round2.ts';

interface Asked {
  /** Areas of the parts, m²; none where nothing was cut. */
  readonly partsM2: readonly number[];
  readonly wholeM2: number;
  readonly roundingM2: number;
}

/** The parts are together the parcel: no gap between them and none over its boundary, but for corners rounded to 0.1 mm. */
export const groundLost = rule({
  code: 'split.outside_parcel',
  severity: 'error',
  vi: 'Tổng diện tích các phần lệch[ {differenceM2} m²] so với thửa. Hãy vẽ lại đường cắt.',
  en: 'The parts differ from the parcel[ by {differenceM2} m²]. Draw the line anew.',
  check: ({ partsM2, wholeM2, roundingM2 }: Asked) => {
    if (partsM2.length === 0) return null;
    const lost = Math.abs(partsM2.reduce((sum, area) => sum + area, 0) - wholeM2);
    return exceeds(lost, roundingM2) ? [{ differenceM2: round2(lost) }] : [];
  },
});

export const fixtures: Fixtures<Asked> = {
  passes: { partsM2: [599.996, 600], wholeM2: 1200, roundingM2: 0.015 },
  fails: { partsM2: [599.5, 600], wholeM2: 1200, roundingM2: 0.015 },
  notApplicable: { partsM2: [], wholeM2: 1200, roundingM2: 0.015 },
  limit: {
    kept: { partsM2: [599.985, 600], wholeM2: 1200, roundingM2: 0.015 },
    broken: { partsM2: [599.984, 600], wholeM2: 1200, roundingM2: 0.015 },
  },
};
