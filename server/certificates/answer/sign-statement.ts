/** Statements of the register as JWS (RFC 7515): signed with the key that signs papers, verified by anybody with its certificate. */
import { createHash, X509Certificate } from 'node:crypto';
import { CompactSign, exportJWK } from 'jose';
import type { AnswerKey } from '../../domain/contract/answers.ts';
import type { PaperSigner } from '../signing/signer.ts';

const CURVES: Readonly<Record<string, string>> = { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' };

/** What JOSE calls the way in which a key signs (RFC 7518). Throws for a key that no verifier of JOSE knows. */
function algorithmOf({ key: { algorithm } }: PaperSigner): string {
  const { name, hash, namedCurve } = algorithm as { name: string; hash?: { name: string }; namedCurve?: string };
  const bits = hash?.name.replace('SHA-', '');
  if (name === 'RSASSA-PKCS1-v1_5' && bits) return `RS${bits}`;
  if (name === 'RSA-PSS' && bits) return `PS${bits}`;
  const curve = name === 'ECDSA' ? CURVES[namedCurve ?? ''] : undefined;
  if (curve === undefined) throw new Error(`statements cannot be signed with a key of ${name}`);
  return curve;
}

const keyId = ([own]: PaperSigner['certificates']): string => createHash('sha256').update(own!).digest('base64url');
const chainOf = ({ certificates }: PaperSigner): string[] => certificates.map((der) => der.toString('base64'));

/** Signs a statement. `type` says what it states, so that one cannot stand in for another. */
export function signStatement(signer: PaperSigner, type: string, statement: object): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(statement)))
    .setProtectedHeader({
      alg: algorithmOf(signer),
      typ: type,
      kid: keyId(signer.certificates),
      x5c: chainOf(signer),
    })
    .sign(signer.key);
}

/** The public key of a signer, as a key set lists it. */
export async function publicKeyOf(signer: PaperSigner): Promise<AnswerKey> {
  const { kty, n, e, crv, x, y } = await exportJWK(new X509Certificate(signer.certificates[0]!).publicKey);
  const parts = { ...(n && e ? { n, e } : {}), ...(crv && x && y ? { crv, x, y } : {}) };
  const kid = keyId(signer.certificates);
  return { kty: kty!, use: 'sig', alg: algorithmOf(signer), kid, ...parts, x5c: chainOf(signer) };
}

/** What a statement says. Only for those of our own that were kept as they were signed. */
export const readOwnStatement = <T>(statement: string): T =>
  JSON.parse(Buffer.from(statement.split('.')[1]!, 'base64url').toString()) as T;
