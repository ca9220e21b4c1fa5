/** The key that signs what QR codes state: small signatures, which RSA has not. Vouched for by the key that signs papers. */
import { createECDH, createHash, createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';
import { type PaperStatement, packHead, signedBytes, toFigures } from '../../verifier/paper-statement.ts';
import { signStatement } from '../answer/sign-statement.ts';
import type { PaperSigner } from './signer.ts';

/** Order of P-256 (SEC 2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
export const STATEMENT_KEY_TYPE = 'paper-statement-key+jws';

export interface StatementSigner {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer;
  readonly trial: boolean;
  /** JWS of the signer of papers over the key's fingerprint, with its certificates in `x5c`. */
  readonly endorsement: string;
  /** The figures for the fragment of a paper's address. */
  state(code: string, statement: PaperStatement): string;
}

/**
 * The key belongs to the certificate of who signs papers last, and comes with the next certificate; derived from PERSONAL_DATA_KEY, as the key of
 * the audit is: no file to lose, the same in every process and after a restore.
 */
export async function openStatementSigner(signer: PaperSigner, personalDataKey: Buffer): Promise<StatementSigner> {
  const certificate = createHash('sha256').update(signer.certificates[0]!).digest('hex');
  const seed = Buffer.from(hkdfSync('sha256', personalDataKey, '', `diaba paper statement ${certificate}`, 48));
  // 128 bits more than the order: what the remainder prefers is not to be seen.
  const scalar = (BigInt(`0x${seed.toString('hex')}`) % (ORDER - 1n)) + 1n;
  const d = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(d);
  const point = curve.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const key = createPrivateKey({
    key: { kty: 'EC', crv: 'P-256', x: x!, y: y!, d: d.toString('base64url') },
    format: 'jwk',
  });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const fingerprint = createHash('sha256').update(spki).digest('hex');
  return {
    spki,
    trial: signer.trial,
    endorsement: await signStatement(signer, STATEMENT_KEY_TYPE, { fingerprint }),
    state(code, statement) {
      const head = packHead(statement, fingerprint);
      const signature = sign('sha256', signedBytes(code, head), { key, dsaEncoding: 'ieee-p1363' });
      return toFigures(head, signature);
    },
  };
}
