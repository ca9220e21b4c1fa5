import type { Rules } from './rule.ts';

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
  'resurvey.overlaps': {
    severity: 'error',
    vi: 'Ranh giới đo lại lấn sang thửa[ {no}, tờ {sheet}][ {areaM2} m²][, rộng {widthM} m]. Nếu ranh giới chung thay đổi, hãy lập hồ sơ điều chỉnh ranh giới.',
    en: 'The surveyed boundary reaches into parcel[ {no}, sheet {sheet}][ by {areaM2} m²][, {widthM} m wide]. Where the common boundary moves, adjust the boundary instead.',
  },
  'resurvey.leaves_gap': {
    severity: 'warning',
    vi: 'So với ranh giới cũ,[ {areaM2} m²] đất không còn thuộc thửa nào.',
    en: 'Against the former boundary,[ {areaM2} m²] of ground would belong to no parcel.',
  },
  'resurvey.same_as_before': {
    severity: 'error',
    vi: 'Ranh giới đo lại trùng với ranh giới đang có.',
    en: 'The surveyed boundary is the one that is registered.',
  },
} as const satisfies Rules;
