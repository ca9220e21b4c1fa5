import type { IdentityCipher } from '../store/identity-cipher.ts';

/** An identity number that was taken out of a payload, sealed. */
export interface SealedNumber {
  readonly ordinal: number;
  readonly cipher: Buffer;
  readonly hash: Buffer;
}

/**
 * A payload as it is kept: each identity number is sealed beside it, and in its place stands which one it is (`identity`).
 * Walks the whole payload, so that a field added later cannot keep a number in clear.
 */
export function storePayload(payload: object, cipher: IdentityCipher): { stored: object; numbers: SealedNumber[] } {
  const numbers: SealedNumber[] = [];
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const { identityNumber, ...rest } = value as Record<string, unknown>;
    const walked = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, walk(part)]));
    if (typeof identityNumber !== 'string') return walked;
    const ordinal = numbers.length + 1;
    numbers.push({ ordinal, ...cipher.seal(identityNumber) });
    return { ...walked, identity: ordinal };
  };
  return { stored: walk(payload) as object, numbers };
}
