/** A run of digits in a text. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** What stands between it and the next run, if that is a separator. */
  readonly joint: string | null;
}

/** How people group the digits. A chain of dots or commas is a number with thousands unless it has exactly such a form. */
const GROUPINGS: readonly (readonly number[])[] = [
  [3, 3, 3, 3],
  [4, 4, 4],
  [3, 3, 6],
  [6, 6],
  [3, 9],
  [3, 1, 2, 6],
  [2, 2, 2, 2, 2, 2],
  Array<number>(12).fill(1),
  [3, 3, 3],
  Array<number>(9).fill(1),
  // The leading zero of twelve is lost.
  [2, 3, 3, 3],
  Array<number>(11).fill(1),
];

/**
 * Undivided digits that number a person: 9 (CMND), 12 (CCCD), 11 (its zero lost), and 10 where two zeros were lost: then
 * the province is 001 to 009 and the century of birth this one or the last. Ten digits from 0 on are a telephone.
 */
const isLoneNumber = (digits: string): boolean =>
  digits.length === 9 || digits.length === 11 || digits.length === 12 || /^[1-9][0-3]\d{8}$/.test(digits);

/** How many groups from `first` on make one identity number; 0 for none. */
export function groupsOfNumber(groups: readonly DigitGroup[], first: number): number {
  if (isLoneNumber(groups[first]!.digits)) return 1;
  const found = GROUPINGS.find((lengths) => hasForm(groups, first, lengths));
  return found?.length ?? 0;
}

function hasForm(groups: readonly DigitGroup[], first: number, lengths: readonly number[]): boolean {
  const joint = groups[first]!.joint;
  const last = first + lengths.length - 1;
  if (joint === null || groups.length <= last) return false;
  for (const [at, length] of lengths.entries()) {
    const group = groups[first + at]!;
    if (group.digits.length !== length || (first + at < last && group.joint !== joint)) return false;
  }
  const before = groups[first - 1]?.joint === joint ? groups[first - 1] : undefined;
  const behind = groups[last]!.joint === joint ? groups[last + 1] : undefined;
  if (!before && !behind) return true;
  // Beside other numbers only the twelve digits with their leading zero are sure, and no further group that is alike.
  const twelve = lengths.reduce((sum, length) => sum + length) === 12;
  const alike = [3, lengths[0], lengths.at(-1)];
  const glued = [before, behind].some((group) => group && alike.includes(group.digits.length));
  return twelve && !/[.,]/.test(joint) && !glued && groups[first]!.digits.startsWith('0');
}
