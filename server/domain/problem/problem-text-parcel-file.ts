/** How the problems of files for other systems read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type ParcelFileProblem = Extract<ProblemCode, `parcel_file.${string}`>;

export const PARCEL_FILE_PROBLEM_TEXT: Record<
  ParcelFileProblem,
  Record<Language, readonly [title: string, detail: string]>
> = {
  'parcel_file.empty': {
    vi: [
      'Không có thửa đất nào',
      'Vào ngày đó, các tờ bản đồ được chọn không có thửa đất nào. Hãy xem lại ngày và số tờ.',
    ],
    en: [
      'No parcels',
      'On that day nothing was registered on these sheets. Look at the day and the numbers of the sheets.',
    ],
  },
  'parcel_file.no_certificates': {
    vi: [
      'Chưa có giấy chứng nhận nào',
      'Trên các tờ bản đồ được chọn, sổ chưa ghi số phát hành giấy chứng nhận nào. Hãy xem lại số tờ, hoặc gắn bản quét giấy chứng nhận với thửa đất trước.',
    ],
    en: [
      'No certificates',
      'No right on these sheets names a certificate. Look at the numbers of the sheets, or put scanned certificates beside their parcels first.',
    ],
  },
  'parcel_file.too_many': {
    vi: ['Quá nhiều thửa đất', 'Một tệp có nhiều nhất 200.000 thửa đất. Hãy chọn từng nhóm tờ bản đồ.'],
    en: ['Too many parcels', 'A file holds at most 200,000 parcels. Choose some of the sheets at a time.'],
  },
  'parcel_file.several_systems': {
    vi: [
      'Nhiều hệ toạ độ',
      'Các tờ bản đồ này thuộc nhiều hệ toạ độ, mà một tệp chỉ có một. Hãy chọn các tờ cùng một hệ, hoặc lấy theo mã của đơn vị cũ.',
    ],
    en: [
      'Several reference systems',
      'These sheets are in several systems, and a file has one. Choose sheets of one system, or ask by the code of the former unit.',
    ],
  },
  'parcel_file.not_in_tcvn3': {
    vi: [
      'Có chữ không viết được bằng TCVN3',
      'Danh sách errors cho biết tờ và thửa. Hãy lấy tệp Unicode: ở đó mọi chữ được giữ nguyên.',
    ],
    en: [
      'A letter cannot be written in TCVN3',
      'The list "errors" names sheet and parcel. Take the file in Unicode: every letter is kept there.',
    ],
  },
};
