/** Why a workbook was not read: closed list, with the way out, in both languages. */
import type { Language } from '../words/language.ts';

export const WORKBOOK_TROUBLES = {
  'workbook.not_xlsx': {
    vi: 'Tệp không phải bảng tính XLSX, hoặc có mật khẩu. Hãy lưu lại thành tệp .xlsx không có mật khẩu rồi gửi lại.',
    en: 'The file is no XLSX workbook, or it has a password. Save it as .xlsx without a password and send it again.',
  },
  'workbook.damaged': {
    vi: 'Tệp bảng tính bị hỏng hoặc bị cắt cụt. Hãy mở tệp trong chương trình bảng tính, lưu thành tệp mới rồi gửi lại.',
    en: 'The workbook is damaged or cut off. Open it in a spreadsheet program, save it as a new file and send that.',
  },
  'workbook.too_large': {
    vi: 'Bảng tính quá lớn cho một lần. Hãy chia thành nhiều tệp và xoá các cột không cần.',
    en: 'The workbook is too large for one time. Divide it into several files and delete columns that are not needed.',
  },
  'workbook.too_slow': {
    vi: 'Tệp bảng tính mở quá lâu nên đã dừng lại. Hãy chép bảng sang một tệp mới rồi gửi lại.',
    en: 'The workbook took too long to open and was stopped. Copy the table into a new file and send that.',
  },
  'workbook.too_heavy': {
    vi: 'Tệp bảng tính cần quá nhiều bộ nhớ nên đã dừng lại. Hãy chép bảng sang một tệp mới rồi gửi lại.',
    en: 'The workbook needs too much memory and was stopped. Copy the table into a new file and send that.',
  },
} as const satisfies Record<string, Record<Language, string>>;
export type WorkbookTrouble = keyof typeof WORKBOOK_TROUBLES;

/** The file is to blame. `limit` names what was too much of. */
export class WorkbookRefused extends Error {
  readonly trouble: WorkbookTrouble;
  readonly limit: string | null;
  constructor(trouble: WorkbookTrouble, limit: string | null = null, options?: ErrorOptions) {
    super(limit === null ? trouble : `${trouble} (${limit})`, options);
    this.name = 'WorkbookRefused';
    this.trouble = trouble;
    this.limit = limit;
  }
}
