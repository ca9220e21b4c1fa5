import type pg from 'pg';
import { logRecordReading } from '../../db/audit/read-log.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { findProposal } from '../../db/promotion/proposals.ts';
import { listCorrectionRows } from '../../db/review/batch-corrections.ts';
import { findColumnRoles } from '../../db/review/batch-list.ts';
import { listRecordRows } from '../../db/review/batch-records.ts';
import { type RecordFilter, recordList } from '../../db/review/record-order.ts';
import type { Actor } from '../../domain/actor.ts';
import { PERSONAL_RECORD_SORTS, readSort } from '../../domain/batch/batch-list-order.ts';
import type { BatchRecord } from '../../domain/contract/batch/batch-shapes.ts';
import type { listBatchRecords as door } from '../../domain/contract/batch/batches.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { type OrderedPage, readOrdered } from '../lists/read-ordered.ts';
import { readBatch } from './read-batch.ts';
import { seesPersons, showRecord } from './show-record.ts';

const DEFAULT_LIMIT = 50;
/** Corrections of one page: a record has a handful. */
const MOST_CORRECTIONS = 20_000;

const inFull = (text: string | undefined) => text?.normalize('NFC').trim() || undefined;

/** `12/345` is sheet and parcel, a number a parcel, sheet or record, anything else words. */
function readQuestion(q: string | undefined): Pick<RecordFilter, 'sheet' | 'no' | 'words'> {
  const text = inFull(q);
  if (!text) return {};
  const pair = /^(\w{1,10})\s*\/\s*(\S{1,40})$/u.exec(text);
  if (pair) return { sheet: pair[1], no: pair[2] };
  return /^\d[\w+,&-]{0,39}$/u.test(text) ? { no: text } : { words: text };
}

const sampleOf = async (trx: Trx, batchId: string) => (await findProposal(trx, batchId))?.sample ?? [];

/** A page of records, by number or as asked. Where persons are shown, the look is logged first. */
export function listBatchRecords(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  asked: Asked<typeof door>['query'],
): Promise<Omit<OrderedPage, 'ids'> & { items: BatchRecord[] }> {
  const { column, descending } = readSort(asked.sort ?? 'no');
  const persons = seesPersons(actor);
  return readBatch(pool, actor, batchId, async (trx) => {
    // An order by names tells them as well as showing them does.
    if (!persons && (asked.holder !== undefined || PERSONAL_RECORD_SORTS.includes(column)))
      throw new Problem('auth.forbidden');
    const filter: RecordFilter = {
      status: asked.status,
      code: asked.code,
      open: asked.open === 'true',
      corrected: asked.corrected,
      from: asked.from,
      to: asked.to,
      ...readQuestion(asked.q),
      holder: inFull(asked.holder),
      ...(asked.sample === 'true' ? { recordNos: await sampleOf(trx, batchId) } : {}),
      persons,
    };
    const { ids, ...page } = await readOrdered(trx, recordList(batchId, filter, column, descending), asked, {
      of: `records ${batchId}`,
      limit: asked.limit ?? DEFAULT_LIMIT,
    });
    const recordNos = ids.map(Number);
    if (persons) await logRecordReading(trx, { actor: actor.id, batchId, recordNos, purpose: 'batch.records' });
    const rows = await listRecordRows(trx, batchId, recordNos);
    const corrections = await listCorrectionRows(trx, batchId, { recordNos }, MOST_CORRECTIONS);
    const columns = await findColumnRoles(trx, batchId);
    return { items: rows.map((row) => showRecord(row, corrections, columns, persons)), ...page };
  });
}
