/** Texts at rest, sealed: 12 bytes nonce, ciphertext, 16 bytes tag (AES-256-GCM). */
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/**
 * A key for one use, from a secret that has several. A key object: from plain bytes Node makes one at each call, which
 * costs four times the sealing itself.
 */
export const deriveKey = (secret: Buffer, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', use, 32)));

/** Nonces drawn at once: asking the system for twelve bytes costs as much as sealing them. */
const NONCES_AT_ONCE = 256;
let drawn = Buffer.alloc(0);

/** Each nonce leaves the store as it is taken, and is never given a second time. */
function takeNonce(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
  const nonce = drawn.subarray(0, NONCE_BYTES);
  drawn = drawn.subarray(NONCE_BYTES);
  return nonce;
}

/** Seals a text. A nonce counts once for a key, ever. */
export function sealText(key: KeyObject, text: string): Buffer {
  const nonce = takeNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

/** The text again. Throws for bytes that were altered or sealed with another key. */
export function openText(key: KeyObject, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
