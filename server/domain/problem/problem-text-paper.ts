/** How the problems of papers read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type PaperProblem = Extract<ProblemCode, 'paper.not_found' | 'paper.parcel_historic'>;

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
};
