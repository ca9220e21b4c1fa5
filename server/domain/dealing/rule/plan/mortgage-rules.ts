import type { Rules } from '../rule.ts';

/** Rules of a mortgage that is changed (NĐ 99/2022: content, parties, rights put under it or taken out). */
export const MORTGAGE_RULES = {
  'mortgage.same_as_before': {
    severity: 'error',
    vi: 'Thế chấp sau thay đổi giống hệt thế chấp đang có trong sổ.',
    en: 'The mortgage would be what it is already.',
  },
  'mortgage.nothing_left': {
    severity: 'error',
    vi: 'Không còn quyền nào bị thế chấp. Nếu thế chấp kết thúc, hãy lập hồ sơ xoá thế chấp.',
    en: 'No right would be left under the mortgage. Where it ends, register its release.',
  },
  'mortgage.rank_kept': {
    severity: 'info',
    vi: 'Thế chấp giữ thứ tự ưu tiên từ lúc đăng ký đầu[ ({since})].',
    en: 'The mortgage keeps the rank of its first registration[ ({since})].',
  },
  'mortgage.not_current': {
    severity: 'error',
    vi: 'Không có thế chấp đang có hiệu lực như vậy trên thửa này.',
    en: 'There is no such mortgage that holds on this parcel.',
  },
} as const satisfies Rules;
