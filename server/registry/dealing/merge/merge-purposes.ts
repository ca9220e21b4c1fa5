import type { ParcelStanding, StandingPurpose } from '../../../domain/dealing/standing.ts';

/** Purposes of the whole: areas of one code are summed in hundredths; where a part gives none, the sum is not known. */
export function mergePurposes(standing: readonly ParcelStanding[]): StandingPurpose[] {
  const sums = new Map<string, number | null>();
  for (const { purposes } of standing) {
    for (const { code, areaM2 } of purposes) {
      const before = sums.get(code) ?? (sums.has(code) ? null : 0);
      sums.set(code, before === null || areaM2 === null ? null : before + Math.round(areaM2 * 100));
    }
  }
  return [...sums].map(([code, hundredths]) => ({ code, areaM2: hundredths === null ? null : hundredths / 100 }));
}
