/**
 * Shares a registered area among the parts of a parcel in proportion to their computed areas, by largest remainder: the parts
 * add up to the whole exactly. Areas in m²; counted in whole units of 0.01 m² where the whole has hundredths, else of 0.1 m²,
 * the decimals an area is written with on a cadastral sheet.
 */
export function apportionArea(wholeM2: number, partsM2: readonly number[]): number[] {
  const hundredths = Math.round(wholeM2 * 100);
  const perM2 = hundredths % 10 === 0 ? 10 : 100;
  const units = Math.round(wholeM2 * perM2);
  const sum = partsM2.reduce((a, b) => a + b, 0);
  const ideal = partsM2.map((part) => (units * part) / sum);
  const given = ideal.map(Math.floor);
  const left = units - given.reduce((a, b) => a + b, 0);
  // Equal remainders: the larger part first, then the earlier one, so that the same cut gives the same areas.
  const order = ideal
    .map((value, at) => ({ at, remainder: value - Math.floor(value), value }))
    .sort((a, b) => b.remainder - a.remainder || b.value - a.value || a.at - b.at);
  for (const { at } of order.slice(0, left)) given[at]! += 1;
  return given.map((value) => value / perM2);
}
