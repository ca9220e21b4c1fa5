import type { Rules } from './rule.ts';

/** Rules of rights that only repeat what a legacy record says. */
export const PROOF_RULES = {
  'right.unproven': {
    severity: 'error',
    vi: 'Hồ sơ dựa trên[ {rights}] quyền mới chỉ chép từ dữ liệu cũ trên thửa[ {no}]. Hãy nêu giấy tờ chứng minh quyền, ví dụ giấy chứng nhận.',
    en: 'The dealing rests on[ {rights}] rights on parcel[ {no}] that only repeat a legacy record. Name the paper that proves them, such as the certificate.',
  },
  'right.proven': {
    severity: 'info',
    vi: 'Khi vào sổ,[ {rights}] quyền trên thửa[ {no}] được xác nhận theo giấy tờ[ số {documentNo}].',
    en: 'Once registered,[ {rights}] rights on parcel[ {no}] are confirmed by the paper[ no. {documentNo}].',
  },
} as const satisfies Rules;
