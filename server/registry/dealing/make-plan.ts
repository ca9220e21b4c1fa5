import { readStanding } from '../../db/dealing/standing.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { type Actor, actsIn } from '../../domain/actor.ts';
import type { DealingTarget } from '../../domain/contract/dealing/dealing-draft.ts';
import { type ParcelDealingKind, parcelKindRule } from '../../domain/dealing/dealing-kind.ts';
import { judgeStanding } from '../../domain/dealing/judge-standing.ts';
import type { LateEntry } from '../../domain/dealing/payload/late-entry.ts';
import { judge } from '../../domain/dealing/rule/judge.ts';
import { documentInFuture } from '../../domain/dealing/rule/target/document-in-future.ts';
import { stale } from '../../domain/dealing/rule/target/stale.ts';
import type { ParcelStanding } from '../../domain/dealing/standing.ts';
import type { Verdict } from '../../domain/dealing/verdict.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { parcelKind } from './all-dealing-kinds.ts';
import { judgeEntry } from './carry/judge-entry.ts';
import { judgeProof } from './carry/keep-proofs.ts';
import type { KeptParcel, Plan, StoredPayload, Subject } from './dealing-kind-interface.ts';

/** The targets as they stand. Throws where one is not there, where they lie in several communes, or in none of the actor's. */
export async function readTargets(
  trx: Trx,
  actor: Pick<Actor, 'communes'>,
  kind: ParcelDealingKind,
  targets: readonly DealingTarget[],
): Promise<ParcelStanding[]> {
  const ids = targets.map(({ parcelId }) => parcelId);
  const standing = await readStanding(trx, ids);
  if (standing.length < ids.length) throw new Problem('parcel.not_found');
  const [least, most] = parcelKindRule(kind).targets;
  const communes = new Set(standing.map(({ communeCode }) => communeCode));
  if (ids.length < least || ids.length > most || new Set(ids).size < ids.length || communes.size !== 1) {
    throw new Problem('dealing.targets_invalid');
  }
  if (!standing.every(({ communeCode }) => actsIn(actor, communeCode))) throw new Problem('auth.forbidden');
  return standing;
}

export const isStale = (targets: readonly DealingTarget[], standing: readonly ParcelStanding[]): boolean =>
  targets.some(({ version }, at) => standing[at]?.version !== version);

/** A day that has not come: a paper of tomorrow proves nothing today. */
function judgeDocument(payload: object): Verdict[] {
  const { document, proof } = payload as { document?: { date?: string }; proof?: { date?: string } };
  const today = dayOf(new Date());
  return [document, proof].flatMap((paper) => judge(documentInFuture, { date: paper?.date, today }));
}

export interface Asked {
  readonly kind: ParcelDealingKind;
  readonly dealingId: string | null;
  /** Its file: dealings of one file do not stand in each other's way. Null for a draft by itself that nobody has opened yet. */
  readonly fileId: string | null;
  readonly targets: readonly DealingTarget[];
  readonly standing: readonly ParcelStanding[];
  readonly payload: object;
  readonly kept: readonly KeptParcel[];
  /** Where paper books registered it before. */
  readonly entered: LateEntry | null;
}

/** The one function behind preview, lodging and registration: what the dealing would do, and what stands in its way. */
export async function makePlan(trx: Trx, asked: Asked): Promise<{ subject: Subject; plan: Plan }> {
  const { kind, targets, payload, dealingId, fileId, entered } = asked;
  const standing = asked.standing.map((parcel) => ({
    ...parcel,
    openDealings: parcel.openDealings.filter((other) => other.fileId !== fileId),
  }));
  const communeCode = standing[0]!.communeCode;
  const subject: Subject = { ...asked, standing, communeCode, payload: payload as StoredPayload<ParcelDealingKind> };
  // What is not verified is told of a parcel; of a dealing it is judged, by the rights that it rests on.
  const register = standing
    .flatMap((parcel) => judgeStanding(kind, parcel, dealingId))
    .filter(({ code }) => code !== 'right.unverified');
  const changed = targets.flatMap(({ parcelId, version }, at) =>
    judge(stale, { parcelId, no: standing[at]?.no, version, present: standing[at]?.version }),
  );
  if (changed.length > 0) return { subject, plan: { verdicts: [...register, ...changed], land: [], rights: [] } };
  const plan = await parcelKind(kind).plan(trx, subject);
  const ids = targets.map(({ parcelId }) => parcelId);
  const entry = await judgeEntry(trx, { kind, parcelIds: ids, payload, entered });
  return {
    subject,
    plan: {
      ...plan,
      verdicts: [...register, ...judgeProof(subject), ...judgeDocument(payload), ...entry, ...plan.verdicts],
    },
  };
}
