import type { Rules } from '../rule.ts';

/** Rules of rights that only repeat what a legacy record says. */
export const PROOF_RULES = {
  'right.proven': {
    severity: 'info',
    vi: 'Khi vào sổ,[ {rights}] quyền trên thửa[ {no}] được xác nhận theo giấy tờ[ số {documentNo}].',
    en: 'Once registered,[ {rights}] rights on parcel[ {no}] are confirmed by the paper[ no. {documentNo}].',
  },
} as const satisfies Rules;
