import { insertMortgage, listPartyNames } from '../../../db/dealing/rights.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import { verdict } from '../../../domain/dealing/verdict.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';
import { enterParty } from '../enter-party.ts';

type OfMortgage = Subject<'mortgage_registration'>;

async function planMortgage(trx: Trx, { payload, standing }: OfMortgage): Promise<Plan> {
  const held = new Map(standing.flatMap((parcel) => parcel.rights.map((right) => [right.rightId, { parcel, right }])));
  const missing = payload.rightIds.filter((rightId) => !held.has(rightId));
  const { mortgagee } = payload;
  const known = 'partyId' in mortgagee ? await listPartyNames(trx, [mortgagee.partyId]) : null;
  return {
    verdicts: [
      ...missing.map((rightId) => verdict('right.not_current', { rightId })),
      ...(known !== null && known.size === 0 && 'partyId' in mortgagee
        ? [verdict('party.not_found', { partyId: mortgagee.partyId })]
        : []),
    ],
    land: [],
    rights: payload.rightIds.flatMap((rightId) => {
      const found = held.get(rightId);
      if (!found) return [];
      const { parcel, right } = found;
      return [
        { rightId, parcelId: parcel.parcelId, holder: right.holder, share: shareText(right), change: 'kept' as const },
      ];
    }),
  };
}

async function registerMortgage(trx: Trx, dealingId: string, { communeCode, payload }: OfMortgage): Promise<void> {
  await insertMortgage(trx, dealingId, communeCode, {
    mortgageId: derivedId(dealingId, 'mortgage'),
    mortgageeId: await enterParty(trx, dealingId, communeCode, payload.mortgagee),
    document: payload.document,
    rightIds: [...new Set(payload.rightIds)],
  });
}

/** Đăng ký thế chấp: rights are burdened; several mortgages on one right rank by the moment of registration (NĐ 99/2022). */
export const MORTGAGE_REGISTRATION: ParcelKind<'mortgage_registration'> = {
  kind: 'mortgage_registration',
  plan: planMortgage,
  register: (trx, dealingId, subject) => registerMortgage(trx, dealingId, subject),
};
