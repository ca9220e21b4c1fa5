/**
 * Identity numbers at rest: encrypted for those who may read them, hashed with a key for look-up. Two keys are derived
 * from PERSONAL_DATA_KEY, so that neither use weakens the other.
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';

export interface IdentityCipher {
  /** cipher = 12 bytes nonce, ciphertext, 16 bytes tag (AES-256-GCM). hash = HMAC-SHA-256 of the digits. */
  seal(digits: string): { cipher: Buffer; hash: Buffer };
  /** Throws when the bytes were altered or sealed with another key. */
  open(cipher: Buffer): string;
  hash(digits: string): Buffer;
}

const NONCE_BYTES = 12;
/** Nonces drawn at once: asking the system for twelve bytes costs as much as sealing them. */
const NONCES_AT_ONCE = 256;
const TAG_BYTES = 16;

export function createIdentityCipher(personalDataKey: Buffer): IdentityCipher {
  // Key objects: from plain bytes Node makes one at each call, which costs four times the sealing itself.
  const derive = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', personalDataKey, '', `diaba identity ${use}`, 32)));
  const encryptionKey = derive('encryption');
  const lookupKey = derive('look-up');
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
    seal(digits) {
      const nonce = takeNonce();
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, nonce);
      const body = Buffer.concat([cipher.update(digits, 'utf8'), cipher.final()]);
      return { cipher: Buffer.concat([nonce, body, cipher.getAuthTag()]), hash: hash(digits) };
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, sealed.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      return decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
