import { followRights } from '../../../db/dealing/leases.ts';
import { endRights, insertRight } from '../../../db/dealing/rights.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { parseShare } from '../../../domain/dealing/share.ts';
import { derivedId } from '../carry/derived-id.ts';
import { earliest } from '../carry/earliest.ts';
import type { ParcelKind, Subject } from '../dealing-kind-interface.ts';
import { enterParty } from '../enter-party.ts';
import { givenRights, planTransfer } from './plan-transfer.ts';

/** Ends what was given, raises what stayed and what was received; the new holders' rights rest on the paper of this dealing. */
async function registerTransfer(
  trx: Trx,
  dealingId: string,
  { communeCode, payload, standing }: Subject<'transfer'>,
): Promise<void> {
  const [parcel] = standing;
  if (!parcel) throw new Error('a transfer without its parcel');
  const given = givenRights(payload, parcel);
  await endRights(
    trx,
    dealingId,
    given.map(({ right }) => right.rightId),
  );
  // What somebody leases goes on being leased, whoever holds the land.
  const followers: string[] = [];
  const follower = (...of: string[]) => {
    const rightId = derivedId(dealingId, 'right', ...of);
    followers.push(rightId);
    return rightId;
  };
  for (const { right, left } of given) {
    if (left === null) continue;
    await insertRight(trx, dealingId, communeCode, {
      rightId: follower('left', right.rightId),
      parcelId: parcel.parcelId,
      partyId: right.partyId,
      kind: right.kind,
      share: left,
      certificateSerial: right.certificateSerial,
      verified: true,
      until: right.until,
    });
  }
  const kind = given[0]?.right.kind ?? 'use';
  const until = earliest(given.map(({ right }) => right));
  for (const [at, { party, share }] of payload.to.entries()) {
    await insertRight(trx, dealingId, communeCode, {
      rightId: follower('to', String(at)),
      parcelId: parcel.parcelId,
      partyId: await enterParty(trx, dealingId, communeCode, party, String(at)),
      kind,
      share: parseShare(share),
      certificateSerial: null,
      verified: true,
      until,
    });
  }
  await followRights(
    trx,
    dealingId,
    given.map(({ right }) => right.rightId),
    followers,
  );
}

/** Chuyển quyền: sale, gift, inheritance, exchange, contribution, by judgment or auction; whole or by share. */
export const TRANSFER: ParcelKind<'transfer'> = {
  kind: 'transfer',
  plan: planTransfer,
  register: (trx, dealingId, subject) => registerTransfer(trx, dealingId, subject),
};
