import { logPartyReading } from '../../db/audit/read-log.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { findRecordDifference, listPresentHolders } from '../../db/review/record-difference.ts';
import type { Actor } from '../../domain/actor.ts';
import type { RecordDifference } from '../../domain/contract/batch/batch-shapes.ts';

/**
 * What the register holds of the parcel that a record is of; null where it is of none. Persons are left out where the actor may not see them; else
 * the look at them is logged first.
 */
export async function showDifference(
  trx: Trx,
  actor: Actor,
  batchId: string,
  recordNo: number,
  persons: boolean,
): Promise<RecordDifference | null> {
  const found = await findRecordDifference(trx, batchId, recordNo);
  if (!found) return null;
  const { parcelId, version, fields, geometryLegal, address, ...land } = found;
  const holders = persons ? await listPresentHolders(trx, parcelId) : [];
  const partyIds = holders.map(({ partyId }) => partyId);
  await logPartyReading(trx, { actor: actor.id, partyIds, purpose: 'batch.record' });
  return {
    parcelId,
    version,
    fields,
    geometryLegal,
    registered: {
      ...land,
      address: persons ? address : null,
      holders: [...new Set(holders.map(({ name }) => name))],
      certificateSerials: [...new Set(holders.flatMap(({ certificateSerial }) => certificateSerial ?? []))],
    },
  };
}
