/** How the problems of papers read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type PaperProblem = Extract<
  ProblemCode,
  'paper.not_found' | 'paper.parcel_historic' | 'paper.time_stamp_unavailable' | 'paper.signer_expired'
>;

export const PAPER_PROBLEM_TEXT: Record<PaperProblem, Record<Language, readonly [title: string, detail: string]>> = {
  'paper.not_found': {
    vi: ['Không tìm thấy giấy tờ', 'Không có giấy tờ này, hoặc nó không thuộc xã, phường bạn phụ trách.'],
    en: ['No such paper', 'There is no such paper, or it is not of a commune you serve.'],
  },
  'paper.parcel_historic': {
    vi: [
      'Thửa đất không còn',
      'Thửa đất này đã thành thửa khác nên không trích lục được. Hãy trích lục các thửa đất thay thế nó.',
    ],
    en: [
      'The parcel is no more',
      'This parcel has become other land, so no extract is made of it. Make one of the parcels that followed it.',
    ],
  },
  'paper.time_stamp_unavailable': {
    vi: [
      'Chưa lấy được dấu thời gian',
      'Máy chủ cấp dấu thời gian không trả lời đúng, nên chưa có giấy tờ nào được ký. Hãy thử lại sau ít phút.',
    ],
    en: [
      'No time stamp could be had',
      'The time-stamping authority gives no proper answer, so no paper was signed. Try again in a few minutes.',
    ],
  },
  'paper.signer_expired': {
    vi: [
      'Chứng thư ký số đã hết hạn',
      'Chứng thư dùng để ký giấy tờ đã hết hạn, nên không có giấy tờ nào được ký. Hãy báo người quản trị hệ thống.',
    ],
    en: [
      'The signing certificate has expired',
      'The certificate that papers are signed with has expired, so no paper was signed. Tell who runs the register.',
    ],
  },
};
