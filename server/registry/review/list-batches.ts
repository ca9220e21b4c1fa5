import type pg from 'pg';
import { listBatchRows } from '../../db/batch-list.ts';
import type { Actor } from '../../domain/actor.ts';
import type { BatchSummary } from '../../domain/contract/batch-shapes.ts';
import type { listBatches as door } from '../../domain/contract/batches.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { decodeCursor, encodeCursor } from '../../domain/page-cursor.ts';
import { Problem } from '../../domain/problem.ts';
import { summarise } from './describe-batch.ts';
import { readAs } from './read-batch.ts';

const DEFAULT_LIMIT = 50;
const INSTANT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [createdKey = '', id = '', ...more] = decodeCursor(cursor) ?? [];
  if (more.length > 0 || !INSTANT.test(createdKey) || !UUID.test(id)) throw new Problem('cursor.invalid');
  return { createdKey, id };
}

/** Batches of the actor's communes, newest first. */
export function listBatches(
  pool: pg.Pool,
  actor: Actor,
  asked: Asked<typeof door>['query'],
): Promise<{ items: BatchSummary[]; nextCursor: string | null }> {
  const limit = asked.limit ?? DEFAULT_LIMIT;
  const after = readCursor(asked.cursor);
  const words = asked.q?.normalize('NFC').trim() || undefined;
  return readAs(pool, actor, async (trx) => {
    const filter = {
      state: asked.state,
      commune: asked.commune,
      of: asked.mine === 'true' ? actor.id : undefined,
      words,
      after,
    };
    const rows = await listBatchRows(trx, filter, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(summarise),
      nextCursor: rows.length > limit && last ? encodeCursor([last.createdKey, last.id]) : null,
    };
  });
}
