import { type Fixtures, rule } from '../rule.ts';
import { cents } from './round2.ts';

interface Asked {
  /** Areas in m², null where one is left open; none where no purpose is said. */
  readonly areasM2: readonly (number | null)[];
  /** The registered area, or the computed one where none is. */
  readonly parcelM2: number;
}

/** Areas of the purposes are together exactly that of the parcel, each to 0.01 m². */
export const purposesAddUp = rule({
  code: 'purpose.areas_do_not_add_up',
  severity: 'error',
  law: 'Land Law 2024 Art. 9: land is classified by purpose',
  vi: 'Diện tích các mục đích cộng lại là[ {sumM2} m²], phải đúng bằng diện tích của thửa[ {parcelM2} m²].',
  en: 'The areas of the purposes add up to[ {sumM2} m²]; they must be exactly that of the parcel[, {parcelM2} m²].',
  check: ({ areasM2, parcelM2 }: Asked) => {
    if (areasM2.length === 0) return null;
    const sum = areasM2.reduce<number>((total, area) => total + cents(area ?? 0), 0);
    const exact = areasM2.every((area) => area !== null && Math.abs(area * 100 - cents(area)) < 1e-6);
    return exact && sum === cents(parcelM2) ? [] : [{ sumM2: sum / 100, parcelM2 }];
  },
});

export const fixtures: Fixtures<Asked> = {
  passes: { areasM2: [300.1, 900.4], parcelM2: 1200.5 },
  fails: { areasM2: [300.1, 900.3], parcelM2: 1200.5 },
  notApplicable: { areasM2: [], parcelM2: 1200.5 },
  limit: {
    kept: { areasM2: [0.1, 0.2], parcelM2: 0.3 },
    broken: { areasM2: [300.1, 900.41], parcelM2: 1200.5 },
  },
};
