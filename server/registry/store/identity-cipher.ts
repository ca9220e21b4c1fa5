/**
 * Identity numbers at rest: encrypted for those who may read them, hashed with a key for look-up. Two keys are derived
 * from PERSONAL_DATA_KEY, so that neither use weakens the other.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { deriveKey, NONCE_BYTES, openText, sealText } from './sealed-text.ts';

export interface IdentityCipher {
  /** cipher = a sealed text (sealed-text.ts). hash = HMAC-SHA-256 of the digits. */
  seal(digits: string): { cipher: Buffer; hash: Buffer };
  /** Throws when the bytes were altered or sealed with another key. */
  open(cipher: Buffer): string;
  hash(digits: string): Buffer;
}

/** Nonces drawn at once: asking the system for twelve bytes costs as much as sealing them. */
const NONCES_AT_ONCE = 256;

export function createIdentityCipher(personalDataKey: Buffer): IdentityCipher {
  const encryptionKey = deriveKey(personalDataKey, 'diaba identity encryption');
  const lookupKey = deriveKey(personalDataKey, 'diaba identity look-up');
  const hash = (digits: string) => createHmac('sha256', lookupKey).update(digits).digest();
  let drawn = Buffer.alloc(0);
  // Each nonce leaves the store as it is taken, and is never given a second time.
  const takeNonce = (): Buffer => {
    if (drawn.length === 0) drawn = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
    const nonce = drawn.subarray(0, NONCE_BYTES);
    drawn = drawn.subarray(NONCE_BYTES);
    return nonce;
  };
  return {
    hash,
    seal: (digits) => ({ cipher: sealText(encryptionKey, digits, takeNonce()), hash: hash(digits) }),
    open: (cipher) => openText(encryptionKey, cipher),
  };
}
