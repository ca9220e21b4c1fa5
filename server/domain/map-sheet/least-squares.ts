/** The unknowns that fit equations best, by Householder reflections: they lose half as many digits as the normal equations do. */

/** Below this share of the largest pivot a column is taken for one that the others make up. */
const RANK = 1e-11;

/**
 * Unknowns x for which the sum of squares of `rows`·x − `right` is least. `rows`: m equations of n unknowns, m ≥ n. Null where
 * the equations leave an unknown open: too few, or some that say the same.
 */
export function solveLeastSquares(
  rows: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] | null {
  const n = rows[0]?.length ?? 0;
  const m = rows.length;
  if (n === 0 || m < n) return null;
  const a = rows.map((row, i) => [...row, right[i]!]);
  let largest = 0;
  for (let k = 0; k < n; k++) {
    let norm = 0;
    for (let i = k; i < m; i++) norm = Math.hypot(norm, a[i]![k]!);
    largest = Math.max(largest, norm);
    if (!(norm > RANK * largest)) return null;
    const alpha = a[k]![k]! > 0 ? -norm : norm;
    const v = Array.from({ length: m - k }, (_, i) => a[k + i]![k]!);
    v[0]! -= alpha;
    const square = v.reduce((sum, value) => sum + value * value, 0);
    for (let j = k; j <= n; j++) {
      const dot = v.reduce((sum, value, i) => sum + value * a[k + i]![j]!, 0);
      for (let i = 0; i < v.length; i++) a[k + i]![j]! -= (2 * dot * v[i]!) / square;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k--) {
    let rest = a[k]![n]!;
    for (let j = k + 1; j < n; j++) rest -= a[k]![j]! * x[j]!;
    x[k] = rest / a[k]![k]!;
  }
  return x.every(Number.isFinite) ? x : null;
}
