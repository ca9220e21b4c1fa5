import { findDigitisation } from '../../db/document/map-sheets.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { type BatchRow, findBatchBox, findBatchRow } from '../../db/review/batch-list.ts';
import { countDifference } from '../../db/review/record-difference.ts';
import type { Actor } from '../../domain/actor.ts';
import { allowedSteps, type BatchFacts, type BatchStep } from '../../domain/batch/batch-step.ts';
import type { BatchDetail, BatchSummary } from '../../domain/contract/batch/batch-shapes.ts';
import { FINDING_CODES } from '../../domain/finding/finding.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { isHeldUp } from '../batch/judge-batch.ts';

/** Why the file was refused: a code and the words of its sentence. */
function refusalOf({ status, refusal }: BatchRow): BatchSummary['refusal'] {
  const { code, detail } = (refusal ?? {}) as { code?: unknown; detail?: Record<string, unknown> };
  const known = FINDING_CODES.find((one) => one === code);
  return status === 'refused' && known ? { code: known, detail: detail ?? {} } : null;
}

/** A line of the campaign table. */
export function summarise(row: BatchRow): BatchSummary {
  const {
    id,
    version,
    status,
    kind,
    sourceName,
    attempt,
    commune,
    formerUnit,
    sheets,
    counts,
    open,
    owner,
    proposedBy,
  } = row;
  return {
    id,
    version,
    status,
    kind,
    sourceName,
    attempt,
    commune,
    formerUnit,
    sheets,
    counts,
    open,
    refusal: refusalOf(row),
    owner,
    proposedBy,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  };
}

const isBlocked = ({ counts, fileBlocked }: BatchRow): boolean => isHeldUp(counts, fileBlocked);

const factsOf = ({ kind, status, proposalDealingId, proposedBy }: BatchRow): BatchFacts => ({
  kind,
  status,
  proposedBy: proposalDealingId === null ? null : (proposedBy?.id ?? null),
});

/** Steps that are this actor's to take now; a batch that something blocks cannot be proposed. */
export function stepsOf(row: BatchRow, actor: Actor): BatchStep[] {
  return allowedSteps(factsOf(row), actor).filter((step) => step !== 'propose' || !isBlocked(row));
}

/** What was found out about the source when it was read. */
function readAs(source: BatchRow['source']): { encoding: string | null; srid: number | null } {
  const { encoding, srid } = (source ?? {}) as { encoding?: { used?: string | null }; srid?: { used?: number | null } };
  return { encoding: encoding?.used ?? null, srid: srid?.used ?? null };
}

async function digitisedFrom(trx: Trx, batchId: string): Promise<BatchDetail['digitised']> {
  const found = await findDigitisation(trx, batchId);
  return found ? { ...found, madeAt: found.madeAt.toISOString() } : null;
}

/** The batch as its page shows it, for one actor. Throws batch.not_found. */
export async function describeBatch(trx: Trx, batchId: string, actor: Actor): Promise<BatchDetail> {
  const row = await findBatchRow(trx, batchId);
  if (!row) throw new Problem('batch.not_found');
  return {
    ...summarise(row),
    sourceSha256: row.sourceSha256,
    options: row.options,
    ...readAs(row.source),
    digitised: await digitisedFrom(trx, batchId),
    bbox: await findBatchBox(trx, batchId),
    registrable: row.counts.valid + row.counts.warned,
    difference: await countDifference(trx, batchId),
    blocked: isBlocked(row),
    reason: row.reason,
    supersededBy: row.supersededBy,
    supersedes: row.supersedes,
    proposalDealingId: row.proposalDealingId,
    promotionDealingId: row.promotionDealingId,
    allowed: stepsOf(row, actor),
  };
}
