/** What a watch says of its owner, at rest, and the secrets that are made from the key and kept nowhere. */
import { createHmac } from 'node:crypto';
import { deriveKey, openText, sealText } from '../store/sealed-text.ts';

export interface WatchCipher {
  seal(text: string): Buffer;
  open(sealed: Buffer): string;
  /** Secret by which calls of a watch are signed; the same each time it is asked for. */
  secretOf(watchId: string): string;
  /** Eight digits that show a mail address to be the owner's. */
  codeOf(watchId: string): string;
}

export function createWatchCipher(personalDataKey: Buffer): WatchCipher {
  const key = deriveKey(personalDataKey, 'diaba watch');
  const secrets = deriveKey(personalDataKey, 'diaba watch secret');
  const derive = (use: string, watchId: string) => createHmac('sha256', secrets).update(`${use} ${watchId}`).digest();
  return {
    seal: (text) => sealText(key, text),
    open: (sealed) => openText(key, sealed),
    secretOf: (watchId) => derive('hook', watchId).toString('base64url'),
    codeOf: (watchId) => String(derive('mail', watchId).readUIntBE(0, 6) % 100_000_000).padStart(8, '0'),
  };
}
