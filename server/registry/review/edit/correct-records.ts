import type pg from 'pg';
import { decideCorrections, editRecord } from '../../../db/review/batch-corrections.ts';
import { recheckCorrected } from '../../../db/staging/batch-rechecks.ts';
import type { Actor } from '../../../domain/actor.ts';
import { OFFICER_RULE } from '../../../domain/batch/correction.ts';
import type { CorrectionRequest, StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import { getProfile } from '../../../domain/finding/profiles.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { byKey, type Sent, takeBatchStep } from '../take-batch-step.ts';
import { editedValue } from './edited-value.ts';

/**
 * Decides on a correction, or on all by one rule, or edits a field by hand. The database changes the candidate and keeps
 * before, after and who; the raw record stays. What was corrected is judged again.
 */
export function correctRecords(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: Sent<CorrectionRequest>,
): Promise<StepReply> {
  const { body } = sent;
  return takeBatchStep(pool, actor, byKey(batchId, 'correct', 'correctRecords', sent), async (trx, batch) => {
    const verdicts = getProfile(batch.options.profile);
    if ('edit' in body) {
      const { recordNo, edit } = body;
      const value = await editedValue(trx, batchId, recordNo, edit);
      if (!(await editRecord(trx, batchId, recordNo, edit.field, value, edit.reason))) {
        throw new Problem('record.not_found');
      }
      await recheckCorrected(trx, batchId, [recordNo], verdicts);
      return {
        changed: 1,
        action: 'batch.corrected',
        body: { decision: 'edit', rule: OFFICER_RULE, field: edit.field, recordNos: [recordNo] },
      };
    }
    const which =
      'code' in body
        ? { recordNo: null, field: null, rule: body.code }
        : { recordNo: body.recordNo, field: body.field, rule: body.rule };
    const { matched, changed } = await decideCorrections(trx, batchId, which, body.decision);
    if (matched === 0) throw new Problem('correction.not_found');
    const recordNos = [...new Set(changed)];
    if (recordNos.length > 0) await recheckCorrected(trx, batchId, recordNos, verdicts);
    return {
      changed: changed.length,
      action: 'batch.corrected',
      body: { decision: body.decision, rule: which.rule, field: which.field, recordNos },
    };
  });
}
