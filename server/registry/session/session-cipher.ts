/**
 * What a session keeps at rest: sealed, because tokens are passwords. Keys are derived from SESSION_SECRET, so another
 * secret means other keys: whoever changes it signs everybody out.
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';

export interface SessionCipher {
  /** Keyed digest of a session's id, as the database keeps it. */
  hash(id: string): Buffer;
  seal(value: object): Buffer;
  /** Null for bytes that were altered or sealed with another secret. */
  open(sealed: Buffer): unknown;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `use` keeps what is sealed for one purpose (a session, a pending sign-in) from being taken for another. */
export function createSessionCipher(secret: Buffer, use: 'session' | 'sign-in'): SessionCipher {
  const derive = (part: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `diaba ${use} ${part}`, 32)));
  const encryption = derive('encryption');
  const digest = derive('digest');
  return {
    hash: (id) => createHmac('sha256', digest).update(id).digest(),
    seal(value) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', encryption, nonce);
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, body, cipher.getAuthTag()]);
    },
    open(sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', encryption, sealed.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8');
      try {
        return JSON.parse(text + decipher.final('utf8'));
      } catch {
        // The tag does not fit: not ours, or ours no longer. The caller treats both as absent.
        return null;
      }
    },
  };
}
