import type pg from 'pg';
import { includeInBatch, listExcludedByCode } from '../../../db/review/batch-members.ts';
import { recheckMembers } from '../../../db/staging/batch-rechecks.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { IncludeRequest, StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import { getProfile } from '../../../domain/finding/profiles.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { byKey, type Sent, takeBatchStep } from '../take-batch-step.ts';

/** Takes records that were left out back in, by number or all that were left out by a finding. */
export function includeRecords(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: Sent<IncludeRequest>,
): Promise<StepReply> {
  const { body } = sent;
  return takeBatchStep(pool, actor, byKey(batchId, 'include', 'includeRecords', sent), async (trx, batch) => {
    const code = 'code' in body ? body.code : null;
    const recordNos = 'code' in body ? await listExcludedByCode(trx, batchId, body.code) : body.recordNos;
    const back = await includeInBatch(trx, batchId, { recordNos, code, by: actor.id });
    if (back.length === 0) throw new Problem('record.not_found');
    await recheckMembers(trx, batchId, getProfile(batch.options.profile));
    return { changed: back.length, action: 'batch.records_included', body: { code, recordNos: back } };
  });
}
