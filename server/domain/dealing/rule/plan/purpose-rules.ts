import type { Rules } from '../rule.ts';

/** Rules of purposes of use that are changed or divided by area (Land Law 2024 Art. 9, 121). */
export const PURPOSE_RULES = {
  'purpose.not_in_force': {
    severity: 'error',
    vi: 'Mã loại đất[ {codes}] không có trong danh mục đang áp dụng, hoặc là mã nhóm. Hãy chọn mã trong danh mục.',
    en: 'Code[ {codes}] is not in the list in force, or is that of a group. Choose one from the list.',
  },
  'purpose.named_twice': {
    severity: 'error',
    vi: 'Mục đích[ {codes}] được nêu hai lần với cùng thời hạn. Hãy gộp lại thành một dòng.',
    en: 'Purpose[ {codes}] is named twice with one term. Put it on one line.',
  },
  'purpose.same_as_before': {
    severity: 'error',
    vi: 'Các mục đích được nêu giống hệt trong sổ.',
    en: 'The purposes that are given are those that are registered already.',
  },
  'purpose.already_over': {
    severity: 'error',
    vi: 'Thời hạn[ {until}] của mục đích[ {code}] đã qua.',
    en: 'The last day[, {until},] of purpose[ {code}] is past.',
  },
} as const satisfies Rules;
