import type pg from 'pg';
import type { Trx } from '../../../db/kit/transaction.ts';
import { lodgeProposal } from '../../../db/promotion/import-dealings.ts';
import { drawSample, insertProposal, measureLand } from '../../../db/promotion/proposals.ts';
import { countCorrections } from '../../../db/review/batch-corrections.ts';
import { listFindingGroups } from '../../../db/review/batch-findings.ts';
import { countRecords } from '../../../db/staging/batch-report.ts';
import { type BatchUnderReview, isDealingKnown, setBatchState } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import { allowedSteps } from '../../../domain/batch/batch-step.ts';
import type { StepReply } from '../../../domain/contract/batch-steps.ts';
import { getProfile } from '../../../domain/finding/profiles.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { judgeBatch } from '../../batch/judge-batch.ts';
import { byDealing, type SentDealing, takeStep } from '../../review/take-step.ts';

/** Records drawn for the second person's look. */
const SAMPLE_SIZE = 20;

/** Lodges a dealing and stores what the second person will be shown. */
export async function storeProposal(
  trx: Trx,
  batch: BatchUnderReview,
  proposal: {
    readonly dealingId: string;
    readonly kind: 'import_promotion' | 'import_reversal';
    readonly proposedBy: string;
    readonly note: string | null;
  },
): Promise<void> {
  const { batchId, communeCode, communeValidFrom, version } = batch;
  const { dealingId, kind, proposedBy, note } = proposal;
  if (communeCode === null || communeValidFrom === null) throw new Error(`batch ${batchId} belongs to no commune`);
  if (await isDealingKnown(trx, dealingId)) throw new Problem('dealing.id_taken');
  const reverses = kind === 'import_reversal' ? batch.promotionDealingId : null;
  await lodgeProposal(trx, {
    dealingId,
    kind,
    batchId,
    communeCode,
    communeValidFrom,
    proposedBy,
    reason: note,
    reverses,
  });
  const groups = await listFindingGroups(trx, batchId);
  await insertProposal(trx, {
    dealingId,
    batchId,
    batchVersion: version,
    note,
    counts: await countRecords(trx, batchId),
    findings: groups
      .filter(({ open }) => open > 0)
      .map(({ code, severity, open }) => ({ code, severity, count: open })),
    corrections: await countCorrections(trx, batchId),
    sample: await drawSample(trx, batchId, SAMPLE_SIZE),
    ...(await measureLand(trx, batchId, kind === 'import_promotion' ? 'promotion' : 'reversal')),
  });
}

/** Proposes a promotion to a second person. What blocks is found out before, against the register as it is now. */
export function proposeBatch(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: SentDealing<{ dealingId: string; note?: string }>,
): Promise<StepReply> {
  const { dealingId, note } = sent.body;
  return takeStep(pool, actor, byDealing(batchId, 'propose', 'proposeBatch', sent), async (trx, batch) => {
    const { registrable, heldUp } = await judgeBatch(trx, batchId, getProfile(batch.options.profile));
    if (heldUp) {
      const allowed = allowedSteps(batch, actor).filter((step) => step !== 'propose');
      return { problem: new Problem('batch.blocked', { state: batch.status, allowed }) };
    }
    await storeProposal(trx, batch, {
      dealingId,
      kind: 'import_promotion',
      proposedBy: actor.id,
      note: note ?? null,
    });
    await setBatchState(trx, batchId, 'validated', 'proposed', { proposalDealingId: dealingId });
    return {
      changed: registrable,
      moved: true,
      dealingId,
      action: 'batch.proposed',
      body: { parcels: registrable },
    };
  });
}
