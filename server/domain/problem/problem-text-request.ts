/** How the problems of requests for papers read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type RequestProblem = Extract<ProblemCode, `paper_request.${string}`>;

export const REQUEST_PROBLEM_TEXT: Record<
  RequestProblem,
  Record<Language, readonly [title: string, detail: string]>
> = {
  'paper_request.not_found': {
    vi: [
      'Không tìm thấy hồ sơ',
      'Không có hồ sơ nào mang số và mã này, hoặc hồ sơ không thuộc xã, phường bạn phụ trách. Hãy so lại từng ký tự.',
    ],
    en: [
      'No such request',
      'No request has this reference and code, or it is not of a commune you serve. Compare each character.',
    ],
  },
  'paper_request.step_refused': {
    vi: ['Chưa làm được bước này', 'Hồ sơ đang ở trạng thái không cho phép bước này; xem state và allowed.'],
    en: ['Not now', 'The request is in a state that does not allow this step; see state and allowed.'],
  },
  'paper_request.answers_unfit': {
    vi: ['Câu trả lời chưa đúng', 'Một hoặc nhiều câu trả lời chưa đúng; danh sách errors cho biết câu nào.'],
    en: ['An answer does not fit', 'One or more answers do not fit; the list "errors" names them.'],
  },
  'paper_request.too_many': {
    vi: [
      'Đã có nhiều hồ sơ đang mở',
      'Người xin này đã có nhiều hồ sơ chưa giải quyết, đủ số được phép. Hãy đợi kết quả rồi gửi thêm, hoặc liên hệ cơ quan đăng ký đất đai.',
    ],
    en: [
      'Many requests are open',
      'This requester has as many unanswered requests as are allowed. Wait for an answer, or speak to the land registration office.',
    ],
  },
  'paper_request.certificate_unclear': {
    vi: [
      'Chưa rõ giấy chứng nhận nào',
      'Bản sao được làm từ một giấy chứng nhận còn hiệu lực của thửa này mà sổ giữ nội dung. Hãy chọn một trong danh sách certificates; nếu danh sách trống thì không làm được bản sao.',
    ],
    en: [
      'Which certificate is not clear',
      'A copy is made of a valid certificate of this parcel whose content the register holds. Choose one of the list "certificates"; where it is empty no copy can be made.',
    ],
  },
  'paper_request.code_replaced': {
    vi: [
      'Mã đã được cấp lại',
      'Hồ sơ này đã được nhận, và mã theo dõi của nó đã được cấp lại tại quầy. Hãy dùng mã mới.',
    ],
    en: [
      'The code was replaced',
      'This request was received, and its code was replaced at the counter since. Use the new code.',
    ],
  },
};
