import { type DealingInHand, listTargets, readContent } from '../../db/dealing/dealings.ts';
import { listKeptParcels } from '../../db/dealing/land.ts';
import { sendTogether } from '../../db/kit/send-together.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import { isParcelKind } from '../../domain/dealing/dealing-kind.ts';
import { stepsNow } from '../../domain/dealing/dealing-step.ts';
import { stops } from '../../domain/dealing/verdict.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { Plan, Subject } from './dealing-kind-interface.ts';
import { makePlan, readTargets } from './make-plan.ts';

/**
 * The plan of a dealing that is about to be lodged or registered, judged against the register as it is. Throws
 * dealing.blocked with every rule that stops it.
 */
export async function planInHand(
  trx: Trx,
  actor: Actor,
  dealing: DealingInHand,
): Promise<{ subject: Subject; plan: Plan }> {
  const { dealingId, kind, status, fileId, entered } = dealing;
  const [content, targets, kept] = await sendTogether(trx, () => [
    readContent(trx, dealingId),
    listTargets(trx, dealingId),
    listKeptParcels(trx, dealingId),
  ]);
  if (!isParcelKind(kind) || !content) throw new Problem('dealing.step_refused', { state: status });
  const standing = await readTargets(trx, actor, kind, targets);
  const made = await makePlan(trx, {
    kind,
    dealingId,
    fileId,
    targets,
    standing,
    payload: content.payload,
    kept,
    entered,
  });
  if (!stops(made.plan.verdicts)) return made;
  const verdicts = made.plan.verdicts.filter(({ severity }) => severity === 'error');
  const allowed = stepsNow(dealing, actor).filter((step) => step !== 'lodge' && step !== 'approve');
  throw new Problem('dealing.blocked', { state: status, allowed, verdicts });
}
