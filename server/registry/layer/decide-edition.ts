import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { enforceEdition, findEdition, lockLayer, refuseEdition } from '../../db/layer/editions.ts';
import { listLayerRows } from '../../db/layer/layer-list.ts';
import { moveBatch } from '../../db/staging/batches.ts';
import type { Actor } from '../../domain/actor.ts';
import type { StaffLayer } from '../../domain/contract/layers.ts';
import { maskIdentityNumbers } from '../../domain/identity-number/mask-identity-numbers.ts';
import { editionSteps } from '../../domain/layer/edition-step.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';
import { describeLayer } from './list-layers.ts';

export type EditionDecision = { readonly step: 'enforce' } | { readonly step: 'refuse'; readonly reason: string };

const BECOMES = { enforce: 'in_force', refuse: 'refused' } as const;

/**
 * A second person puts a waiting edition in force, or refuses it. The edition before it is superseded in the same transaction; what was
 * decided so already stays as it is. Throws edition.not_found, edition.own, edition.step_refused.
 */
export function decideEdition(
  pool: pg.Pool,
  actor: Actor,
  { layer: code, edition: no }: { readonly layer: string; readonly edition: number },
  decision: EditionDecision,
): Promise<StaffLayer> {
  // A layer is of no commune, and neither is its batch: who may decide does so for all.
  return asStaff(pool, { ...actor, communes: '*' }, async (trx) => {
    await lockLayer(trx, code);
    const edition = await findEdition(trx, code, no);
    if (!edition) throw new Problem('edition.not_found');
    const answer = async () => describeLayer((await listLayerRows(trx, code))[0]!, actor);
    if (edition.status === BECOMES[decision.step]) return answer();
    if (edition.status !== 'proposed')
      throw new Problem('edition.step_refused', { state: edition.status, allowed: [] });
    if (edition.proposedBy === actor.id) throw new Problem('edition.own', { state: edition.status });
    const allowed = editionSteps(edition, actor);
    if (!allowed.includes(decision.step)) throw new Problem('edition.step_refused', { state: edition.status, allowed });
    const { editionId, batchId } = edition;
    const noted: Record<string, unknown> = { editionId, editionNo: no, batchId };
    if (decision.step === 'enforce') {
      noted.superseded = await enforceEdition(trx, edition, actor.id);
      await moveBatch(trx, batchId, 'validated', 'promoted');
    } else {
      await refuseEdition(trx, editionId, actor.id, maskIdentityNumbers(decision.reason.normalize('NFC').trim()));
      await moveBatch(trx, batchId, 'validated', 'rejected');
    }
    await writeAudit(trx, {
      actor: actor.id,
      action: decision.step === 'enforce' ? 'layer.edition_enforced' : 'layer.edition_refused',
      subjectKind: 'layer',
      subjectId: code,
      body: noted,
    });
    return answer();
  });
}
