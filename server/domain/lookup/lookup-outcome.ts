/** What can become of a row of a look-up, and why: closed lists, with how they read in both languages. */
import type { Language } from '../words/language.ts';

export const LOOKUP_OUTCOMES = ['matched', 'ambiguous', 'not_matched', 'not_understood'] as const;
export type LookupOutcome = (typeof LOOKUP_OUTCOMES)[number];

/** Why a row is not matched, by what became of it. */
export const REASONS_OF = {
  ambiguous: ['several', 'commune_missing', 'commune_several', 'commune_unsure', 'system_several', 'partly_read'],
  not_matched: ['nothing_fits', 'commune_unknown', 'contradiction', 'outside', 'not_published'],
  not_understood: [
    'empty',
    'unreadable',
    'no_missing',
    'place_missing',
    'code_unreadable',
    'commune_unreadable',
    'coordinates_unreadable',
    'serial_unreadable',
    'identity_unreadable',
    'staff_only',
  ],
} as const satisfies Record<Exclude<LookupOutcome, 'matched'>, readonly string[]>;
export type LookupReason = (typeof REASONS_OF)[keyof typeof REASONS_OF][number];
export const LOOKUP_REASONS: readonly LookupReason[] = Object.values(REASONS_OF).flat();

export const OUTCOME_TEXT: Record<LookupOutcome, Record<Language, string>> = {
  matched: { vi: 'Khớp', en: 'Matched' },
  ambiguous: { vi: 'Chưa rõ', en: 'Ambiguous' },
  not_matched: { vi: 'Không thấy', en: 'Not matched' },
  not_understood: { vi: 'Không hiểu', en: 'Not understood' },
};

export const REASON_TEXT: Record<LookupReason, Record<Language, string>> = {
  several: { vi: 'Có nhiều thửa phù hợp', en: 'Several parcels fit' },
  commune_missing: {
    vi: 'Chưa nêu xã, phường: thửa mang số này có thể ở nơi khác nữa',
    en: 'No commune is named: a parcel of this number may be elsewhere as well',
  },
  commune_several: { vi: 'Nhiều xã, phường mang tên này', en: 'Several communes have this name' },
  commune_unsure: { vi: 'Tên xã, phường chỉ giống một phần', en: 'The name of the commune fits only in part' },
  system_several: {
    vi: 'Toạ độ có thể thuộc nhiều hệ; hãy ghi mã hệ toạ độ (EPSG)',
    en: 'The coordinates can be of several systems; name the system (EPSG)',
  },
  partly_read: { vi: 'Có phần chữ không hiểu được', en: 'Part of the text was not understood' },
  nothing_fits: { vi: 'Không có thửa nào phù hợp', en: 'No parcel fits' },
  commune_unknown: { vi: 'Không biết xã, phường này', en: 'This commune is not known' },
  contradiction: {
    vi: 'Các cột của dòng chỉ các thửa khác nhau',
    en: 'The columns of the row name different parcels',
  },
  outside: { vi: 'Toạ độ ngoài Việt Nam', en: 'The coordinates are outside Viet Nam' },
  not_published: { vi: 'Không tra được bằng thông tin này', en: 'Cannot be looked up by this' },
  empty: { vi: 'Dòng trống', en: 'The row is empty' },
  unreadable: { vi: 'Không đọc được thành câu hỏi', en: 'Cannot be read as a question' },
  no_missing: { vi: 'Thiếu số thửa', en: 'The number of the parcel is missing' },
  place_missing: { vi: 'Thiếu số tờ và xã, phường', en: 'Sheet and commune are missing' },
  code_unreadable: { vi: 'Mã thửa không đúng dạng', en: 'The parcel code has not the form of one' },
  commune_unreadable: { vi: 'Không đọc được tên xã, phường', en: 'The commune cannot be read' },
  coordinates_unreadable: { vi: 'Không đọc được toạ độ', en: 'The coordinates cannot be read' },
  serial_unreadable: { vi: 'Số phát hành không đúng dạng', en: 'The serial has not the form of one' },
  identity_unreadable: { vi: 'Số định danh không đúng dạng', en: 'The identity number has not the form of one' },
  staff_only: {
    vi: 'Chỉ cán bộ tra được bằng số phát hành và số định danh',
    en: 'Serials and identity numbers are for officers only',
  },
};
