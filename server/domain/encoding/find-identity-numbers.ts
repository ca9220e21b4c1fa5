/**
 * Identity numbers in free text: CMND of 9 digits, CCCD / số định danh of 12. Found so that they can be hidden, hence
 * rather one too many than one missed; but phone numbers (10 digits), decimals, amounts and areas are left alone.
 */

export interface IdentityNumberMatch {
  /** First character and the one after the last, as in `String.slice`. */
  readonly start: number;
  readonly end: number;
  /** The digits alone. */
  readonly digits: string;
}

/** Groups of digits joined by one and the same space, dot or dash; the longest such chain. */
const CHAIN = /\d+(?:([ \u00a0.\-–])\d+(?:\1\d+)*)?/g;
/** How people group the digits. A chain of dots is a number with thousands unless it has exactly such a form. */
const GROUPINGS: readonly (readonly number[])[] = [
  [3, 3, 3, 3],
  [4, 4, 4],
  [3, 3, 6],
  [6, 6],
  [3, 9],
  [3, 1, 2, 6],
  [3, 3, 3],
];
const FEWEST_DIGITS = 9;
/** A quantity, not a number of a person. */
const UNIT_FOLLOWS = /^\s?(?:m2|m²|mét|ha|km|đồng|đ|vnđ|vnd)(?![\p{L}\p{N}])/iu;

/** Every identity number of `text`, left to right. */
export function findIdentityNumbers(text: string): IdentityNumberMatch[] {
  const found: IdentityNumberMatch[] = [];
  if (!hasDigits(text, FEWEST_DIGITS)) return found;
  for (const chain of text.matchAll(CHAIN)) {
    if (isPartOfNumber(text, chain.index, chain.index + chain[0].length)) continue;
    for (const match of matchesInChain(chain[0], chain[1] ?? '')) {
      const start = chain.index + match.start;
      const end = chain.index + match.end;
      if (!UNIT_FOLLOWS.test(text.slice(end, end + 12))) found.push({ start, end, digits: match.digits });
    }
  }
  return found;
}

/** `•••••••••345`: as many dots as digits hidden, the last three shown. Shorter than six: all hidden. */
export function maskDigits(digits: string): string {
  const shown = digits.length >= 6 ? 3 : 0;
  return '•'.repeat(digits.length - shown) + digits.slice(digits.length - shown);
}

function hasDigits(text: string, wanted: number): boolean {
  let digits = 0;
  for (let at = 0; at < text.length && digits < wanted; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) digits++;
  }
  return digits >= wanted;
}

/** Decimals (`2353280,69`), and a number with a country code: `+84 912 345 678` is a telephone. */
function isPartOfNumber(text: string, start: number, end: number): boolean {
  return (
    text.charAt(start - 1) === '+' ||
    /^,\d/.test(text.slice(end, end + 2)) ||
    /\d[.,]$/.test(text.slice(Math.max(0, start - 2), start))
  );
}

function matchesInChain(chain: string, separator: string): IdentityNumberMatch[] {
  const groups: { at: number; digits: string }[] = [...chain.matchAll(/\d+/g)].map((group) => ({
    at: group.index,
    digits: group[0],
  }));
  const found: IdentityNumberMatch[] = [];
  for (let first = 0; first < groups.length; ) {
    const count = groupsOfNumber(
      groups.map((group) => group.digits),
      first,
      separator,
    );
    const start = groups[first] as { at: number };
    const last = groups[first + count - 1];
    if (count > 0 && last) {
      const end = last.at + last.digits.length;
      found.push({ start: start.at, end, digits: chain.slice(start.at, end).replace(/\D/g, '') });
    }
    first += Math.max(count, 1);
  }
  return found;
}

/** How many groups from `first` on make one identity number; 0 for none. */
function groupsOfNumber(groups: readonly string[], first: number, separator: string): number {
  const whole = (count: number): boolean => first === 0 && count === groups.length;
  const lone = groups[first]?.length;
  // Undivided digits; next to a dot they would be a decimal.
  if ((lone === 9 || lone === 12) && (separator !== '.' || groups.length === 1)) return 1;
  for (const lengths of GROUPINGS) {
    if (!lengths.every((length, at) => groups[first + at]?.length === length)) continue;
    const twelve = lengths.reduce((sum, length) => sum + length) === 12;
    if (whole(lengths.length)) return lengths.length;
    // Beside other numbers only the twelve digits with their leading zero are sure, and no fifth group of three.
    const glued = groups[first - 1]?.length === 3 || groups[first + lengths.length]?.length === 3;
    if (twelve && separator !== '.' && !glued && groups[first]?.startsWith('0')) return lengths.length;
  }
  return 0;
}
