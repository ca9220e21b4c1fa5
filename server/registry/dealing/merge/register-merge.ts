import { endVersions, insertPendingParcels, registerPendingParcels } from '../../../db/dealing/land.ts';
import { followRights } from '../../../db/dealing/leases.ts';
import { followRestrictions } from '../../../db/dealing/restrictions.ts';
import { endCaveats, endRights, findCaveat, insertCaveat, insertRight } from '../../../db/dealing/rights.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { derivedId } from '../carry/derived-id.ts';
import { claimNumbers } from '../carry/propose-numbers.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';
import { caveatsOf, mergeRights } from './merge-rights.ts';
import { mainPart, planMerge } from './plan-merge.ts';

async function keepMerge(trx: Trx, dealingId: string, subject: Subject<'merge'>, plan: Plan): Promise<void> {
  const main = mainPart(subject.standing);
  const { number } = subject.payload;
  const [no] = await claimNumbers(trx, main.sheetId, 1, number === undefined ? undefined : [number]);
  await insertPendingParcels(
    trx,
    dealingId,
    main.parcelId,
    plan.land.map((whole) => ({ ...whole, no: no! })),
  );
}

/** Rights of the parts end and go on as rights on the whole; mortgages and caveats that were named go on with them. */
async function carryOver(trx: Trx, dealingId: string, subject: Subject<'merge'>, wholeId: string): Promise<void> {
  const { communeCode, standing, payload } = subject;
  const held = standing.flatMap(({ rights }) => rights.map(({ rightId }) => rightId));
  await endRights(trx, dealingId, held);
  for (const right of mergeRights(standing, payload).rights) {
    const rightId = derivedId(
      dealingId,
      'right',
      wholeId,
      right.kind,
      right.partyId,
      ...right.from.map((one) => one.rightId),
    );
    await insertRight(trx, dealingId, communeCode, { ...right, rightId, parcelId: wholeId });
    await followRights(
      trx,
      dealingId,
      right.from.map((one) => one.rightId),
      [rightId],
    );
  }
  const caveats = caveatsOf(standing);
  await endCaveats(
    trx,
    dealingId,
    caveats.map(({ caveatId }) => caveatId),
  );
  for (const { caveatId } of caveats) {
    const caveat = await findCaveat(trx, caveatId);
    if (!caveat) throw new Error(`caveat ${caveatId} is not to be seen`);
    const next = derivedId(dealingId, 'caveat', wholeId, caveatId);
    await insertCaveat(trx, dealingId, communeCode, { ...caveat, caveatId: next, parcelId: wholeId });
  }
}

async function registerMerge(trx: Trx, dealingId: string, subject: Subject<'merge'>, plan: Plan): Promise<void> {
  const [whole] = plan.land;
  if (!whole) throw new Error('a merger without its parcel');
  const parts = subject.standing.map(({ parcelId }) => parcelId);
  await endVersions(trx, dealingId, parts);
  await registerPendingParcels(trx, dealingId, parts, new Map([[whole.parcelId, whole.purposes ?? []]]));
  await carryOver(trx, dealingId, subject, whole.parcelId);
  await followRestrictions(trx, dealingId, parts, [whole.parcelId]);
}

/** Hợp thửa: parcels that meet become one (Land Law Art. 220). */
export const MERGE: ParcelKind<'merge'> = {
  kind: 'merge',
  plan: planMerge,
  keep: keepMerge,
  register: registerMerge,
};
