/** How the problems of a search for holders read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type SearchProblem = Extract<ProblemCode, `search.${string}`>;

export const SEARCH_PROBLEM_TEXT: Record<SearchProblem, Record<Language, readonly [title: string, detail: string]>> = {
  'search.not_understood': {
    vi: [
      'Chưa rõ tìm ai, giấy nào',
      'Hãy nhập số phát hành giấy chứng nhận (AA 01234567), số định danh (12 hoặc 9 chữ số), hoặc họ tên từ hai chữ trở lên kèm tên xã.',
    ],
    en: [
      'It is not clear who or which paper is meant',
      'Enter the serial of a certificate (AA 01234567), an identity number (12 or 9 digits), or a name of two words or more with its commune.',
    ],
  },
  'search.purpose_missing': {
    vi: [
      'Chưa nêu mục đích',
      'Tìm người sử dụng đất phải chọn mục đích (purpose) và ghi số hồ sơ hoặc ghi chú (note); cả hai được ghi vào nhật ký trước khi có kết quả.',
    ],
    en: [
      'No purpose is stated',
      'Holders are looked up for a purpose (purpose) with the number of a file or a note (note); both are written to the read log before there is an answer.',
    ],
  },
  'search.second_key_missing': {
    vi: [
      'Chỉ có họ tên thì chưa đủ',
      'Một họ tên có thể là của rất nhiều người. Hãy thêm xã, phường; hoặc tờ và thửa, số phát hành giấy chứng nhận, số định danh.',
    ],
    en: [
      'A name alone is not enough',
      'Many people may have one name. Add the commune; or sheet and number, the serial of a certificate, or the identity number.',
    ],
  },
  'search.commune_unknown': {
    vi: ['Không có xã, phường như vậy', 'Không tìm thấy xã, phường đã nêu. Hãy chọn xã, phường trong danh sách.'],
    en: ['No such commune', 'The commune that was named is not known. Choose one from the list.'],
  },
  'search.limit_reached': {
    vi: [
      'Đã tìm quá nhiều lần',
      'Số lần tìm người sử dụng đất trong một giờ đã hết. Hãy chờ rồi tìm lại; nếu cần tra nhiều thửa, hãy dùng mục Tra cứu hàng loạt.',
    ],
    en: [
      'Too many searches',
      'The searches for holders of this hour are used up. Wait and search again; many parcels are looked up as a table.',
    ],
  },
};
