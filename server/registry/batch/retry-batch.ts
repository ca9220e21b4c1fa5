import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { BatchProgressRow } from '../../db/staging/batch-progress.ts';
import { lockWork } from '../../db/staging/batch-work.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import type { Actor } from '../../domain/actor.ts';
import { isBatch } from '../../domain/batch/batch-state.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { readProgress } from './get-progress.ts';
import type { QueueImport } from './queue-import.ts';

/**
 * Has a batch read again that was tried too often, or that nobody was asked to read. One that waits or is being read stays
 * as it is; one that has been read is past it. Throws Problem.
 */
export function retryBatch(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  queue: QueueImport,
): Promise<BatchProgressRow> {
  return actAs(pool, actor, async (trx) => {
    const { status } = await readProgress(trx, batchId);
    const work = await lockWork(trx, batchId);
    if (!isBatch(status, 'unread')) throw new Problem('batch.step_refused', { state: status });
    if (work === undefined || work.state === 'failed' || work.state === 'done') {
      await rememberStaff(trx, actor);
      await queue(trx, batchId);
      await writeAudit(trx, {
        actor: actor.id,
        action: 'batch.retried',
        subjectKind: 'batch',
        subjectId: batchId,
        body: { formerly: work?.state ?? null },
      });
    }
    return readProgress(trx, batchId);
  });
}
