import type { Rules } from '../rule.ts';

/** Rules of restrictions and of neighbours' rights over a parcel (Civil Code 2015 Art. 245–256). */
export const RESTRICTION_RULES = {
  'restriction.not_current': {
    severity: 'error',
    vi: 'Không có hạn chế đang có hiệu lực như vậy trên thửa này.',
    en: 'There is no such restriction that holds on this parcel.',
  },
  'restriction.wrong_system': {
    severity: 'error',
    vi: 'Toạ độ ở hệ[ EPSG:{srid}], còn tờ bản đồ ở hệ[ EPSG:{sheetSrid}]. Hãy gửi toạ độ trong hệ của tờ.',
    en: 'The coordinates are in[ EPSG:{srid}], the sheet is in[ EPSG:{sheetSrid}]. Send them in the sheet’s own system.',
  },
  'restriction.shape_invalid': {
    severity: 'error',
    vi: 'Hình vẽ của hạn chế không hợp lệ: đường tự cắt hoặc có quá ít điểm.',
    en: 'The shape of the restriction is not valid: it crosses itself, or has too few points.',
  },
  'restriction.outside_parcel': {
    severity: 'error',
    vi: 'Hình vẽ của hạn chế nằm ngoài thửa[ {no}][ {outM} m].',
    en: 'The shape of the restriction lies outside parcel[ {no}][ by {outM} m].',
  },
  'restriction.placed_before': {
    severity: 'warning',
    vi: 'Thửa này đã có hạn chế cùng loại theo cùng văn bản[ {documentNo}].',
    en: 'The parcel bears a restriction of this kind by this document[, {documentNo},] already.',
  },
} as const satisfies Rules;
