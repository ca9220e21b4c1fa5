import type { Rules } from '../rule.ts';

/** What is told of a dealing that takes another back. */
export const REVERSAL_RULES = {
  'reversal.unknown': {
    severity: 'error',
    vi: 'Không có hồ sơ này trong phạm vi bạn phụ trách.',
    en: 'There is no such dealing that you may see.',
  },
  'reversal.of_import': {
    severity: 'error',
    vi: 'Lô dữ liệu đã vào sổ được thu hồi từ trang của lô đó, không phải ở đây.',
    en: 'A batch that was registered is taken back on its own page, not here.',
  },
  'reversal.not_registered': {
    severity: 'error',
    vi: 'Hồ sơ chưa vào sổ nên không có gì để huỷ bỏ. Người lập có thể rút hồ sơ.',
    en: 'The dealing is not registered, so there is nothing to take back. Who opened it can withdraw it.',
  },
  'reversal.done_before': {
    severity: 'error',
    vi: 'Hồ sơ này đã được huỷ bỏ bằng một hồ sơ khác.',
    en: 'The dealing was taken back before.',
  },
  'reversal.targets_differ': {
    severity: 'error',
    vi: 'Hồ sơ huỷ bỏ phải nêu đúng các thửa mà hồ sơ kia đã tạo ra hoặc thay đổi[: {parcels}].',
    en: 'A reversal names exactly the parcels that the dealing raised or changed[: {parcels}].',
  },
  'reversal.rested_upon': {
    severity: 'error',
    vi: 'Đã có hồ sơ vào sổ sau dựa trên hồ sơ này[: {dealingId}]. Không huỷ bỏ được khi còn hồ sơ sau đó.',
    en: 'A dealing registered later rests on this one[: {dealingId}]. It cannot be taken back while later ones stand.',
  },
  'reversal.ranks_anew': {
    severity: 'warning',
    vi: 'Thế chấp[ theo {documentNo}] có hiệu lực trở lại; thứ tự ưu tiên tính từ lúc đăng ký hồ sơ này.',
    en: 'The mortgage[ by {documentNo}] holds again; it ranks from the registration of this dealing.',
  },
} as const satisfies Rules;
