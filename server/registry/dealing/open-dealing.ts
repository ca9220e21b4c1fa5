import type pg from 'pg';
import { insertDealing } from '../../db/dealing/dealings.ts';
import { inTransaction } from '../../db/kit/transaction.ts';
import { rememberStaff } from '../../db/staging/batch-steps.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply, OpenDealingRequest } from '../../domain/contract/dealings.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { IdentityCipher } from '../store/identity-cipher.ts';
import { dealingProblem } from './dealing-problem.ts';
import { isStale, readTargets } from './make-plan.ts';
import { storePayload } from './store-payload.ts';
import { answerStep, digestOf, findFirstReply } from './take-dealing-step.ts';

/** Opens a draft. The register does not change, and what stands in its way is told, not refused. */
export async function openDealing(
  pool: pg.Pool,
  actor: Actor,
  cipher: IdentityCipher,
  request: OpenDealingRequest,
): Promise<DealingReply> {
  const { dealingId, kind, targets, payload } = request;
  const [door, digest] = ['openDealing', digestOf(request)];
  try {
    return await inTransaction(pool, actor, async (trx) => {
      const first = await findFirstReply(trx, { actor: actor.id, door, key: dealingId, digest }, 'dealing.id_taken');
      if (first) return first;
      const standing = await readTargets(trx, actor, kind, targets);
      if (isStale(targets, standing)) throw new Problem('version.stale');
      const [{ communeCode, communeValidFrom }] = standing as [(typeof standing)[number]];
      const { stored, numbers } = storePayload(payload, cipher);
      await rememberStaff(trx, actor);
      await insertDealing(trx, {
        dealingId,
        kind,
        communeCode,
        communeValidFrom,
        proposedBy: actor.id,
        payload: stored,
        identityNumbers: numbers,
        targets,
      });
      const body = { kind, communeCode, targets: targets.map(({ parcelId }) => parcelId) };
      return answerStep(trx, actor, { door, key: dealingId, digest, dealingId }, { action: 'dealing.opened', body });
    });
  } catch (error) {
    throw dealingProblem(error);
  }
}
