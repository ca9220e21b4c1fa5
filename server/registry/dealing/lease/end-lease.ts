import { endLease } from '../../../db/dealing/leases.ts';
import { changeOf } from '../../../domain/dealing/change.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import { verdict } from '../../../domain/dealing/verdict.ts';
import type { ParcelKind, Subject } from '../dealing-kind-interface.ts';

const leased = ({ payload, standing }: Subject<'lease_end'>) =>
  standing.flatMap((parcel) =>
    parcel.rights.flatMap((right) =>
      right.leases.filter(({ leaseId }) => leaseId === payload.leaseId).map((lease) => ({ parcel, right, lease })),
    ),
  );

/** Xoá đăng ký cho thuê: the lease ends on every right it lies on. */
export const LEASE_END: ParcelKind<'lease_end'> = {
  kind: 'lease_end',
  async plan(_trx, subject) {
    const found = leased(subject);
    return {
      verdicts: found.length === 0 ? [verdict('lease.not_current', { leaseId: subject.payload.leaseId })] : [],
      land: [],
      rights: found.map(({ parcel, right }) => ({
        rightId: right.rightId,
        parcelId: parcel.parcelId,
        holder: right.holder,
        share: shareText(right),
        change: 'kept',
      })),
      changes: found.flatMap(({ right, lease }) => changeOf('lease.until', 'day', lease.until, null, right.holder)),
    };
  },
  async register(trx, dealingId, { payload }) {
    if ((await endLease(trx, dealingId, payload.leaseId)) !== 1) {
      throw new Error(`lease ${payload.leaseId} does not hold`);
    }
  },
};
