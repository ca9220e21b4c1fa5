import type { Rules } from '../rule.ts';

/** Rules of several dealings of one file. */
export const FILE_RULES = {
  'file.earlier_stopped': {
    severity: 'error',
    vi: 'Một hồ sơ đứng trước trong bộ hồ sơ này còn vướng quy tắc. Hãy mở hồ sơ đó, sửa cho xong rồi xem lại hồ sơ này.',
    en: 'A dealing that comes before it in this file is stopped by a rule. Open that one, put it right, and look at this one again.',
  },
} as const satisfies Rules;
