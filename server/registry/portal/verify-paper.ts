import type pg from 'pg';
import { findPaperByCode, findPaperByDigest } from '../../db/document/paper-check.ts';
import { listSigningCertificates } from '../../db/document/signing-certificates.ts';
import { listStatementKeys } from '../../db/document/statement-keys.ts';
import type { FileCheck, PaperCheck, StatementKey } from '../../domain/contract/paper/paper-checks.ts';
import { readPaperCode } from '../../domain/paper.ts';

const UNKNOWN: PaperCheck = {
  state: 'unknown',
  kind: null,
  serial: null,
  issuedAt: null,
  office: null,
  sha256: null,
  supersededAt: null,
  trialSignature: null,
};

/** What anyone may know of a paper by its code. The database is asked for every code, so that all answers take alike. */
export async function verifyPaper(portal: pg.Pool, typed: string): Promise<PaperCheck> {
  return (await findPaperByCode(portal, readPaperCode(typed) ?? '')) ?? UNKNOWN;
}

/** What anyone may know of a paper by the digest of its file; text that is no digest is answered as an unknown one. */
export async function verifyFile(portal: pg.Pool, tsaTrust: readonly Uint8Array[], typed: string): Promise<FileCheck> {
  const sha256 = /^[0-9a-f]{64}$/i.test(typed) ? typed : '';
  return {
    check: (await findPaperByDigest(portal, sha256)) ?? UNKNOWN,
    certificates: await listSigningCertificates(portal),
    timeStampTrust: tsaTrust.map((der) => Buffer.from(der).toString('base64')),
  };
}

/** Keys by which what QR codes state is checked. */
export const statementKeys = (portal: pg.Pool): Promise<StatementKey[]> => listStatementKeys(portal);
