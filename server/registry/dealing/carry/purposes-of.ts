import type { ParcelStanding, StandingPurpose } from '../../../domain/dealing/standing.ts';

/** Purposes of a parcel; codes alone where the register has no more than that. */
export const purposesOf = ({ purposes, landUse }: Pick<ParcelStanding, 'purposes' | 'landUse'>): StandingPurpose[] =>
  purposes.length > 0
    ? purposes
    : landUse
        .split('+')
        .filter(Boolean)
        .map((code) => ({ code, areaM2: null, until: null }));

/**
 * Purposes of land in a new shape. One purpose is all of it; where there are several their areas are not known any more, until a
 * dealing on purposes says them. Terms stay.
 */
export function purposesInShape(
  was: Pick<ParcelStanding, 'purposes' | 'landUse'>,
  { areaM2, legalAreaM2 }: { readonly areaM2: number; readonly legalAreaM2: number | null },
): StandingPurpose[] {
  const purposes = purposesOf(was);
  const whole = purposes.length === 1 ? Math.round((legalAreaM2 ?? areaM2) * 100) / 100 : null;
  return purposes.map((purpose) => ({ ...purpose, areaM2: whole }));
}
