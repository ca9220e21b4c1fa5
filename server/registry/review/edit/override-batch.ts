import type pg from 'pg';
import type { Trx } from '../../../db/kit/transaction.ts';
import { type BatchUnderReview, lockIdentity, setBatchState } from '../../../db/staging/batch-steps.ts';
import { findLatestBatch } from '../../../db/staging/batches.ts';
import type { Actor } from '../../../domain/actor.ts';
import { isBatch } from '../../../domain/batch/batch-state.ts';
import type { ImportOptions, ImportReport } from '../../../domain/batch/import-report.ts';
import type { BatchDetail } from '../../../domain/contract/batch/batch-shapes.ts';
import type { OverrideRequest, StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import { AS_PRJ_SAYS, findProjection, SOURCE_SYSTEMS } from '../../../domain/crs.ts';
import { PROFILE_NAMES } from '../../../domain/finding/profiles.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import type { QueueImport } from '../../batch/queue-import.ts';
import { batchIdentity, openAttempt } from '../../batch/receive-batch.ts';
import { columnsOf } from '../columns-of.ts';
import { describeBatch } from '../describe-batch.ts';
import { byKey, type Sent, takeBatchStep } from '../take-batch-step.ts';

const invalid = (field: string, message: string) => new Problem('request.invalid', { errors: [{ field, message }] });

function overridden(batch: BatchUnderReview, body: OverrideRequest): ImportOptions {
  if (typeof body.srid === 'number' && body.srid !== AS_PRJ_SAYS && !findProjection(body.srid)) {
    throw invalid('srid', [...SOURCE_SYSTEMS.map(({ srid }) => srid), AS_PRJ_SAYS].join(' | '));
  }
  if (body.profile !== undefined && !PROFILE_NAMES.includes(body.profile)) {
    throw invalid('profile', PROFILE_NAMES.join(' | '));
  }
  const known = columnsOf(batch.report as ImportReport | null);
  const unknown = Object.keys(body.columns ?? {}).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw invalid('columns', known.join(' | '));
  return { ...batch.options, ...body };
}

async function openNext(trx: Trx, batch: BatchUnderReview, options: ImportOptions, actor: Actor, enqueue: QueueImport) {
  const identity = batchIdentity(batch.sourceSha256, options);
  if (identity.equals(batchIdentity(batch.sourceSha256, batch.options))) throw invalid('', 'the options are the same');
  await lockIdentity(trx, identity);
  const last = await findLatestBatch(trx, identity);
  if (last && !isBatch(last.status, 'over')) return last.batchId;
  const { sourceSha256, sourceName, communeCode, communeValidFrom, unitCode, unitValidFrom } = batch;
  const place = { communeCode, communeValidFrom, unitCode, unitValidFrom };
  const next = { identity, sourceSha256, sourceName, ...place, options, createdBy: actor.id };
  const batchId = await openAttempt(trx, next, last, { supersedes: batch.batchId });
  await enqueue(trx, batchId);
  return batchId;
}

/** Reads the same bytes again with other options, as another batch; this one ends as superseded. */
export function overrideBatch(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: Sent<OverrideRequest>,
  enqueue: QueueImport,
): Promise<StepReply & { next: BatchDetail }> {
  const { body } = sent;
  return takeBatchStep(pool, actor, byKey(batchId, 'override', 'overrideBatch', sent), async (trx, batch) => {
    const next = await openNext(trx, batch, overridden(batch, body), actor, enqueue);
    await setBatchState(trx, batchId, batch.status, 'rejected', { reason: 'superseded', supersededBy: next });
    return {
      changed: 1,
      moved: true,
      action: 'batch.superseded',
      body: { next, options: body },
      extra: { next: await describeBatch(trx, next, actor) },
    };
  });
}
