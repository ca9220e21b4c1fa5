import { insertLease } from '../../../db/dealing/leases.ts';
import { listPartyNames } from '../../../db/dealing/rights.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { changeOf } from '../../../domain/dealing/change.ts';
import { judge } from '../../../domain/dealing/rule/judge.ts';
import { leaseBeyondTerm } from '../../../domain/dealing/rule/right/lease-beyond-term.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import { verdict } from '../../../domain/dealing/verdict.ts';
import { dayOf } from '../../../domain/legal-day.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';
import { enterParty } from '../enter-party.ts';

type OfLease = Subject<'lease_registration'>;

async function planLease(trx: Trx, { payload, standing }: OfLease): Promise<Plan> {
  const { rightId, lessee, until } = payload;
  const [parcel] = standing;
  const right = parcel?.rights.find((one) => one.rightId === rightId);
  if (!parcel || !right) return { verdicts: [verdict('right.not_current', { rightId })], land: [], rights: [] };
  const names = 'partyId' in lessee ? await listPartyNames(trx, [lessee.partyId]) : null;
  const name = 'partyId' in lessee ? (names?.get(lessee.partyId) ?? '') : lessee.name;
  return {
    verdicts: [
      ...('partyId' in lessee && !names?.has(lessee.partyId)
        ? [verdict('party.not_found', { partyId: lessee.partyId })]
        : []),
      ...(until <= dayOf(new Date()) ? [verdict('lease.already_over', { until })] : []),
      ...judge(leaseBeyondTerm, { until, right: right.until }),
      ...right.leases.map((lease) =>
        verdict('lease.another_holds', { documentNo: lease.documentNo, until: lease.until }),
      ),
    ],
    land: [],
    rights: [{ rightId, parcelId: parcel.parcelId, holder: right.holder, share: shareText(right), change: 'kept' }],
    changes: [
      ...changeOf('lease.lessee', 'text', null, name, right.holder),
      ...changeOf('lease.until', 'day', null, until, right.holder),
    ],
  };
}

/** Đăng ký cho thuê quyền sử dụng đất: somebody leases a right until a day within its term. */
export const LEASE_REGISTRATION: ParcelKind<'lease_registration'> = {
  kind: 'lease_registration',
  plan: planLease,
  async register(trx, dealingId, { communeCode, payload }) {
    const { rightId, lessee, until, document } = payload;
    await insertLease(trx, dealingId, communeCode, {
      leaseId: derivedId(dealingId, 'lease', rightId),
      lesseeId: await enterParty(trx, dealingId, communeCode, lessee),
      until,
      document,
      rightIds: [rightId],
    });
  },
};
