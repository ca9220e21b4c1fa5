/** How the problems of papers read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type PaperProblem = Extract<
  ProblemCode,
  `paper.${string}` | `certificate.${string}` | `printer.${string}` | `blank.${string}`
>;

export const PAPER_PROBLEM_TEXT: Record<PaperProblem, Record<Language, readonly [title: string, detail: string]>> = {
  'paper.not_found': {
    vi: ['Không tìm thấy giấy tờ', 'Không có giấy tờ này, hoặc nó không thuộc xã, phường bạn phụ trách.'],
    en: ['No such paper', 'There is no such paper, or it is not of a commune you serve.'],
  },
  'paper.template_not_found': {
    vi: [
      'Không có bản mẫu này',
      'Loại giấy tờ này không có bản mẫu mang số đó; GET /api/paper-templates liệt kê các bản.',
    ],
    en: ['No such version', 'This kind of paper has no version of this number; GET /api/paper-templates lists them.'],
  },
  'paper.template_over': {
    vi: [
      'Bản mẫu hết hiệu lực',
      'Bản mẫu của loại giấy tờ này đã hết hiệu lực và chưa có bản thay thế. Hãy báo người quản trị cài bản mẫu mới.',
    ],
    en: [
      'The template is over',
      'The template of this kind of paper is no longer in force and none has followed it. Ask the administrator to install the new one.',
    ],
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
  'paper.request_unfit': {
    vi: [
      'Chưa đủ để làm giấy tờ này',
      'Trích lục, phiếu thông tin cần các thửa cùng một xã, phường; lịch sử cần đúng một thửa; bản mẫu giấy chứng nhận cần số phát hành; giấy tiếp nhận và Mẫu 14 cần hồ sơ.',
    ],
    en: [
      'That is not what this paper is made of',
      'Extracts and information sheets take parcels of one commune; a history one parcel; a sample the serial of a certificate; receipt and form a request.',
    ],
  },
  'certificate.not_found': {
    vi: [
      'Không tìm thấy giấy chứng nhận',
      'Không có giấy chứng nhận này, hoặc nó không thuộc xã, phường bạn phụ trách.',
    ],
    en: ['No such certificate', 'There is no such certificate, or it is not of a commune you serve.'],
  },
  'certificate.not_printable': {
    vi: [
      'Giấy chứng nhận không in được',
      'Giấy này cấp trước khi có sổ điện tử, hoặc không còn hiệu lực. Chỉ in được giấy cấp tại đây và còn hiệu lực.',
    ],
    en: [
      'The certificate cannot be printed',
      'It was issued before this register, or it is no longer valid. Only one that was issued here and is valid is printed.',
    ],
  },
  'certificate.change_not_found': {
    vi: [
      'Không có thay đổi này',
      'Mục 6 của giấy chứng nhận không có nội dung thay đổi thứ này. Hãy tải lại danh sách.',
    ],
    en: ['No such change', 'Section 6 of the certificate has no such row. Load the list again.'],
  },
  'printer.not_found': {
    vi: ['Chưa có máy in này', 'Chưa lưu độ lệch cho máy in này. Hãy in trang thử, đo và lưu.'],
    en: ['No such printer', 'No offset is kept for this printer. Print the ruler page, measure, and save.'],
  },
  'blank.serial_taken': {
    vi: ['Phôi đã có trong kho', 'Ít nhất một số phát hành trong dãy đã được nhận trước đây; không phôi nào được ghi.'],
    en: ['Blanks received before', 'At least one serial of the run was received before; none was noted.'],
  },
  'blank.move_refused': {
    vi: [
      'Không chuyển được dãy phôi',
      'Ít nhất một phôi trong dãy không có trong kho hoặc không ở trạng thái cho phép; không phôi nào được chuyển. Hãy xem sổ phôi.',
    ],
    en: [
      'The run cannot move',
      'At least one blank of the run is not in the store or not where this move begins; none was moved. See the ledger.',
    ],
  },
  'blank.serial_unfit': {
    vi: ['Số phát hành không đúng', 'Số phát hành gồm hai chữ cái và tám chữ số, và dãy không vượt quá 99999999.'],
    en: ['No serial of a blank', 'A serial has two letters and eight digits, and a run ends at 99999999.'],
  },
  'blank.holder_missing': {
    vi: ['Chưa ghi người nhận', 'Hãy ghi tên đăng nhập của người nhận phôi.'],
    en: ['Nobody is named', 'Say the sign-in name of who gets the blanks.'],
  },
  'blank.document_missing': {
    vi: ['Chưa ghi phiếu giao nhận', 'Hãy ghi số và ngày của phiếu giao nhận phôi.'],
    en: ['No delivery note', 'Say number and date of the delivery note.'],
  },
  'blank.reason_missing': {
    vi: ['Chưa ghi lý do', 'Hãy ghi lý do hỏng hoặc mất phôi.'],
    en: ['No reason', 'Say why the blanks were spoiled or lost.'],
  },
};
