/** Tables that were sent for a look-up, at rest: sealed, since their cells can hold anything, persons among it. */

import { randomBytes } from 'node:crypto';
import type { LookupField } from '../../domain/lookup/lookup-columns.ts';
import { createIdentityCipher } from '../store/identity-cipher.ts';
import { deriveKey, NONCE_BYTES, openText, sealText } from '../store/sealed-text.ts';

export interface LookupHead {
  /** What the asker calls the table. */
  readonly name: string;
  readonly heads: readonly string[];
  /** What each column is read as; null for those of the asker's own. */
  readonly fields: readonly (LookupField | null)[];
}

export interface LookupCipher {
  sealHead(head: LookupHead): Buffer;
  openHead(sealed: Buffer): LookupHead;
  sealCells(cells: readonly string[]): Buffer;
  openCells(sealed: Buffer): readonly string[];
  /** As the numbers of parties are looked up. */
  hashIdentity(digits: string): Buffer;
}

const NONCES_AT_ONCE = 256;

export function createLookupCipher(personalDataKey: Buffer): LookupCipher {
  const key = deriveKey(personalDataKey, 'diaba look-up');
  const identity = createIdentityCipher(personalDataKey);
  let drawn = Buffer.alloc(0);
  // Drawn many at once, which a table of a hundred thousand rows notices; each leaves the store as it is taken.
  const takeNonce = (): Buffer => {
    if (drawn.length === 0) drawn = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
    const nonce = drawn.subarray(0, NONCE_BYTES);
    drawn = drawn.subarray(NONCE_BYTES);
    return nonce;
  };
  return {
    sealHead: (head) => sealText(key, JSON.stringify(head)),
    openHead: (sealed) => JSON.parse(openText(key, sealed)) as LookupHead,
    sealCells: (cells) => sealText(key, JSON.stringify(cells), takeNonce()),
    openCells: (sealed) => JSON.parse(openText(key, sealed)) as string[],
    hashIdentity: (digits) => identity.hash(digits),
  };
}
