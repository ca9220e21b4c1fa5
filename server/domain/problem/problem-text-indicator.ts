/** How the problems of indicators read: [title, what happened and what to do], in both languages. */
import { MOST_DAYS } from '../indicator/measures.ts';
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type IndicatorProblem = Extract<ProblemCode, `indicator.${string}`>;

export const INDICATOR_PROBLEM_TEXT: Record<
  IndicatorProblem,
  Record<Language, readonly [title: string, detail: string]>
> = {
  'indicator.day_unknown': {
    vi: [
      'Chưa có số liệu của ngày này',
      'Số liệu bắt đầu từ ngày đăng ký đầu tiên và đến hôm nay. Bỏ tham số ngày để xem ngày mới nhất.',
    ],
    en: [
      'No figures of this day',
      'Figures begin with the first day of registration and end with today. Leave the day out for the latest.',
    ],
  },
  'indicator.span_wrong': {
    vi: [
      'Khoảng ngày không đúng',
      `Ngày đầu không được sau ngày cuối, và một lần hỏi được nhiều nhất ${MOST_DAYS} ngày.`,
    ],
    en: [
      'The span of days is not right',
      `The first day cannot be after the last, and one question is of at most ${MOST_DAYS} days.`,
    ],
  },
};
