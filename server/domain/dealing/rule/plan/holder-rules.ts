import type { Rules } from '../rule.ts';

/** Rules of a correction of a holder's details. */
export const HOLDER_RULES = {
  'holder.not_of_parcel': {
    severity: 'error',
    vi: 'Người này không có quyền trên thửa[ {no}]. Hãy lập hồ sơ từ thửa mà người đó đang có quyền.',
    en: 'This party holds no right on parcel[ {no}]. Open the correction from a parcel that the party holds.',
  },
  'holder.same_as_before': {
    severity: 'error',
    vi: 'Thông tin mới giống hệt thông tin đang có trong sổ.',
    en: 'The details that are given are those that the register has already.',
  },
  'holder.changed_meanwhile': {
    severity: 'error',
    vi: 'Thông tin của người này đã được đính chính bằng hồ sơ khác sau khi hồ sơ này được lập. Hãy lập hồ sơ mới trên thông tin hiện tại.',
    en: 'The details of this party were corrected by another dealing after this one was opened. Open a new one on the present details.',
  },
  'holder.holds_elsewhere': {
    severity: 'info',
    vi: 'Người này còn có quyền trên[ {parcels}] thửa khác; ở đó cũng hiện thông tin mới.',
    en: 'The party holds[ {parcels}] further parcels, where the new details are shown too.',
  },
} as const satisfies Rules;
