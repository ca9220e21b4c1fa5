/** How the problems of figures and of watching land read: [title, what happened and what to do], in both languages. */
import { MOST_DAYS } from '../indicator/measures.ts';
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type WatchProblem = Extract<ProblemCode, `watch.${string}` | `indicator.${string}`>;

export const WATCH_PROBLEM_TEXT: Record<WatchProblem, Record<Language, readonly [title: string, detail: string]>> = {
  'watch.not_found': {
    vi: ['Không có mục theo dõi này', 'Mục theo dõi này không có, đã được bỏ, hoặc là của tài khoản khác.'],
    en: ['No such watch', 'There is no such watch, it was ended, or it is another account’s.'],
  },
  'watch.not_possible': {
    vi: [
      'Không theo dõi như vậy được',
      'Hãy nêu đúng một nơi (một thửa, một xã hoặc một vùng) và ít nhất một cách báo: thư điện tử, hoặc địa chỉ https có tên máy công khai. Danh sách errors cho biết mục nào.',
    ],
    en: [
      'This cannot be watched like that',
      'Name exactly one place (a parcel, a commune or an area) and at least one way to be told: mail, or an https address with a public host name. The list "errors" says which field.',
    ],
  },
  'watch.quota_exceeded': {
    vi: ['Đã đủ số nơi theo dõi', 'Tài khoản đã theo dõi nhiều nơi nhất có thể. Hãy bỏ một nơi rồi thử lại.'],
    en: ['No further watches', 'The account watches as many places as it may. End one and try again.'],
  },
  'watch.code_wrong': {
    vi: [
      'Mã không đúng',
      'Hãy nhập mã tám chữ số trong thư mới nhất. Sau mười lần sai, hãy bỏ mục theo dõi và tạo lại.',
    ],
    en: [
      'The code is not right',
      'Enter the eight digits of the latest mail. After ten wrong ones end the watch and begin anew.',
    ],
  },
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
