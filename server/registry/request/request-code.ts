/** Codes by which requesters follow what they asked for: 16 signs of 30, about 78 bits. Kept as a digest only. */
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { CODE_LENGTH, CODE_SIGNS, readPaperCode } from '../../domain/paper.ts';

/** As many bytes as give every sign the same chance. */
const FAIR = 256 - (256 % CODE_SIGNS.length);

/**
 * The code of a request, from the key under which it was sent and what it asked: who sends the same again is told the same
 * code, and nobody else can work it out: the key is kept as a digest only. What is asked is part of it, so that the key alone
 * opens nothing.
 */
export function deriveRequestCode(personalDataKey: Buffer, key: string, asked: Buffer): string {
  const secret = Buffer.from(hkdfSync('sha256', personalDataKey, '', 'diaba request code', 32));
  let signs = '';
  for (let block = 0; signs.length < CODE_LENGTH; block += 1) {
    const bytes = createHmac('sha512', secret).update(`${block} ${key} `).update(asked).digest();
    for (const byte of bytes) {
      if (byte < FAIR && signs.length < CODE_LENGTH) signs += CODE_SIGNS[byte % CODE_SIGNS.length];
    }
  }
  return signs;
}

/** Digest of a code as typed; of what can be no code, one that nobody has. */
export const hashRequestCode = (typed: string): Buffer =>
  createHash('sha256')
    .update(`diaba request ${readPaperCode(typed) ?? ''}`)
    .digest();

export const hashRequestKey = (key: string): Buffer => createHash('sha256').update(`diaba request key ${key}`).digest();
