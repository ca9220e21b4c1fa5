/** Words of the summary, in both languages. */
import type { ImportReport, RecordStatus, ReportedFinding } from '../../server/domain/batch/import-report.ts';
import type { Language } from '../../server/domain/words/language.ts';

type InBoth<T> = Readonly<Record<Language, T>>;

export const LABELS: InBoth<
  Record<'files' | 'commune' | 'records' | 'encoding' | 'system' | 'register' | 'time' | 'next', string>
> = {
  vi: {
    files: 'Tệp',
    commune: 'Xã',
    records: 'Bản ghi',
    encoding: 'Bảng mã',
    system: 'Hệ tọa độ',
    register: 'Đăng ký',
    time: 'Thời gian',
    next: 'Tiếp theo',
  },
  en: {
    files: 'Files',
    commune: 'Commune',
    records: 'Records',
    encoding: 'Encoding',
    system: 'Projection',
    register: 'Register',
    time: 'Time',
    next: 'Next',
  },
};

export type Outcome = ImportReport['status'] | 'blocked';

export const OUTCOMES: InBoth<Record<Outcome, string>> = {
  vi: { validated: 'ĐÃ KIỂM TRA', blocked: 'BỊ CHẶN', promoted: 'ĐÃ ĐĂNG KÝ', refused: 'BỊ TỪ CHỐI' },
  en: { validated: 'CHECKED', blocked: 'BLOCKED', promoted: 'REGISTERED', refused: 'REFUSED' },
};

export const RECORD_WORDS: InBoth<Record<RecordStatus | 'read', string>> = {
  vi: {
    read: 'đã đọc, gồm',
    valid: 'hợp lệ',
    warned: 'có cảnh báo, vẫn đăng ký được',
    blocked: 'bị chặn, cần sửa hoặc loại ra',
    refused: 'không thể thành thửa đất',
    ignored: 'đã loại ra, hoặc đã xóa ở nguồn',
  },
  en: {
    read: 'read, of which',
    valid: 'valid',
    warned: 'with a warning, can be registered',
    blocked: 'blocked, to be corrected or left out',
    refused: 'refused, cannot become a parcel',
    ignored: 'left out, or deleted at the source',
  },
};

export const SEVERITY_WORDS: InBoth<Record<ReportedFinding['severity'], string>> = {
  vi: { error: 'LỖI', warning: 'CẢNH BÁO', info: 'GHI CHÚ' },
  en: { error: 'ERROR', warning: 'WARNING', info: 'NOTE' },
};

/** In the order in which they happen. */
export const STAGE_WORDS: InBoth<Readonly<Record<string, string>>> = {
  vi: {
    receive: 'nhận',
    unpack: 'giải nén',
    read: 'đọc',
    convert: 'chuyển đổi',
    stage: 'lưu tạm',
    validate: 'kiểm tra',
    report: 'báo cáo',
    promote: 'đăng ký',
  },
  en: {
    receive: 'receive',
    unpack: 'unpack',
    read: 'read',
    convert: 'convert',
    stage: 'stage',
    validate: 'check',
    report: 'report',
    promote: 'register',
  },
};

/** How sure, in words; the per cent stands behind it. */
export function sureness(confidence: number, language: Language): string {
  const vi = language === 'vi';
  if (confidence >= 0.95) return vi ? 'chắc chắn' : 'sure';
  if (confidence >= 0.8) return vi ? 'khá chắc' : 'fairly sure';
  return confidence >= 0.5 ? (vi ? 'chưa chắc' : 'not sure') : vi ? 'rất không chắc' : 'a guess';
}
