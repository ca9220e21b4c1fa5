import type pg from 'pg';
import { readStanding } from '../../db/dealing/standing.ts';
import { type Answers, sendTogether } from '../../db/kit/send-together.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { findParcelRow, listRelatives } from '../../db/parcel/parcels.ts';
import { type Actor, actsIn, hasRole } from '../../domain/actor.ts';
import type { ParcelDetail, ParcelMoment, ParcelOperation } from '../../domain/contract/parcel/parcels.ts';
import { PARCEL_DEALING_KINDS, parcelKindRule } from '../../domain/dealing/dealing-kind.ts';
import { DEALING_OPENERS } from '../../domain/dealing/dealing-step.ts';
import { judgeStanding } from '../../domain/dealing/judge-standing.ts';
import type { ParcelStanding } from '../../domain/dealing/standing.ts';
import { stops } from '../../domain/dealing/verdict.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { afterDealing } from '../dealing/file/after-dealing.ts';
import { asStaff, lookAsStaff } from '../kit/as-staff.ts';
import { momentsOf } from './moments-of.ts';

/** What this actor may open on the parcel now, and for everything else the reason why not. */
function operationsOn(parcel: ParcelStanding, actor: Actor): ParcelOperation[] {
  const opens = hasRole(actor, DEALING_OPENERS) && actsIn(actor, parcel.communeCode);
  const begun = PARCEL_DEALING_KINDS.filter((kind) => parcelKindRule(kind).begunOn === undefined);
  return begun.map((kind) => {
    const verdicts = judgeStanding(kind, parcel);
    return { kind, allowed: opens && !stops(verdicts), verdicts };
  });
}

/** One parcel, now, as of the end of a day, by what was known on a day, or as it will be after an open dealing. Throws parcel.not_found. */
export function getParcel(
  pool: pg.Pool,
  actor: Actor,
  id: string,
  { at, knownAt, after }: ParcelMoment,
): Promise<ParcelDetail> {
  const { before, known } = momentsOf(at, knownAt);
  const ask = (trx: Trx) =>
    [
      findParcelRow(trx, id, before, known),
      before === null ? readStanding(trx, [id]) : Promise.resolve([]),
      listRelatives(trx, id, known),
    ] as const;
  const tell = ([parcel, [standing], relatives]: Answers<ReturnType<typeof ask>>): ParcelDetail => {
    if (!parcel) throw new Problem('parcel.not_found');
    return { ...parcel, ...relatives, operations: standing ? operationsOn(standing, actor) : [] };
  };
  if (before !== null || after === undefined) return lookAsStaff(pool, actor, ask).then(tell);
  const look = async (trx: Trx) => tell(await sendTogether(trx, () => ask(trx)));
  return asStaff(pool, actor, (trx) => afterDealing(trx, actor, after, () => look(trx)));
}
