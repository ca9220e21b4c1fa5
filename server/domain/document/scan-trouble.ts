/** Why a scanned file, or a page of it, is not shown: closed list, with the way out, in both languages. */
import type { Language } from '../words/language.ts';

export const SCAN_TROUBLES = {
  'scan.empty': {
    vi: 'Tệp không có dữ liệu. Hãy quét lại giấy tờ rồi gửi lại.',
    en: 'The file is empty. Scan the paper again and send it anew.',
  },
  'scan.kind_unsupported': {
    vi: 'Tệp không phải PDF, JPEG, PNG hay TIFF. Hãy lưu bản quét thành một trong các loại đó rồi gửi lại.',
    en: 'The file is no PDF, JPEG, PNG or TIFF. Save the scan as one of these and send it again.',
  },
  'scan.encrypted': {
    vi: 'Tệp PDF có mật khẩu. Hãy lưu lại một bản không có mật khẩu rồi gửi lại.',
    en: 'The PDF has a password. Save a copy without one and send that.',
  },
  'scan.scripted': {
    vi: 'Tệp PDF có chương trình hoặc tệp đính kèm bên trong, nên không được mở. Hãy in ra PDF mới (chỉ có hình) rồi gửi lại.',
    en: 'The PDF carries programs or attached files and was not opened. Print it to a new PDF of pictures only and send that.',
  },
  'scan.damaged': {
    vi: 'Phần này của tệp bị hỏng hoặc bị cắt cụt, không đọc được. Hãy quét lại rồi gửi lại.',
    en: 'This part of the file is damaged or cut off and cannot be read. Scan it again and send it anew.',
  },
  'scan.too_many_pages': {
    vi: 'Tệp có quá nhiều trang cho một lần. Hãy chia thành nhiều tệp, mỗi tệp không quá 500 trang.',
    en: 'The file has too many pages for one time. Divide it into files of at most 500 pages.',
  },
  'scan.too_long': {
    vi: 'Tệp quá lớn cho một lần. Hãy chia thành nhiều tệp, mỗi tệp không quá 400 MB.',
    en: 'The file is too large for one time. Divide it into files of at most 400 MB.',
  },
  'scan.page_too_large': {
    vi: 'Trang có kích thước hoặc số điểm ảnh vượt mức cho phép (80 triệu điểm ảnh). Hãy quét lại ở độ phân giải thấp hơn.',
    en: 'The page has more picture points than allowed (80 million). Scan it again at a lower resolution.',
  },
  'scan.page_too_small': {
    vi: 'Trang quá nhỏ để đọc được. Hãy quét lại ở độ phân giải 300 dpi.',
    en: 'The page is too small to be read. Scan it again at 300 dpi.',
  },
  'scan.too_slow': {
    vi: 'Phần này của tệp mở quá lâu nên đã dừng lại. Hãy quét lại giấy tờ thay vì dùng tệp này.',
    en: 'This part of the file took too long to open and was stopped. Scan the paper again instead of using this file.',
  },
  'scan.too_heavy': {
    vi: 'Phần này của tệp cần quá nhiều bộ nhớ nên đã dừng lại. Hãy quét lại giấy tờ thay vì dùng tệp này.',
    en: 'This part of the file needs too much memory and was stopped. Scan the paper again instead of using this file.',
  },
  'scan.unreadable': {
    vi: 'Chương trình đọc chữ dừng giữa chừng nhiều lần ở trang này. Hình trang vẫn còn; hãy nhập các mục bằng tay.',
    en: 'The program that reads text was stopped several times on this page. Its picture is kept; type the fields by hand.',
  },
} as const satisfies Record<string, Record<Language, string>>;
export type ScanTrouble = keyof typeof SCAN_TROUBLES;

const isKnown = (code: string): code is ScanTrouble => Object.hasOwn(SCAN_TROUBLES, code);

/** The sentence of a code; one of an older version reads as damage. */
export const scanTroubleText = (code: string, language: Language): string =>
  SCAN_TROUBLES[isKnown(code) ? code : 'scan.damaged'][language];
