import type pg from 'pg';
import { logPartyReading } from '../../db/audit/read-log.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import {
  listParcelCaveats,
  listParcelLeases,
  listParcelMortgages,
  listParcelRestrictions,
  listParcelRights,
} from '../../db/parcel/parcel-rights.ts';
import { findParcelRow } from '../../db/parcel/parcels.ts';
import { type Actor, actsIn } from '../../domain/actor.ts';
import type { ParcelMoment, ParcelRights } from '../../domain/contract/parcel/parcels.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { afterDealing } from '../dealing/file/after-dealing.ts';
import { asStaff } from '../kit/as-staff.ts';
import { momentsOf } from './moments-of.ts';

/** Holders, mortgages and caveats of a parcel of the actor's communes; the look is logged before it is shown. */
export function getParcelRights(
  pool: pg.Pool,
  actor: Actor,
  id: string,
  { at, knownAt, after }: ParcelMoment,
): Promise<ParcelRights> {
  const { before, known } = momentsOf(at, knownAt);
  const look = async (trx: Trx): Promise<ParcelRights> => {
    const parcel = await findParcelRow(trx, id, before, known);
    // Who holds land elsewhere is not theirs to know: another commune's parcel has no rights for them.
    if (!parcel || !actsIn(actor, parcel.commune.code)) throw new Problem('parcel.not_found');
    return {
      rights: await listParcelRights(trx, id, before, known),
      mortgages: await listParcelMortgages(trx, id, before, known),
      caveats: await listParcelCaveats(trx, id, before, known),
      leases: await listParcelLeases(trx, id, before, known),
      restrictions: await listParcelRestrictions(trx, id, before, known),
    };
  };
  return asStaff(pool, actor, async (trx) => {
    const found = await afterDealing(trx, actor, before === null ? after : undefined, () => look(trx));
    // What is only rehearsed is undone; that somebody looked is not.
    const partyIds = found.rights.map(({ partyId }) => partyId);
    await logPartyReading(trx, { actor: actor.id, partyIds, purpose: 'parcel page' });
    return found;
  });
}
