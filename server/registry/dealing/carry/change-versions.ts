import { endVersions, insertPendingParcels, registerPendingParcels } from '../../../db/dealing/land.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { Plan, Subject } from '../dealing-kind-interface.ts';

/** Keeps land that stays the same parcel and gets a next version; corners of neighbours are worked out anew at registration. */
export async function keepVersions(trx: Trx, dealingId: string, _subject: Subject, plan: Plan): Promise<void> {
  for (const land of plan.land.filter(({ role }) => role !== 'neighbour')) {
    await insertPendingParcels(trx, dealingId, land.parcelId, [land]);
  }
}

/** Ends the present versions and makes the kept ones current; parcels, rights and what burdens them stay the same. */
export async function registerVersions(trx: Trx, dealingId: string, _subject: Subject, plan: Plan): Promise<void> {
  await endVersions(
    trx,
    dealingId,
    plan.land.map(({ parcelId }) => parcelId),
  );
  for (const land of plan.land.filter(({ role }) => role === 'neighbour')) {
    await insertPendingParcels(trx, dealingId, land.parcelId, [land]);
  }
  const said = plan.land.flatMap(({ parcelId, purposes, role }) =>
    purposes && role !== 'neighbour' ? [[parcelId, purposes] as const] : [],
  );
  await registerPendingParcels(trx, dealingId, [], new Map(said));
}
