/** How the problems of look-ups of many parcels read: [title, what happened and what to do], in both languages. */
import { KNOWN_HEADS } from '../lookup/lookup-columns.ts';
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type LookupProblem = Extract<ProblemCode, `lookup.${string}`>;

export const LOOKUP_PROBLEM_TEXT: Record<LookupProblem, Record<Language, readonly [title: string, detail: string]>> = {
  'lookup.not_found': {
    vi: ['Không có lần tra cứu này', 'Lần tra cứu này không có, đã hết hạn lưu, đã được xoá, hoặc là của người khác.'],
    en: ['No such look-up', 'There is no such look-up, its time is over, it was deleted, or it is somebody else’s.'],
  },
  'lookup.not_done': {
    vi: ['Chưa tra cứu xong', 'Tệp kết quả có khi mọi dòng đã được tra. Hãy xem tiến độ rồi tải lại.'],
    en: ['Not done yet', 'The file is there once every row is answered. See how far it is, and ask again.'],
  },
  'lookup.empty': {
    vi: ['Bảng không có dòng nào', 'Hãy gửi một bảng có ít nhất một dòng dưới dòng tên cột.'],
    en: ['The table has no rows', 'Send a table with at least one row below the names of its columns.'],
  },
  'lookup.not_a_table': {
    vi: [
      'Không đọc được thành bảng',
      'Tệp phải là CSV mã hoá UTF-8 hoặc bảng tính XLSX, mỗi dòng không dài hơn dòng tên cột. Danh sách errors cho biết dòng nào.',
    ],
    en: [
      'Not a table',
      'The file must be CSV in UTF-8 or an XLSX workbook, no row longer than the row of names. The list "errors" says which row.',
    ],
  },
  'lookup.columns_unknown': {
    vi: ['Không nhận ra cột nào', `Dòng đầu phải là tên cột, ví dụ: ${KNOWN_HEADS.vi}.`],
    en: ['No column is known', `The first row must name the columns, for example: ${KNOWN_HEADS.en}.`],
  },
  'lookup.area_unfit': {
    vi: [
      'Vùng không dùng được',
      'Vùng cần các vòng khép kín, tính bằng kinh độ và vĩ độ trong nước, nhiều nhất 5.000 đỉnh.',
    ],
    en: [
      'Unfit area',
      'An area needs closed rings, in longitude and latitude within the country, of at most 5,000 corners.',
    ],
  },
  'lookup.area_empty': {
    vi: [
      'Vùng không có thửa đất nào',
      'Không thửa đất đã đăng ký nào nằm trong vùng này. Hãy xem lại thứ tự kinh độ, vĩ độ.',
    ],
    en: [
      'No parcel in the area',
      'No registered parcel lies in this area. See whether longitude comes before latitude.',
    ],
  },
  'lookup.too_many_rows': {
    vi: [
      'Quá nhiều dòng',
      'Một bảng có nhiều nhất 200.000 dòng, 10.000 nếu gửi bằng JSON. Hãy chia bảng, hoặc vùng, rồi gửi từng phần.',
    ],
    en: [
      'Too many rows',
      'A table has at most 200,000 rows, 10,000 as JSON. Divide the table, or the area, and send the parts one by one.',
    ],
  },
  'lookup.workbook_refused': {
    vi: ['Không đọc được bảng tính', 'Bảng tính không đọc được; danh sách errors cho biết vì sao và cách sửa.'],
    en: ['The workbook cannot be read', 'The workbook cannot be read; the list "errors" says why, and what to do.'],
  },
  'lookup.purpose_missing': {
    vi: [
      'Chưa nêu mục đích',
      'Tra cứu bằng số định danh cá nhân phải nêu mục đích; mục đích được ghi vào nhật ký mà người được tra xem được.',
    ],
    en: [
      'No purpose is stated',
      'Identity numbers are looked up for a stated purpose; it is kept in the log that these persons can see.',
    ],
  },
  'lookup.quota_exceeded': {
    vi: [
      'Hết số dòng trong ngày',
      'Bảng có nhiều dòng hơn số còn lại của tài khoản trong ngày hôm nay. Hãy gửi ít dòng hơn, hoặc gửi lại ngày mai.',
    ],
    en: [
      'No rows left today',
      'The table has more rows than the account has left today. Send fewer, or send it again tomorrow.',
    ],
  },
};
