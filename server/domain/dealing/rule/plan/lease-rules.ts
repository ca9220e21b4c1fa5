import type { Rules } from '../rule.ts';

/** Rules of leases. */
export const LEASE_RULES = {
  'lease.not_current': {
    severity: 'error',
    vi: 'Không có hợp đồng thuê đang có hiệu lực như vậy trên thửa này.',
    en: 'There is no such lease that holds on this parcel.',
  },
  'lease.already_over': {
    severity: 'error',
    vi: 'Thời hạn thuê[ {until}] đã qua.',
    en: 'The last day of the lease[, {until},] is past.',
  },
  'lease.another_holds': {
    severity: 'warning',
    vi: 'Quyền này đang được cho thuê[ theo hợp đồng {documentNo}][ đến {until}].',
    en: 'The right is leased already[ by contract {documentNo}][ until {until}].',
  },
  'lease.goes_on': {
    severity: 'info',
    vi: 'Thửa[ {no}] đang được cho thuê[ theo hợp đồng {documentNo}]; việc thuê tiếp tục sau hồ sơ này.',
    en: 'Parcel[ {no}] is leased[ by contract {documentNo}]; the lease goes on after this dealing.',
  },
} as const satisfies Rules;
