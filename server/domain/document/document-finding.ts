/** Facts about what was read, for the person who confirms it. */
import type { Language } from '../words/language.ts';

export const DOCUMENT_FINDINGS = {
  'field.not_found': {
    vi: 'Không tìm thấy mục này trên giấy.',
    en: 'This was not found on the paper.',
  },
  'field.doubtful': {
    vi: 'Chữ đọc không rõ; hãy nhìn hình và gõ lại.',
    en: 'The print was not read clearly; look at the picture and type it.',
  },
  'field.written': {
    vi: 'Mục này có vẻ được viết tay; hãy nhìn hình và gõ lại.',
    en: 'This seems to have been filled in by hand; look at the picture and type it.',
  },
  'field.shape_unusual': {
    vi: 'Giá trị không có dạng thường gặp của mục này.',
    en: 'The value does not have the usual form of this field.',
  },
  'field.qr_differs': {
    vi: 'Mã QR ghi khác chữ in trên giấy.',
    en: 'The QR code says something else than the print.',
  },
  'field.barcode_differs': {
    vi: 'Mã vạch ghi khác chữ in trên giấy.',
    en: 'The barcode says something else than the print.',
  },
  'field.sum_differs': {
    vi: 'Tổng diện tích các loại đất khác diện tích thửa.',
    en: 'The areas of the land uses do not add up to the area of the parcel.',
  },
  'field.register_differs': {
    vi: 'Sổ đăng ký của thửa này ghi khác.',
    en: 'The register of this parcel says something else.',
  },
  'document.parcel_not_found': {
    vi: 'Sổ không có thửa nào mang số tờ, số thửa này trong xã.',
    en: 'The register has no parcel of this sheet and number in the commune.',
  },
  'document.parcel_ambiguous': {
    vi: 'Có nhiều thửa cùng số tờ, số thửa trong xã (tờ bản đồ của các đơn vị cũ).',
    en: 'Several parcels of the commune have this sheet and number (sheets of former units).',
  },
  'document.serial_elsewhere': {
    vi: 'Sổ ghi số phát hành này ở một thửa khác.',
    en: 'The register shows this serial at another parcel.',
  },
} as const satisfies Record<string, Record<Language, string>>;
export type DocumentFindingCode = keyof typeof DOCUMENT_FINDINGS;
export const DOCUMENT_FINDING_CODES = Object.keys(DOCUMENT_FINDINGS) as readonly DocumentFindingCode[];
