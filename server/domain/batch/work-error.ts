/** Why a worker could not bring a batch to its end, in words for who looks at it. */
import type { Language } from '../words/language.ts';

export const WORK_ERRORS = {
  'work.stopped': {
    vi: 'Chương trình xử lý bị dừng giữa chừng nhiều lần; tệp có thể quá nặng đối với máy chủ này.',
    en: 'The program that reads it was stopped midway several times; the file may be too heavy for this server.',
  },
  'work.broken_off': {
    vi: 'Chương trình xử lý bị dừng giữa chừng.',
    en: 'The program that reads it was stopped midway.',
  },
  'work.too_heavy': {
    vi: 'Các hình trong tệp quá phức tạp nên không kiểm tra xong được trong thời gian cho phép. Hãy chia tệp thành nhiều phần hoặc vẽ gọn lại các hình rồi gửi lại.',
    en: 'The shapes in the file are too involved to be checked in the time allowed. Divide the file, or simplify its shapes, and send it again.',
  },
  'work.parser_failed': {
    vi: 'Chương trình đọc tệp gặp lỗi mà không nói được lý do.',
    en: 'The program that reads the file failed without being able to say why.',
  },
  'work.commune_unresolved': {
    vi: 'Mã xã đã khai không còn xác định được địa bàn của tệp này.',
    en: 'The commune that was named no longer says where the land of this file lies.',
  },
  'work.source_damaged': {
    vi: 'Tệp gốc trong kho lưu trữ không đọc lại được nguyên vẹn. Hãy tải tệp lên lần nữa.',
    en: 'The source file in the store cannot be read back whole. Upload it again.',
  },
  'work.no_room': {
    vi: 'Máy chủ hết chỗ chứa khi đang xử lý tệp.',
    en: 'The server ran out of room while working on the file.',
  },
  'work.database_failed': {
    vi: 'Cơ sở dữ liệu không nhận kết quả xử lý.',
    en: 'The database did not take the results.',
  },
  'work.failed': {
    vi: 'Máy chủ gặp lỗi khi xử lý tệp; lỗi đã được ghi lại.',
    en: 'The server failed on this file; the failure is recorded.',
  },
} as const satisfies Record<string, Record<Language, string>>;
export type WorkErrorCode = keyof typeof WORK_ERRORS;

const isKnown = (code: string): code is WorkErrorCode => Object.hasOwn(WORK_ERRORS, code);

/** The sentence of a code; one that an older version wrote reads as a plain failure. */
export const workErrorText = (code: string, language: Language): string =>
  WORK_ERRORS[isKnown(code) ? code : 'work.failed'][language];
