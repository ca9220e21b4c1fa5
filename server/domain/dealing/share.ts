/** Shares of a right as exact fractions: never decimals, since three thirds must be one. */
import Type from 'typebox';

/** "1/3", or "1" for the whole. At most nine digits, so that sums stay exact in BigInt and columns in int. */
export const ShareText = Type.String({
  pattern: '^[1-9][0-9]{0,8}(/[1-9][0-9]{0,8})?$',
  description: 'Exact fraction, such as "1/3"; "1" is the whole',
});

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export const WHOLE: Share = { numerator: 1, denominator: 1 };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

const reduced = (numerator: bigint, denominator: bigint): Share => {
  const by = gcd(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: Number(numerator / by), denominator: Number(denominator / by) };
};

export function parseShare(text: string): Share {
  const [numerator = '', denominator = '1'] = text.split('/');
  return reduced(BigInt(numerator), BigInt(denominator));
}

export const shareText = ({ numerator, denominator }: Share): string =>
  denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;

export function addShares(shares: readonly Share[]): Share {
  let [numerator, denominator] = [0n, 1n];
  for (const share of shares) {
    numerator = numerator * BigInt(share.denominator) + BigInt(share.numerator) * denominator;
    denominator *= BigInt(share.denominator);
    const by = gcd(numerator, denominator);
    if (by > 1n) [numerator, denominator] = [numerator / by, denominator / by];
  }
  return reduced(numerator, denominator);
}

/** a − b. A numerator of 0 means that nothing is left, a negative one that more was taken than there was. */
export const subtractShare = (a: Share, b: Share): Share =>
  reduced(
    BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator),
    BigInt(a.denominator) * BigInt(b.denominator),
  );

export const multiplyShares = (a: Share, b: Share): Share =>
  reduced(BigInt(a.numerator) * BigInt(b.numerator), BigInt(a.denominator) * BigInt(b.denominator));

export const sameShare = (a: Share, b: Share): boolean => subtractShare(a, b).numerator === 0;
