/**
 * What a session keeps at rest: sealed, because tokens are passwords. Keys are derived from SESSION_SECRET, so another
 * secret means other keys: whoever changes it signs everybody out.
 */
import { createHmac } from 'node:crypto';
import { deriveKey, NONCE_BYTES, openText, sealText, TAG_BYTES } from '../store/sealed-text.ts';

export interface SessionCipher {
  /** Keyed digest of a session's id, as the database keeps it. */
  hash(id: string): Buffer;
  seal(value: object): Buffer;
  /** Null for bytes that were altered or sealed with another secret. */
  open(sealed: Buffer): unknown;
}

/** `use` keeps what is sealed for one purpose (a session, a pending sign-in, a request being written) from being taken for another. */
export function createSessionCipher(secret: Buffer, use: 'session' | 'sign-in' | 'request'): SessionCipher {
  const encryption = deriveKey(secret, `diaba ${use} encryption`);
  const digest = deriveKey(secret, `diaba ${use} digest`);
  return {
    hash: (id) => createHmac('sha256', digest).update(id).digest(),
    seal: (value) => sealText(encryption, JSON.stringify(value)),
    open(sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
      try {
        return JSON.parse(openText(encryption, sealed));
      } catch {
        // The tag does not fit: not ours, or ours no longer. The caller treats both as absent.
        return null;
      }
    },
  };
}
