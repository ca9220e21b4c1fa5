import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import {
  type EditionRow,
  enforceEdition,
  findEdition,
  findRaisedAgain,
  lockLayer,
  raiseAgain,
  refuseEdition,
  withdrawEdition,
} from '../../db/layer/editions.ts';
import { listLayerRows } from '../../db/layer/layer-list.ts';
import { moveBatch } from '../../db/staging/batches.ts';
import type { Actor } from '../../domain/actor.ts';
import type { StaffLayer } from '../../domain/contract/layers.ts';
import { maskIdentityNumbers } from '../../domain/identity-number/mask-identity-numbers.ts';
import { type EditionStep, editionSteps } from '../../domain/layer/edition-step.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';
import { describeLayer } from './list-layers.ts';

export type EditionDecision =
  | { readonly step: 'enforce' }
  | { readonly step: 'restore' }
  | { readonly step: 'refuse'; readonly reason: string }
  | { readonly step: 'withdraw'; readonly reason: string };

/** What it is once the step was taken: taken again it changes nothing. */
const BECOMES = { enforce: 'in_force', refuse: 'refused', withdraw: 'withdrawn' } as const;
const ACTIONS: Readonly<Record<EditionStep, string>> = {
  enforce: 'layer.edition_enforced',
  refuse: 'layer.edition_refused',
  withdraw: 'layer.edition_withdrawn',
  restore: 'layer.edition_restored',
};

/**
 * One step with an edition: a second person puts a waiting one in force or refuses it; it is taken back with a reason; an earlier one is
 * proposed again. The edition before it is superseded in the same transaction; what was decided so already stays as it is. Throws
 * edition.not_found, edition.own, edition.step_refused.
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
    if (!(await isDone(trx, edition, decision.step))) {
      requireStep(edition, actor, decision.step);
      await writeAudit(trx, {
        actor: actor.id,
        action: ACTIONS[decision.step],
        subjectKind: 'layer',
        subjectId: code,
        body: await take(trx, edition, actor.id, decision),
      });
    }
    return describeLayer((await listLayerRows(trx, code))[0]!, actor);
  });
}

async function isDone(trx: Trx, edition: EditionRow, step: EditionStep): Promise<boolean> {
  if (step === 'restore') return (await findRaisedAgain(trx, edition.editionId)) !== undefined;
  return edition.status === BECOMES[step];
}

function requireStep(edition: EditionRow, actor: Actor, step: EditionStep): void {
  const allowed = editionSteps(edition, actor);
  if (allowed.includes(step)) return;
  const { status: state } = edition;
  const isOwn = edition.proposedBy === actor.id && (step === 'enforce' || step === 'refuse');
  if (state === 'proposed' && isOwn) throw new Problem('edition.own', { state });
  throw new Problem('edition.step_refused', { state, allowed });
}

/** Takes the step; what its audit row says. */
async function take(
  trx: Trx,
  edition: EditionRow,
  actor: string,
  decision: EditionDecision,
): Promise<Record<string, unknown>> {
  const { editionId, editionNo, batchId, status, restores } = edition;
  const noted = { editionId, editionNo, batchId };
  // The batch of one that restores another was decided on long ago.
  const endBatch = async (to: 'promoted' | 'rejected') => {
    if (restores === null) await moveBatch(trx, batchId, 'validated', to);
  };
  if (decision.step === 'enforce') {
    const superseded = await enforceEdition(trx, edition, actor);
    await endBatch('promoted');
    return { ...noted, superseded };
  }
  if (decision.step === 'restore') {
    const raised = await raiseAgain(trx, edition, actor);
    return { ...noted, raised: raised.editionId, raisedNo: raised.editionNo };
  }
  const reason = maskIdentityNumbers(decision.reason.normalize('NFC').trim());
  if (decision.step === 'refuse') await refuseEdition(trx, editionId, actor, reason);
  else await withdrawEdition(trx, edition, actor, reason);
  if (status === 'proposed') await endBatch('rejected');
  return { ...noted, from: status };
}
