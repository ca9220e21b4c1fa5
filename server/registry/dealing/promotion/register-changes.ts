import { listNextVersions } from '../../../db/dealing/current-land.ts';
import { insertContent, insertDealing, moveDealing } from '../../../db/dealing/dealings.ts';
import { endVersions, insertPendingParcels, registerPendingParcels } from '../../../db/dealing/land.ts';
import { readStanding } from '../../../db/dealing/standing.ts';
import { touchTiles } from '../../../db/dealing/tile-revisions.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { findDecided, listResurveyed, type ResurveyedRecord } from '../../../db/promotion/changes.ts';
import type { ParcelStanding } from '../../../domain/dealing/standing.ts';
import { derivedId } from '../carry/derived-id.ts';
import { purposesInShape } from '../carry/purposes-of.ts';
import type { BatchSubject } from '../dealing-kind-interface.ts';

/** One purpose is all of the parcel; where the registered area stays, so do the areas of purposes. */
const purposesAfter = (parcel: ParcelStanding, { areaM2 }: ResurveyedRecord) =>
  parcel.legalAreaM2 !== null && parcel.purposes.length > 0
    ? parcel.purposes
    : purposesInShape(parcel, { areaM2, legalAreaM2: parcel.legalAreaM2 });

/**
 * Registers every boundary that a batch brings anew as a re-survey of its parcel, by the two people of the promotion. All present versions end
 * before the first new one begins, so that neighbours who exchange ground never lie on each other; what overlaps in the end the database refuses.
 */
export async function registerChanges(
  trx: Trx,
  promotionId: string,
  { batch: { batchId }, communeCode, communeValidFrom }: BatchSubject,
): Promise<number> {
  const records = await listResurveyed(trx, batchId);
  if (records.length === 0) return 0;
  const decided = await findDecided(trx, promotionId);
  if (!decided?.survey) throw new Error(`proposal ${promotionId} names no paper for ${records.length} boundaries`);
  const { survey, proposedBy, approvedBy } = decided;
  const ids = records.map(({ parcelId }) => parcelId);
  const [standing, next] = [await readStanding(trx, ids), await listNextVersions(trx, ids)];
  const changes = records.map((record, at) => ({
    record,
    parcel: standing[at]!,
    next: next[at]!,
    dealingId: derivedId(promotionId, 'resurvey', record.parcelId),
  }));
  for (const { dealingId, record, parcel, next: version } of changes) {
    const { parcelId, srid, rings } = record;
    await insertDealing(trx, {
      dealingId,
      kind: 'resurvey',
      status: 'approved',
      communeCode,
      communeValidFrom,
      proposedBy,
      approvedBy,
      batchId,
    });
    await insertContent(trx, dealingId, {
      payload: { srid, rings, survey },
      identityNumbers: [],
      targets: [{ parcelId, version: parcel.version }],
    });
    const { ewkb, areaM2, featurePoint } = record;
    await insertPendingParcels(trx, dealingId, parcelId, [{ ...version, ewkb, areaM2, featurePoint }]);
  }
  // Tiles of what was there are touched as well as those of what comes.
  for (const { dealingId, record } of changes) await endVersions(trx, dealingId, [record.parcelId]);
  for (const { dealingId, record, parcel } of changes) {
    const purposes = new Map([[record.parcelId, purposesAfter(parcel, record)]]);
    await registerPendingParcels(trx, dealingId, [], purposes);
    await touchTiles(trx, dealingId);
    await moveDealing(trx, dealingId, 'approved', 'registered');
  }
  return changes.length;
}
