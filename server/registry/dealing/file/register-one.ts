import { type DealingInHand, moveDealing } from '../../../db/dealing/dealings.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { Actor } from '../../../domain/actor.ts';
import { isParcelKind } from '../../../domain/dealing/dealing-kind.ts';
import { parcelKind } from '../all-dealing-kinds.ts';
import { keepProofs } from '../carry/keep-proofs.ts';
import type { Plan, Subject } from '../dealing-kind-interface.ts';
import { type Judged, registerWhole } from '../frame/register-whole.ts';
import { planInHand } from '../plan-in-hand.ts';

/**
 * Registers one dealing on parcels, as approved by somebody: what an approval does to each dealing of its file, and what a
 * rehearsal of the file does to be undone again. A draft takes what it needs first, as if it were lodged.
 */
export async function registerOne(
  trx: Trx,
  actor: Actor,
  dealing: DealingInHand,
  approvedBy: string,
): Promise<Judged<Subject, Plan>> {
  const { dealingId, kind, status, communeCode } = dealing;
  if (!isParcelKind(kind)) throw new Error(`dealing ${dealingId} is decided on with its batch`);
  const done = await registerWhole(
    trx,
    parcelKind(kind),
    communeCode,
    () => planInHand(trx, actor, dealing),
    async ({ subject, plan }) => {
      if (status === 'draft') await parcelKind(kind).keep?.(trx, dealingId, subject, plan);
      await moveDealing(trx, dealingId, status, 'approved', { approvedBy });
      await keepProofs(trx, dealingId, subject);
      return dealingId;
    },
  );
  if (done === null) throw new Error(`dealing ${dealingId} was judged and not registered`);
  return done;
}
