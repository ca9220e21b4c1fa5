import { endVersions, insertPendingParcels, registerPendingParcels } from '../../../db/dealing/land.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { Plan, Subject } from '../kind.ts';

/** Keeps land that stays the same parcel and gets a next version, neighbours with their corners among it. */
export async function keepVersions(trx: Trx, dealingId: string, _subject: Subject, plan: Plan): Promise<void> {
  for (const land of plan.land) await insertPendingParcels(trx, dealingId, land.parcelId, [land]);
}

/** Ends the present versions and makes the kept ones current; parcels, rights and what burdens them stay the same. */
export async function registerVersions(trx: Trx, dealingId: string, _subject: Subject, plan: Plan): Promise<void> {
  await endVersions(
    trx,
    dealingId,
    plan.land.map(({ parcelId }) => parcelId),
  );
  const said = plan.land.flatMap(({ parcelId, purposes, role }) =>
    purposes && role !== 'neighbour' ? [[parcelId, purposes] as const] : [],
  );
  await registerPendingParcels(trx, dealingId, [], new Map(said));
}
