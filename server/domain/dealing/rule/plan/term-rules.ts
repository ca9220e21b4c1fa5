import type { Rules } from '../rule.ts';

/** Rules of the term of a right. */
export const TERM_RULES = {
  'term.not_later': {
    severity: 'error',
    vi: 'Thời hạn mới[ {until}] phải sau thời hạn đang có[ {present}] và sau hôm nay.',
    en: 'The new last day[, {until},] must be after the present one[, {present},] and after today.',
  },
  'term.none_before': {
    severity: 'warning',
    vi: 'Sổ chưa ghi thời hạn cho quyền này: có thể là lâu dài. Hãy đối chiếu giấy chứng nhận, vì sau khi vào sổ quyền sẽ có ngày hết hạn.',
    en: 'No term is registered for this right: it may be for good. Check the certificate, since afterwards the right has a last day.',
  },
} as const satisfies Rules;
