import type pg from 'pg';
import { insertBasisDocuments } from '../../db/dealing/basis-documents.ts';
import { findDealingRow } from '../../db/dealing/dealing-list.ts';
import { insertContent, insertDealing } from '../../db/dealing/dealings.ts';
import { inTransaction } from '../../db/kit/transaction.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import type { Actor } from '../../domain/actor.ts';
import type { OpenDealingRequest } from '../../domain/contract/dealing/dealing-draft.ts';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { IdentityCipher } from '../store/identity-cipher.ts';
import { afterEarlier } from './file/after-earlier.ts';
import { placeAfter } from './file/place-after.ts';
import { answerOnce, isHeldUp } from './frame/answer-once.ts';
import { stepProblem } from './frame/step-problem.ts';
import { isStale, readTargets } from './make-plan.ts';
import { storePayload } from './store-payload.ts';
import { DEALING_CODES, dealingReply } from './take-dealing-step.ts';

/** A dealing that follows nobody. */
const ALONE = { fileId: '', fileNo: 1 };

/** Opens a draft, by itself or after others in their file. The register does not change, and what stands in its way is told, not refused. */
export async function openDealing(
  pool: pg.Pool,
  actor: Actor,
  cipher: IdentityCipher,
  request: OpenDealingRequest,
): Promise<DealingReply> {
  const { dealingId, kind, targets, payload, after, entered = null } = request;
  const basis = [...new Set(request.basisDocumentIds?.map((id) => id.toLowerCase()))];
  const once = { door: 'openDealing', key: dealingId, asked: request, reused: 'dealing.id_taken' } as const;
  try {
    const opened = await inTransaction(pool, actor, (trx) =>
      answerOnce(trx, actor, once, async () => {
        const place = after === undefined ? null : await placeAfter(trx, actor, after);
        const standing = await afterEarlier(trx, actor, place ?? ALONE, async () => {
          const found = await readTargets(trx, actor, kind, targets);
          if (isStale(targets, found)) throw new Problem('version.stale');
          return found;
        });
        const [{ communeCode, communeValidFrom }] = standing as [(typeof standing)[number]];
        if (place && place.communeCode !== communeCode) throw new Problem('dealing.file_closed');
        const reverses = kind === 'reversal' && 'dealingId' in payload ? String(payload.dealingId) : null;
        const undone = reverses === null ? null : await findDealingRow(trx, reverses);
        if (undone === undefined) throw new Problem('dealing.not_found');
        const { stored, numbers } = storePayload(payload, cipher);
        await rememberStaff(trx, actor);
        const proposedBy = actor.id;
        // One file has one day, that of its first dealing; what is taken back goes from the day from which it was entered.
        const of = place ? place.entered : (entered ?? undone?.entered ?? null);
        await insertDealing(trx, {
          dealingId,
          kind,
          status: 'draft',
          communeCode,
          communeValidFrom,
          proposedBy,
          reverses,
          inFile: place,
          entered: of,
        });
        await insertContent(trx, dealingId, { payload: stored, identityNumbers: numbers, targets });
        if ((await insertBasisDocuments(trx, dealingId, communeCode, basis)) < basis.length)
          throw new Problem('document.not_found');
        const body = {
          kind,
          communeCode,
          targets: targets.map(({ parcelId }) => parcelId),
          fileId: place?.fileId,
          enteredOn: of?.on,
          ...(basis.length > 0 ? { basisDocuments: basis } : {}),
        };
        return {
          reply: await dealingReply(trx, dealingId, actor),
          about: { dealingId },
          audit: { action: 'dealing.opened', subjectKind: 'dealing', subjectId: dealingId, body },
        };
      }),
    );
    if (isHeldUp(opened)) throw opened.problem;
    return opened;
  } catch (error) {
    throw stepProblem(error, DEALING_CODES);
  }
}
