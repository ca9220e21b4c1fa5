import type pg from 'pg';
import { excludeFromBatch, listRecordsWithCode } from '../../../db/review/batch-members.ts';
import { recheckMembers } from '../../../db/staging/batch-rechecks.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { ExcludeRequest, StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import { getProfile } from '../../../domain/finding/profiles.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { byKey, type Sent, takeBatchStep } from '../take-batch-step.ts';

/** Leaves records out with a reason, by number or all that have a finding; those that stay are judged among themselves. */
export function excludeRecords(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: Sent<ExcludeRequest>,
): Promise<StepReply> {
  const { body } = sent;
  return takeBatchStep(pool, actor, byKey(batchId, 'exclude', 'excludeRecords', sent), async (trx, batch) => {
    const code = 'code' in body ? body.code : null;
    const recordNos = 'code' in body ? await listRecordsWithCode(trx, batchId, body.code) : body.recordNos;
    const out = await excludeFromBatch(trx, batchId, { recordNos, code, by: actor.id }, body.reason);
    if (out.length === 0) throw new Problem('record.not_found');
    await recheckMembers(trx, batchId, getProfile(batch.options.profile));
    return { changed: out.length, action: 'batch.records_excluded', body: { code, recordNos: out } };
  });
}
