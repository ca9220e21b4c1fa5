/** The meanings of groups of digits with signs between them: thousands by one sign, decimals by another, or none. */
export function readNumber(groups: readonly { readonly digits: string; readonly after: string }[]): number[] {
  const digits = groups.map((group) => group.digits);
  const signs = groups.slice(0, -1).map((group) => group.after);
  const [first = '', ...others] = digits;
  if (digits.some((part) => part.length > 15)) return [];
  const found: number[] = [];
  const last = signs.at(-1);
  if (signs.length === 0) found.push(Number(first));
  if (signs.length === 1 && last !== ' ') found.push(Number(`${first}.${others[0]}`));
  const isThousands = (parts: readonly string[], between: readonly string[]) =>
    first.length <= 3 && parts.every((part) => part.length === 3) && between.every((sign) => sign === between[0]);
  if (signs.length >= 1 && isThousands(others, signs)) found.push(Number(digits.join('')));
  // 2.353.280,696 · 2 353 280.696: the decimal sign is another one than that of thousands, and no space.
  const whole = digits.slice(0, -1);
  const inside = signs.slice(0, -1);
  if (inside.length >= 1 && last !== ' ' && last !== inside[0] && isThousands(whole.slice(1), inside)) {
    found.push(Number(`${whole.join('')}.${digits.at(-1)}`));
  }
  return found;
}
