/** Tables that were sent for a look-up, at rest: sealed, since their cells can hold anything, persons among it. */

import type { LookupField } from '../../domain/lookup/lookup-columns.ts';
import { createIdentityCipher } from '../store/identity-cipher.ts';
import { deriveKey, openText, sealText } from '../store/sealed-text.ts';

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

export function createLookupCipher(personalDataKey: Buffer): LookupCipher {
  const key = deriveKey(personalDataKey, 'diaba look-up');
  const identity = createIdentityCipher(personalDataKey);
  return {
    sealHead: (head) => sealText(key, JSON.stringify(head)),
    openHead: (sealed) => JSON.parse(openText(key, sealed)) as LookupHead,
    sealCells: (cells) => sealText(key, JSON.stringify(cells)),
    openCells: (sealed) => JSON.parse(openText(key, sealed)) as string[],
    hashIdentity: (digits) => identity.hash(digits),
  };
}
