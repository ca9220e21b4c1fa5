import type pg from 'pg';
import { logPartyReading } from '../../db/audit/read-log.ts';
import {
  listParcelCaveats,
  listParcelLeases,
  listParcelMortgages,
  listParcelRestrictions,
  listParcelRights,
} from '../../db/parcel/parcel-rights.ts';
import { findParcelRow } from '../../db/parcel/parcels.ts';
import { type Actor, actsIn } from '../../domain/actor.ts';
import type { ParcelRights } from '../../domain/contract/parcels.ts';
import { endOfDay } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/** Holders, mortgages and caveats of a parcel of the actor's communes; the look is logged before it is shown. */
export function getParcelRights(
  pool: pg.Pool,
  actor: Actor,
  id: string,
  at: string | undefined,
): Promise<ParcelRights> {
  const before = at === undefined ? null : endOfDay(at);
  return asStaff(pool, actor, async (trx) => {
    const parcel = await findParcelRow(trx, id, before);
    // Who holds land elsewhere is not theirs to know: another commune's parcel has no rights for them.
    if (!parcel || !actsIn(actor, parcel.commune.code)) throw new Problem('parcel.not_found');
    const rights = await listParcelRights(trx, id, before);
    await logPartyReading(trx, {
      actor: actor.id,
      partyIds: rights.map(({ partyId }) => partyId),
      purpose: 'parcel page',
    });
    return {
      rights,
      mortgages: await listParcelMortgages(trx, id, before),
      caveats: await listParcelCaveats(trx, id, before),
      leases: await listParcelLeases(trx, id, before),
      restrictions: await listParcelRestrictions(trx, id, before),
    };
  });
}
