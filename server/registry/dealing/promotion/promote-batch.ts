import { randomUUID } from 'node:crypto';
import { writeAudit } from '../../../db/audit/write-audit.ts';
import { limitTime, type Trx } from '../../../db/kit/transaction.ts';
import { insertPromotion, registerDealing } from '../../../db/promotion/import-dealings.ts';
import {
  insertHolders,
  insertParcels,
  insertParcelVersions,
  insertPurposes,
  insertSheets,
  insertVisibility,
  lockCommune,
  raiseNextNumbers,
  refreshStatistics,
  touchTiles,
} from '../../../db/promotion/promotion.ts';
import { type Batch, lockBatch, moveBatch } from '../../../db/staging/batches.ts';
import type { Verdicts } from '../../../db/staging/staging-rows.ts';
import { judgeBatch } from '../../batch/judge-batch.ts';
import { publishAddresses } from '../../register/publish-addresses.ts';

export interface PromotionActors {
  readonly proposedBy: string;
  /** Another person; the same only for an initial load by the command line (contract 2). */
  readonly approvedBy: string;
  readonly initialLoad: boolean;
}

export type PromotionOutcome =
  | { readonly kind: 'promoted'; readonly dealingId: string; readonly parcels: number; readonly registeredAt: string }
  /** Blocking findings, or nothing to register: nothing was registered; the re-judged records are kept when the caller commits. */
  | { readonly kind: 'blocked'; readonly blocked: number };

/**
 * Registers every valid and warned record of a validated batch, or none, as an initial load by the command line. What an
 * officer proposes goes through propose-batch.ts and promote-proposal.ts.
 */
export async function promoteBatch(
  trx: Trx,
  batchId: string,
  actors: PromotionActors,
  verdicts: Verdicts,
): Promise<PromotionOutcome> {
  await limitTime(trx, { statement: '0', lock: '10min' });
  const batch = await lockBatch(trx, batchId);
  if (batch.status !== 'validated') throw new Error(`batch ${batchId} is ${batch.status}, not validated`);
  const outcome = await registerRecords(trx, batch, verdicts, async (place) => {
    const dealingId = randomUUID();
    await insertPromotion(trx, { dealingId, batchId, ...place, ...actors });
    return dealingId;
  });
  if (outcome.kind === 'blocked') return outcome;
  const { dealingId, parcels } = outcome;
  await moveBatch(trx, batchId, 'validated', 'promoted', { promotionDealingId: dealingId });
  await writeAudit(trx, {
    actor: actors.approvedBy,
    action: 'batch.promoted',
    subjectKind: 'dealing',
    subjectId: dealingId,
    body: {
      batchId,
      parcels,
      proposedBy: actors.proposedBy,
      initialLoad: actors.initialLoad,
      sourceSha256: batch.sourceSha256,
    },
  });
  return outcome;
}

/**
 * Every valid and warned record of a batch becomes a registered parcel, or none. One dealing, one transaction, under a
 * lock on the commune; the checks against the register run again, because the world moved since. `approve` gives the
 * approved dealing, once it is certain that nothing blocks. The database refuses overlaps and taken numbers by itself,
 * whatever this code does.
 */
export async function registerRecords(
  trx: Trx,
  batch: Batch,
  verdicts: Verdicts,
  approve: (place: { readonly communeCode: string; readonly communeValidFrom: string }) => Promise<string>,
): Promise<PromotionOutcome> {
  const { batchId, communeCode, communeValidFrom } = batch;
  if (communeCode === null || communeValidFrom === null) throw new Error(`batch ${batchId} belongs to no commune`);
  await lockCommune(trx, communeCode);
  const { registrable, blocked, heldUp } = await judgeBatch(trx, batchId, verdicts);
  if (heldUp) return { kind: 'blocked', blocked };
  const dealingId = await approve({ communeCode, communeValidFrom });
  await insertSheets(trx, batchId);
  const parcels = await insertParcels(trx, batchId, dealingId);
  const versions = await insertParcelVersions(trx, batchId, dealingId);
  if (parcels !== registrable || versions !== parcels) {
    throw new Error(`batch ${batchId}: ${registrable} records to promote, ${parcels} parcels, ${versions} versions`);
  }
  await publishAddresses(trx, communeCode, dealingId);
  await refreshStatistics(trx, parcels);
  await insertPurposes(trx, batchId);
  await insertVisibility(trx, batchId, dealingId);
  await insertHolders(trx, batchId, dealingId);
  await raiseNextNumbers(trx, dealingId);
  await touchTiles(trx, dealingId);
  return { kind: 'promoted', dealingId, parcels, registeredAt: await registerDealing(trx, dealingId) };
}
