/** How the problems of answers to banks and notaries read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type AnswerProblem = Extract<ProblemCode, `answer.${string}`>;

export const ANSWER_PROBLEM_TEXT: Record<AnswerProblem, Record<Language, readonly [title: string, detail: string]>> = {
  'answer.not_entitled': {
    vi: [
      'Tài khoản chưa được hỏi xác nhận',
      'Chỉ tổ chức có thoả thuận với cơ quan đăng ký đất đai mới hỏi được tình trạng giấy chứng nhận. Hãy liên hệ cơ quan vận hành để được ghi tên.',
    ],
    en: [
      'This account may not ask for answers',
      'Only organisations with an agreement with the land registration office may ask about certificates. Ask who runs this register to be listed.',
    ],
  },
  'answer.no_match': {
    vi: [
      'Không có giấy chứng nhận này cho thửa đất này',
      'Chưa từng có giấy chứng nhận mang số này được đăng ký cho thửa đất này. Hãy đối chiếu số phát hành và mã thửa; lần hỏi này vẫn được tính.',
    ],
    en: [
      'No such certificate for this parcel',
      'No certificate with this serial was ever registered for this parcel. Compare serial and parcel; this question counts all the same.',
    ],
  },
  'answer.quota_exceeded': {
    vi: ['Hết số lần hỏi trong ngày', 'Tài khoản đã hỏi đủ số lần của ngày hôm nay. Hãy hỏi lại vào ngày mai.'],
    en: ['No questions left today', 'The account has asked as often as it may today. Ask again tomorrow.'],
  },
};
