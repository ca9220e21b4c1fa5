/**
 * Identity numbers at rest: encrypted for those who may read them, hashed with a key for look-up. Two keys are derived
 * from PERSONAL_DATA_KEY, so that neither use weakens the other.
 */
import { createHmac } from 'node:crypto';
import { deriveKey, openText, sealText } from './sealed-text.ts';

export interface IdentityCipher {
  /** cipher = a sealed text (sealed-text.ts). hash = HMAC-SHA-256 of the digits. */
  seal(digits: string): { cipher: Buffer; hash: Buffer };
  /** Throws when the bytes were altered or sealed with another key. */
  open(cipher: Buffer): string;
  hash(digits: string): Buffer;
}

export function createIdentityCipher(personalDataKey: Buffer): IdentityCipher {
  const encryptionKey = deriveKey(personalDataKey, 'diaba identity encryption');
  const lookupKey = deriveKey(personalDataKey, 'diaba identity look-up');
  const hash = (digits: string) => createHmac('sha256', lookupKey).update(digits).digest();
  return {
    hash,
    seal: (digits) => ({ cipher: sealText(encryptionKey, digits), hash: hash(digits) }),
    open: (cipher) => openText(encryptionKey, cipher),
  };
}
