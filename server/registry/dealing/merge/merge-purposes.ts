import type { ParcelStanding, StandingPurpose } from '../../../domain/dealing/standing.ts';

/** Purposes of the whole: areas of one code and term are summed in hundredths; where a part gives none, the sum is not known. */
export function mergePurposes(standing: readonly ParcelStanding[]): StandingPurpose[] {
  const sums = new Map<string, number | null>();
  const named = new Map<string, StandingPurpose>();
  for (const { purposes } of standing) {
    for (const purpose of purposes) {
      const { code, areaM2, until } = purpose;
      const key = `${code} ${until ?? ''}`;
      named.set(key, purpose);
      const before = sums.get(key) ?? (sums.has(key) ? null : 0);
      sums.set(key, before === null || areaM2 === null ? null : before + Math.round(areaM2 * 100));
    }
  }
  return [...sums].map(([key, hundredths]) => ({
    code: named.get(key)!.code,
    areaM2: hundredths === null ? null : hundredths / 100,
    until: named.get(key)!.until,
  }));
}
