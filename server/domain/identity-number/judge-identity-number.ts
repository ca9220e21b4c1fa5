/**
 * Whether digits can be somebody's number. CCCD / số định danh (Decree 137/2015/NĐ-CP art. 13, in the same form since):
 * province of birth 001 to 096, a digit for sex and century (0, 1 of the twentieth, 2, 3 of the twenty-first), two of
 * the year of birth, six by chance. CMND: nine digits, the first two of the province that issued it, 01 to 38.
 */

/** `filler`: written where there was none. `implausible`: of the right length, but of no province or of a year to come. */
export type IdentityStanding = 'plausible' | 'implausible' | 'filler' | 'malformed';

export interface IdentityRules {
  /** Further province codes of two digits, beside those of the country: the invented ones of a demonstration. */
  readonly provinces: ReadonlySet<string>;
  /** This year. */
  readonly year: number;
}

const LAST_PROVINCE = 96;
const LAST_CMND_PROVINCE = 38;

export function judgeIdentityNumber(digits: string, { provinces, year }: IdentityRules): IdentityStanding {
  if (isFiller(digits)) return 'filler';
  const inRange = (code: string, last: number) =>
    (Number(code) >= 1 && Number(code) <= last) || provinces.has(code.slice(-2));
  if (digits.length === 9) return inRange(digits.slice(0, 2), LAST_CMND_PROVINCE) ? 'plausible' : 'implausible';
  if (digits.length !== 12) return 'malformed';
  const century = Number(digits[3]) >> 1;
  const birthYear = 1900 + 100 * century + Number(digits.slice(4, 6));
  const placed = digits.startsWith('0') && inRange(digits.slice(0, 3), LAST_PROVINCE);
  return placed && birthYear <= year ? 'plausible' : 'implausible';
}

/** Repeated (000000000, 121212121212), counted up or down (123456789), or with six zeros where chance decides. */
function isFiller(digits: string): boolean {
  if (/^(\d{1,3})\1{2,}$/.test(digits)) return true;
  const steps = new Set([...digits].slice(1).map((digit, i) => (Number(digit) - Number(digits[i]) + 10) % 10));
  if (digits.length > 2 && steps.size === 1 && (steps.has(1) || steps.has(9))) return true;
  return digits.length >= 9 && digits.endsWith('000000');
}

/**
 * The number whose leading zeros a column of numbers lost: 11 or 10 digits of a CCCD, 8 of a CMND. Null where that gives
 * no plausible one, or none was lost.
 */
export function restoreLeadingZeros(digits: string, rules: IdentityRules): string | null {
  const length = { 8: 9, 10: 12, 11: 12 }[digits.length];
  if (length === undefined || digits.startsWith('0')) return null;
  const restored = digits.padStart(length, '0');
  return judgeIdentityNumber(restored, rules) === 'plausible' ? restored : null;
}
