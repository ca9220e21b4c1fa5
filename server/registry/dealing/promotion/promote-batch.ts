import { randomUUID } from 'node:crypto';
import { writeAudit } from '../../../db/audit/write-audit.ts';
import { insertDealing } from '../../../db/dealing/dealings.ts';
import { limitTime, type Trx } from '../../../db/kit/transaction.ts';
import { liesBehind } from '../../../db/promotion/promotion.ts';
import { lockBatch, moveBatch } from '../../../db/staging/batches.ts';
import type { Verdicts } from '../../../db/staging/staging-rows.ts';
import type { LateEntry } from '../../../domain/dealing/payload/late-entry.ts';
import { verdict } from '../../../domain/dealing/verdict.ts';
import { dayOf } from '../../../domain/legal-day.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { registerWhole } from '../frame/register-whole.ts';
import { batchSubject } from '../proposal/batch-subject.ts';
import { IMPORT_PROMOTION } from './import-promotion.ts';

export interface PromotionActors {
  readonly proposedBy: string;
  /** Another person; the same only for an initial load by the command line (contract 2). */
  readonly approvedBy: string;
  readonly initialLoad: boolean;
  /** The paper books that the file repeats, and the day from which it holds; null: it holds from now. */
  readonly entered: LateEntry | null;
}

/**
 * Registers every valid and warned record of a validated batch, or none, as an initial load by the command line. Where
 * findings block it nothing is registered, and the records stay as they were judged anew. What an officer proposes goes
 * through propose-batch.ts and promote-proposal.ts.
 */
export async function promoteBatch(
  trx: Trx,
  batchId: string,
  actors: PromotionActors,
  verdicts: Verdicts,
): Promise<void> {
  await limitTime(trx, { statement: '0', lock: '10min' });
  const batch = await lockBatch(trx, batchId);
  if (batch.status !== 'validated') throw new Error(`batch ${batchId} is ${batch.status}, not validated`);
  const { initialLoad, proposedBy, entered } = actors;
  if (entered && (entered.on > dayOf(new Date()) || (await liesBehind(trx, batchId, entered.on)))) {
    const verdicts = [verdict('entry.before_later', { on: entered.on })];
    throw new Problem('dealing.blocked', { state: batch.status, verdicts });
  }
  const subject = batchSubject(batch, { verdicts, initialLoad });
  const { communeCode, communeValidFrom } = subject;
  const dealingId = randomUUID();
  const done = await registerWhole(
    trx,
    IMPORT_PROMOTION,
    communeCode,
    async () => {
      const plan = await IMPORT_PROMOTION.plan(trx, subject);
      return plan.stopped ? null : { subject, plan };
    },
    async () => {
      const dealing = { dealingId, batchId, communeCode, communeValidFrom, ...actors } as const;
      await insertDealing(trx, { ...dealing, kind: IMPORT_PROMOTION.kind, status: 'approved' });
      return dealingId;
    },
  );
  if (done === null) return;
  await moveBatch(trx, batchId, 'validated', 'promoted', { promotionDealingId: dealingId });
  await writeAudit(trx, {
    actor: actors.approvedBy,
    action: IMPORT_PROMOTION.actions.registered,
    subjectKind: 'dealing',
    subjectId: dealingId,
    body: { batchId, ...done.written.facts, proposedBy, enteredOn: entered?.on },
  });
}
