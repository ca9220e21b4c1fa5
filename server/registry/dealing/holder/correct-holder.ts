import {
  addIdentityPaper,
  findHolderDetails,
  type HolderDetails,
  holdsSealedNumber,
  isCorrectedSince,
  raiseDetail,
} from '../../../db/dealing/holder.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { changeOf, type PlannedChange } from '../../../domain/dealing/change.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';

type OfCorrection = Subject<'holder_correction'>;

const changesOf = (now: HolderDetails, { changes }: OfCorrection['payload']): PlannedChange[] => [
  ...changeOf('holder.name', 'text', now.name, changes.name ?? now.name),
  ...changeOf('holder.address', 'text', now.address, changes.address ?? now.address),
  ...(changes.identity === undefined
    ? []
    : changeOf('holder.identity', 'sealed', now.hasNumber ? '' : null, '', now.name)),
];

async function judge(trx: Trx, subject: OfCorrection, now: HolderDetails, changes: readonly PlannedChange[]) {
  const { payload, dealingId, standing } = subject;
  const { partyId } = payload;
  const verdicts: Verdict[] = [];
  const { identity } = payload.changes;
  const sameNumber =
    identity !== undefined && dealingId !== null && (await holdsSealedNumber(trx, partyId, dealingId, identity));
  if (changes.filter(({ unit }) => unit !== 'sealed' || !sameNumber).length === 0) {
    verdicts.push(verdict('holder.same_as_before'));
  }
  if (dealingId !== null && (await isCorrectedSince(trx, partyId, dealingId))) {
    verdicts.push(verdict('holder.changed_meanwhile'));
  }
  const here = standing.map(({ parcelId }) => parcelId);
  const elsewhere = now.parcelIds.filter((parcelId) => !here.includes(parcelId)).length;
  if (elsewhere > 0) verdicts.push(verdict('holder.holds_elsewhere', { parcels: elsewhere }));
  return verdicts;
}

async function planCorrection(trx: Trx, subject: OfCorrection): Promise<Plan> {
  const { payload, standing } = subject;
  const held = standing.flatMap((parcel) =>
    parcel.rights.filter(({ partyId }) => partyId === payload.partyId).map((right) => ({ parcel, right })),
  );
  const now = await findHolderDetails(trx, payload.partyId);
  if (held.length === 0 || !now) {
    return { verdicts: [verdict('holder.not_of_parcel', { no: standing[0]?.no })], land: [], rights: [] };
  }
  const changes = changesOf(now, payload);
  const serials = new Set(held.flatMap(({ right }) => right.certificateSerial ?? []));
  return {
    verdicts: [
      ...(await judge(trx, subject, now, changes)),
      ...(serials.size > 0 ? [verdict('right.certificate_to_exchange', { certificates: serials.size })] : []),
    ],
    land: [],
    rights: held.map(({ parcel, right }) => ({
      rightId: right.rightId,
      parcelId: parcel.parcelId,
      holder: right.holder,
      share: shareText(right),
      change: 'kept',
    })),
    changes,
  };
}

async function registerCorrection(trx: Trx, dealingId: string, { payload }: OfCorrection): Promise<void> {
  const { partyId, changes, document } = payload;
  const now = await findHolderDetails(trx, partyId);
  if (!now) throw new Error(`party ${partyId} is not to be seen`);
  await raiseDetail(trx, dealingId, {
    detailId: derivedId(dealingId, 'detail', partyId),
    partyId,
    name: changes.name ?? now.name,
    address: changes.address ?? now.address,
    identityOrdinal:
      changes.identity === undefined
        ? now.identityOrdinal
        : await addIdentityPaper(trx, dealingId, partyId, changes.identity),
    document,
  });
}

/** Đính chính thông tin người sử dụng đất: name, identity paper, address. Rights stay; what it was called before stays too. */
export const HOLDER_CORRECTION: ParcelKind<'holder_correction'> = {
  kind: 'holder_correction',
  plan: planCorrection,
  register: registerCorrection,
};
