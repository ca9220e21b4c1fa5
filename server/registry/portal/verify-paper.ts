import type pg from 'pg';
import { findPaperByCode } from '../../db/document/paper-check.ts';
import type { PaperCheck } from '../../domain/contract/papers.ts';
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
