import type { Rules } from '../rule.ts';

/** Rules of a parcel that is surveyed anew (TT 26/2024: tolerances of areas are in its Annex 04). */
export const RESURVEY_RULES = {
  'resurvey.wrong_system': {
    severity: 'error',
    vi: 'Toạ độ ở hệ[ EPSG:{srid}], còn tờ bản đồ ở hệ[ EPSG:{sheetSrid}]. Hãy gửi toạ độ trong hệ của tờ.',
    en: 'The coordinates are in[ EPSG:{srid}], the sheet is in[ EPSG:{sheetSrid}]. Send them in the sheet’s own system.',
  },
  'resurvey.invalid': {
    severity: 'error',
    vi: 'Ranh giới đo lại không hợp lệ: đường tự cắt, lặp lại, hoặc có quá ít điểm.',
    en: 'The surveyed boundary is not valid: it crosses or repeats itself, or has too few points.',
  },
  'resurvey.elsewhere': {
    severity: 'error',
    vi: 'Ranh giới đo lại không nằm trên thửa[ {no}]: chỉ[ {sharedPercent} %] đất chung. Hãy kiểm tra hệ toạ độ và thứ tự X, Y.',
    en: 'The surveyed boundary does not lie on parcel[ {no}]: only[ {sharedPercent} %] of the ground is common. Check the system and the order of X and Y.',
  },
  'resurvey.same_as_before': {
    severity: 'error',
    vi: 'Ranh giới đo lại trùng với ranh giới đang có.',
    en: 'The surveyed boundary is the one that is registered.',
  },
} as const satisfies Rules;
