import { writeAudit } from '../../db/audit/write-audit.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { ensureLayer, findEditionOfBatch, lockLayer, noteWaiting, raiseEdition } from '../../db/layer/editions.ts';
import { countRecords, hasBlockingFileFinding } from '../../db/staging/batch-report.ts';
import { lockBatch, moveBatch } from '../../db/staging/batches.ts';
import { channelsFor } from '../../domain/layer/layer-facts.ts';

export type EditionOutcome =
  | { readonly kind: 'in_force' | 'waits'; readonly editionId: string; readonly features: number }
  /** Blocking findings, or nothing to show: nothing was changed. */
  | { readonly kind: 'blocked'; readonly blocked: number };

/**
 * Makes every valid and warned record of a validated batch an edition of its layer, or none. The first edition of a layer is put in force by
 * an initial load; any other waits for a second person, and its batch stays validated meanwhile. Done again it changes nothing.
 */
export async function loadEdition(trx: Trx, batchId: string, actor: string, mayLoad = true): Promise<EditionOutcome> {
  const batch = await lockBatch(trx, batchId);
  const facts = batch.options.layer;
  if (batch.options.kind !== 'layer' || !facts) throw new Error(`batch ${batchId} is of no layer`);
  await lockLayer(trx, facts.code);
  const there = await findEditionOfBatch(trx, batchId);
  if (there) return { kind: there.status === 'proposed' ? 'waits' : 'in_force', ...there };
  if (batch.status !== 'validated') throw new Error(`batch ${batchId} is ${batch.status}, not validated`);
  const counts = await countRecords(trx, batchId);
  const features = counts.valid + counts.warned;
  if (counts.blocked > 0 || features === 0 || (await hasBlockingFileFinding(trx, batchId)))
    return { kind: 'blocked', blocked: counts.blocked };
  const isNew = await ensureLayer(trx, facts, channelsFor(facts.audience), actor);
  const edition = await raiseEdition(trx, batchId, facts, actor, mayLoad);
  const loaded = edition.status === 'in_force';
  if (loaded) await moveBatch(trx, batchId, 'validated', 'promoted');
  else await noteWaiting(trx, batchId);
  await writeAudit(trx, {
    actor,
    action: loaded ? 'layer.edition_loaded' : 'layer.edition_proposed',
    subjectKind: 'layer',
    subjectId: facts.code,
    body: {
      editionId: edition.editionId,
      editionNo: edition.editionNo,
      batchId,
      features,
      sourceSha256: batch.sourceSha256,
      ...(isNew ? { audience: facts.audience } : {}),
    },
  });
  if (loaded)
    await writeAudit(trx, {
      actor,
      action: 'batch.promoted',
      subjectKind: 'batch',
      subjectId: batchId,
      body: { features, layer: facts.code, sourceSha256: batch.sourceSha256 },
    });
  return { kind: loaded ? 'in_force' : 'waits', editionId: edition.editionId, features };
}
