import { maskIdentityNumbers } from '../../../server/domain/identity-number/mask-identity-numbers.ts';

/**
 * Two columns of one name become NAME, NAME_2: raw is keyed by name and must not lose one. A name is stored, hence masked.
 */
export function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, i) => {
    const base = maskIdentityNumbers(name) || `COLUMN_${i + 1}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}_${count}`;
  });
}
