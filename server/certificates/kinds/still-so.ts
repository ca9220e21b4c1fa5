import type { Trx } from '../../db/kit/transaction.ts';
import { listParcelRights } from '../../db/parcel/parcel-rights.ts';
import { findParcelRow } from '../../db/parcel/parcels.ts';
import type { ShownParcel } from './paper-kind.ts';

/** With the commune held: the register still says of these parcels what was read. */
export async function parcelsStillSo(trx: Trx, shown: readonly ShownParcel[]): Promise<boolean> {
  for (const { parcelId, version, state, rightIds } of shown) {
    const parcel = await findParcelRow(trx, parcelId, null);
    if (parcel?.state !== state || parcel.version !== version) return false;
    const rights = await listParcelRights(trx, parcelId, null);
    if (rights.length !== rightIds.length || !rights.every(({ rightId }) => rightIds.includes(rightId))) return false;
  }
  return true;
}
