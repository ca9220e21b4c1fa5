/** How the problems of the command line read: what happened, and the way out. */

import type { FindingSentences } from '../../server/domain/finding/finding-words.ts';
import { fillSentence } from '../../server/domain/words/fill-sentence.ts';
import type { Language } from '../../server/domain/words/language.ts';
import { printable } from '../report/printable.ts';
import type { CliProblemCode, CliProblemDetail } from './cli-problem.ts';

export const CLI_PROBLEM_TEXT = {
  'option.unknown': {
    vi: {
      says: 'Không hiểu tùy chọn[ {option}]: không có tùy chọn này, hoặc nó thiếu giá trị.',
      wayOut: 'Hãy xem các tùy chọn bằng --help.',
    },
    en: {
      says: 'The option[ {option}] is not understood: it does not exist, or its value is missing.',
      wayOut: 'See the options with --help.',
    },
  },
  'option.invalid': {
    vi: { says: 'Giá trị của tùy chọn[ {option}] chưa đúng.', wayOut: 'Hãy nhập lại theo --help[; cần: {needs}].' },
    en: { says: 'The value of the option[ {option}] is not right.', wayOut: 'See --help[; it needs: {needs}].' },
  },
  'option.file_missing': {
    vi: {
      says: 'Chưa cho biết tệp cần nhập.',
      wayOut: 'Hãy ghi đường dẫn của một hoặc nhiều tệp .zip hay .shp sau lệnh.',
    },
    en: {
      says: 'No file was given.',
      wayOut: 'Name one or more .zip or .shp files behind the command.',
    },
  },
  'option.commune_missing': {
    vi: { says: 'Chưa cho biết thửa đất thuộc xã nào.', wayOut: 'Hãy thêm --commune và mã xã gồm năm chữ số.' },
    en: {
      says: 'The commune the parcels lie in was not given.',
      wayOut: 'Add --commune and the five-digit code.',
    },
  },
  'config.invalid': {
    vi: { says: 'Cấu hình chưa đúng[: {reason}].', wayOut: 'Hãy sửa biến môi trường theo tệp .env.example.' },
    en: { says: 'The configuration is not right[: {reason}].', wayOut: 'Set the variable as .env.example shows.' },
  },
  'commune.unknown': {
    vi: {
      says: 'Không có xã nào mang mã này[: {commune}][, vào ngày {at}].',
      wayOut: 'Hãy kiểm tra mã xã; với mã cũ, hãy nêu ngày mã còn hiệu lực bằng --at.',
    },
    en: {
      says: 'No commune has this code[: {commune}][, on {at}].',
      wayOut: 'Check the code; for a former code give a day it was valid with --at.',
    },
  },
  'commune.several_successors': {
    vi: {
      says: 'Xã này[ ({commune})] đã kết thúc và không có đúng một xã kế thừa[; các mã kế thừa: {successors}].',
      wayOut: 'Hãy ghi mã xã hiện nay mà thửa đất thuộc về sau --commune.',
    },
    en: {
      says: 'This commune[ ({commune})] has ended and has not exactly one successor[; successors: {successors}].',
      wayOut: 'Give the present commune of the land with --commune.',
    },
  },
  'commune.extent_unknown': {
    vi: {
      says: 'Chưa có ranh giới của xã này[ ({commune})] nên không kiểm tra được vị trí thửa đất.',
      wayOut: 'Hãy nhập ranh giới xã trước bằng --kind commune-boundary.',
    },
    en: {
      says: 'Where this commune[ ({commune})] lies is not known, so the place of its parcels cannot be checked.',
      wayOut: 'Import its boundary first, with --kind commune-boundary.',
    },
  },
  'file.not_found': {
    vi: {
      says: 'Không tìm thấy hoặc không được phép đọc tệp[ {path}].',
      wayOut: 'Hãy kiểm tra đường dẫn và quyền đọc tệp.',
    },
    en: {
      says: 'The file[ {path}] was not found or may not be read.',
      wayOut: 'Check the path, and that you may read it.',
    },
  },
  'file.is_folder': {
    vi: {
      says: 'Đây là một thư mục, không phải tệp[: {path}].',
      wayOut: 'Hãy xuất lớp thửa đất ra shapefile rồi cho biết tệp .shp hoặc tệp .zip.',
    },
    en: {
      says: 'This is a folder and not a file[: {path}].',
      wayOut: 'Export the parcels as a shapefile, and name the .shp or a .zip of it.',
    },
  },
  'database.unavailable': {
    vi: {
      says: 'Cơ sở dữ liệu không sẵn sàng[: {reason}].',
      wayOut: 'Hãy kiểm tra cơ sở dữ liệu và DATABASE_URL rồi chạy lại; việc nhập sẽ tiếp tục từ chỗ dừng.',
    },
    en: {
      says: 'The database is not available[: {reason}].',
      wayOut: 'Check the database and DATABASE_URL, then run again; the import goes on from where it stopped.',
    },
  },
  'database.unfit': {
    vi: {
      says: 'Cơ sở dữ liệu chưa dùng được cho phiên bản này[: {reason}].',
      wayOut: 'Hãy chạy npm run db:migrate và làm theo lời báo.',
    },
    en: {
      says: 'The database cannot be used by this release[: {reason}].',
      wayOut: 'Run npm run db:migrate and do as it says.',
    },
  },
  'demo.other_present': {
    vi: {
      says: 'Sổ này đã có một bộ dữ liệu mẫu khác[ ({present})]; chưa có gì thay đổi.',
      wayOut: 'Hãy dùng một thư mục STORAGE_DIR khác, hay một cơ sở dữ liệu khác, cho bộ mới.',
    },
    en: {
      says: 'This register already holds another demonstration[ ({present})]; nothing was changed.',
      wayOut: 'Give the new one a STORAGE_DIR, or a database, of its own.',
    },
  },
  'storage.full': {
    vi: {
      says: 'Ổ đĩa đã đầy[ ({path})].',
      wayOut: 'Hãy giải phóng dung lượng rồi chạy lại; việc nhập sẽ tiếp tục từ chỗ dừng.',
    },
    en: {
      says: 'The disk is full[ ({path})].',
      wayOut: 'Make room, then run again; the import goes on from where it stopped.',
    },
  },
  'storage.unwritable': {
    vi: {
      says: 'Không ghi được vào thư mục lưu trữ[ ({path})].',
      wayOut: 'Hãy kiểm tra STORAGE_DIR và quyền ghi rồi chạy lại.',
    },
    en: {
      says: 'The storage folder cannot be written to[ ({path})].',
      wayOut: 'Check STORAGE_DIR and the right to write, then run again.',
    },
  },
  'import.behind_later': {
    vi: {
      says: 'Trên đất của tệp này đã có thửa trong sổ sau ngày của sổ giấy; chưa có gì được đăng ký.',
      wayOut: 'Hãy sửa --book-day, hoặc bỏ nó để đăng ký từ hôm nay.',
    },
    en: {
      says: 'Ground of this file was in the register after the day of the paper books; nothing was registered.',
      wayOut: 'Correct --book-day, or leave it out to register from today on.',
    },
  },
  'import.cancelled': {
    vi: {
      says: 'Đã dừng theo yêu cầu; bước đang làm được hoàn lại, không có gì dở dang.',
      wayOut: 'Chạy lại đúng lệnh này thì việc nhập đi tiếp từ bước đã xong.',
    },
    en: {
      says: 'Stopped as asked; the step under way was undone and nothing is half done.',
      wayOut: 'Run the same command again and it goes on from the last step that was finished.',
    },
  },
  'import.too_heavy': {
    vi: {
      says: 'Các hình trong tệp quá phức tạp nên không kiểm tra xong được trong thời gian cho phép; không có bước nào dở dang.',
      wayOut: 'Hãy chia tệp thành nhiều phần hoặc vẽ gọn lại các hình rồi nhập lại.',
    },
    en: {
      says: 'The shapes in the file are too involved to be checked in the time allowed; no step was left half done.',
      wayOut: 'Divide the file, or simplify its shapes, and import again.',
    },
  },
  'import.failed': {
    vi: {
      says: 'Việc nhập dừng vì lỗi của chương trình[ ({reason})]; không có bước nào dở dang.',
      wayOut: 'Hãy chạy lại; nếu lặp lại, hãy báo người quản trị kèm mã lỗi này.',
    },
    en: {
      says: 'The import stopped by a fault of the program[ ({reason})]; no step was left half done.',
      wayOut: 'Run it again; if it happens once more, tell the administrator this code.',
    },
  },
} as const satisfies Record<CliProblemCode, FindingSentences>;

