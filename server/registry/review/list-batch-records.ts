import type pg from 'pg';
import { listCorrectionRows } from '../../db/batch-corrections.ts';
import { findColumnRoles } from '../../db/batch-list.ts';
import { listRecordRows, type RecordFilter } from '../../db/batch-records.ts';
import { findProposal } from '../../db/proposals.ts';
import { logRecordReading } from '../../db/read-log.ts';
import type { Trx } from '../../db/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import type { BatchRecord } from '../../domain/contract/batch-shapes.ts';
import type { listBatchRecords as door } from '../../domain/contract/batches.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { decodeCursor, encodeCursor } from '../../domain/page-cursor.ts';
import { Problem } from '../../domain/problem.ts';
import { readBatch } from './read-batch.ts';
import { seesPersons, showRecord } from './show-record.ts';

const DEFAULT_LIMIT = 50;
/** Corrections of one page: a record has a handful. */
const MOST_CORRECTIONS = 5000;

/** The record after which a page begins. */
export function readRecordCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const [no = '', ...more] = decodeCursor(cursor) ?? [];
  if (more.length > 0 || !/^\d{1,9}$/.test(no)) throw new Problem('cursor.invalid');
  return Number(no);
}

/** `12/345` is sheet and parcel, a number a parcel or record, anything else words. */
function readQuestion(q: string | undefined): Pick<RecordFilter, 'sheet' | 'no' | 'words'> {
  const text = q?.normalize('NFC').trim();
  if (!text) return {};
  const pair = /^(\w{1,10})\s*\/\s*(\S{1,40})$/u.exec(text);
  if (pair) return { sheet: pair[1], no: pair[2] };
  return /^\d[\w+,&-]{0,39}$/u.test(text) ? { no: text } : { words: text };
}

const sampleOf = async (trx: Trx, batchId: string) => (await findProposal(trx, batchId))?.sample ?? [];

/** A page of records. Where persons are shown, the look is logged first. */
export function listBatchRecords(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  asked: Asked<typeof door>['query'],
): Promise<{ items: BatchRecord[]; nextCursor: string | null }> {
  const after = readRecordCursor(asked.cursor);
  const limit = asked.limit ?? DEFAULT_LIMIT;
  const persons = seesPersons(actor);
  return readBatch(pool, actor, batchId, async (trx) => {
    const rows = await listRecordRows(
      trx,
      batchId,
      {
        status: asked.status,
        code: asked.code,
        ...readQuestion(asked.q),
        ...(asked.sample === 'true' ? { recordNos: await sampleOf(trx, batchId) } : {}),
        persons,
        after,
      },
      limit + 1,
    );
    const page = rows.slice(0, limit);
    const recordNos = page.map(({ recordNo }) => recordNo);
    if (persons) await logRecordReading(trx, { actor: actor.id, batchId, recordNos, purpose: 'batch.records' });
    const corrections = await listCorrectionRows(trx, batchId, { recordNos }, MOST_CORRECTIONS);
    const columns = await findColumnRoles(trx, batchId);
    const last = page.at(-1);
    return {
      items: page.map((row) => showRecord(row, corrections, columns, persons)),
      nextCursor: rows.length > limit && last ? encodeCursor([String(last.recordNo)]) : null,
    };
  });
}
