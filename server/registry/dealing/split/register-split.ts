import { endVersions, insertPendingParcels, registerPendingParcels } from '../../../db/dealing/land.ts';
import { followRights } from '../../../db/dealing/leases.ts';
import { describeNeighbours } from '../../../db/dealing/neighbours.ts';
import { passNumbers, takeNumbers } from '../../../db/dealing/numbers.ts';
import { followRestrictions } from '../../../db/dealing/restrictions.ts';
import {
  endCaveats,
  endRights,
  findCaveat,
  insertCaveat,
  insertRights,
  type NewRight,
} from '../../../db/dealing/rights.ts';
import { sendTogether } from '../../../db/kit/send-together.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';
import { planSplit } from './plan-split.ts';

/** Takes the numbers of the parts, which nobody else gets from now on, and keeps their land as pending. */
async function keepSplit(
  trx: Trx,
  dealingId: string,
  { standing, payload }: Subject<'split'>,
  plan: Plan,
): Promise<void> {
  const [parent] = standing;
  if (!parent) throw new Error('a split without its parcel');
  const given = payload.numbers;
  const numbers = given ? [...given] : await takeNumbers(trx, parent.sheetId, plan.land.length);
  const highest = Math.max(...numbers.map((no) => (/^[0-9]{1,8}$/.test(no) ? Number(no) : 0)));
  if (given) await passNumbers(trx, parent.sheetId, highest);
  await insertPendingParcels(
    trx,
    dealingId,
    parent.parcelId,
    plan.land.map((part, at) => ({ ...part, no: numbers[at]! })),
  );
}

/** Each right, mortgage, lease, caveat and restriction of the parcel goes on on every part it lies on; none is dropped. */
async function carryOver(
  trx: Trx,
  dealingId: string,
  { communeCode, standing }: Subject<'split'>,
  plan: Plan,
): Promise<void> {
  const [parent] = standing;
  if (!parent) return;
  const parts = plan.land.filter(({ role }) => role === 'raised');
  const idOn = (rightId: string, parcelId: string) => derivedId(dealingId, 'right', rightId, parcelId);
  const carried = parent.rights.flatMap((right) =>
    parts.map(
      ({ parcelId }): NewRight => ({
        rightId: idOn(right.rightId, parcelId),
        parcelId,
        partyId: right.partyId,
        kind: right.kind,
        share: { numerator: right.numerator, denominator: right.denominator },
        certificateSerial: right.certificateSerial,
        verified: right.verified,
        until: right.until,
      }),
    ),
  );
  const ended = parent.rights.map(({ rightId }) => rightId);
  await sendTogether(trx, () => [endRights(trx, dealingId, ended), insertRights(trx, dealingId, communeCode, carried)]);
  for (const { rightId, mortgages, leases } of parent.rights) {
    const followers = parts.map(({ parcelId }) => idOn(rightId, parcelId));
    if (mortgages.length + leases.length > 0) await followRights(trx, dealingId, [rightId], followers);
  }
  if (parent.caveats.length === 0) return;
  await endCaveats(
    trx,
    dealingId,
    parent.caveats.map(({ caveatId }) => caveatId),
  );
  for (const { caveatId } of parent.caveats) {
    const caveat = await findCaveat(trx, caveatId);
    if (!caveat) throw new Error(`caveat ${caveatId} is not to be seen`);
    for (const { parcelId } of parts)
      await insertCaveat(trx, dealingId, communeCode, {
        ...caveat,
        caveatId: derivedId(dealingId, 'caveat', caveatId, parcelId),
        parcelId,
      });
  }
}

async function registerSplit(trx: Trx, dealingId: string, subject: Subject<'split'>, plan: Plan): Promise<void> {
  const parents = subject.standing.map(({ parcelId }) => parcelId);
  const [first] = parents;
  if (first === undefined) throw new Error('a split without its parcel');
  // Neighbours on whose edges the cut ends get its corners, in a version of their own by the same dealing.
  const { cornered = [] } = plan;
  const neighbours = cornered.length === 0 ? [] : await describeNeighbours(trx, cornered);
  const said = plan.land.map(({ parcelId, purposes = [] }) => [parcelId, purposes] as const);
  await sendTogether(trx, () => [
    endVersions(trx, dealingId, [...parents, ...neighbours.map(({ parcelId }) => parcelId)]),
    insertPendingParcels(trx, dealingId, first, neighbours),
    registerPendingParcels(trx, dealingId, parents, new Map(said)),
    carryOver(trx, dealingId, subject, plan),
  ]);
  if (subject.standing.every(({ restrictions }) => restrictions.length === 0)) return;
  await followRestrictions(
    trx,
    dealingId,
    parents,
    plan.land.map(({ parcelId }) => parcelId),
  );
}

/** Tách thửa: one parcel becomes several (Land Law Art. 220). */
export const SPLIT: ParcelKind<'split'> = {
  kind: 'split',
  plan: planSplit,
  keep: keepSplit,
  register: registerSplit,
};
