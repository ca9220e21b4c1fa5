/** The largest of 1, 2, 5 × 10ⁿ that is not more: for scale bars and grids. */
export function roundBelow(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const head = most / power;
  return (head >= 5 ? 5 : head >= 2 ? 2 : 1) * power;
}
