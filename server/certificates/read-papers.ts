/** Papers as staff of their commune reads them: the list of a parcel, one, and its bytes. */
import type pg from 'pg';
import { logPartyReading } from '../db/audit/read-log.ts';
import { findPaper, listPaperParties, listPapersOf } from '../db/document/papers.ts';
import type { Actor } from '../domain/actor.ts';
import type { Paper } from '../domain/contract/paper/papers.ts';
import { Problem } from '../domain/problem/problem.ts';
import { asStaff } from '../registry/kit/as-staff.ts';
import { readStoredBytes } from '../registry/store/read-stored-bytes.ts';
import type { PaperPress } from './issue-paper.ts';

export const listPapers = (pool: pg.Pool, actor: Actor, parcelId: string): Promise<{ items: Paper[] }> =>
  asStaff(pool, actor, async (trx) => ({ items: await listPapersOf(trx, parcelId) }));

export const getPaper = (pool: pg.Pool, actor: Actor, serial: string): Promise<Paper> =>
  asStaff(pool, actor, async (trx) => {
    const paper = await findPaper(trx, serial);
    if (!paper) throw new Problem('paper.not_found');
    return paper;
  });

/** The bytes as they were signed. They carry names: the look is logged before they are shown. */
export async function getPaperPdf(
  { pool, storageDir, personalDataKey }: PaperPress,
  actor: Actor,
  serial: string,
): Promise<Buffer> {
  const { sha256 } = await asStaff(pool, actor, async (trx) => {
    const paper = await findPaper(trx, serial);
    if (!paper) throw new Problem('paper.not_found');
    await logPartyReading(trx, { actor: actor.id, partyIds: await listPaperParties(trx, serial), purpose: 'paper' });
    return paper;
  });
  return readStoredBytes(storageDir, personalDataKey, sha256);
}