/** What an option needs, where that is a matter of words; other needs are lists of names and come with the problem. */
const OPTION_NEEDS: Readonly<Record<string, Record<Language, string>>> = {
  '--commune': { vi: 'năm chữ số', en: 'five digits' },
  '--at': {
    vi: 'một ngày có thật dạng NĂM-THÁNG-NGÀY, ví dụ 2025-06-30',
    en: 'a day as YYYY-MM-DD, such as 2025-06-30',
  },
  '--srid': {
    vi: 'mã EPSG của một hệ tọa độ đã biết: 9205–9218, 5896–5899, 3405, 3406, 4326, 4756, 32648, 32649, 4147, 2044, 2045, 2093; hoặc prj',
    en: 'the EPSG code of a known system: 9205–9218, 5896–5899, 3405, 3406, 4326, 4756, 32648, 32649, 4147, 2044, 2045, 2093; or prj',
  },
  '--sheet': { vi: 'số tờ bản đồ, ví dụ 12 hoặc 12a', en: 'a sheet number, such as 12 or 12a' },
  '--scale': { vi: 'mẫu số tỷ lệ từ 100 đến 100000, ví dụ 1000', en: 'a denominator from 100 to 100000, such as 1000' },
};

/** The problem in one language, with its way out. Words of the command line are made safe for a terminal. */
export function cliProblemSentence(code: CliProblemCode, language: Language, detail: CliProblemDetail): string {
  const { says, wayOut } = CLI_PROBLEM_TEXT[code][language];
  const needs = OPTION_NEEDS[detail.option ?? '']?.[language];
  const words: CliProblemDetail = needs === undefined ? detail : { ...detail, needs };
  const wordOf = (name: string): string | null => (words[name] ? printable(words[name], 400).replace(/\.$/, '') : null);
  return `${fillSentence(says, wordOf)} ${fillSentence(wayOut, wordOf)}`;
}
