import type { Rules } from '../rule.ts';

/** Rules of certificates of the archive that bear out what the register says. Each is judged by itself, and named by its serial. */
export const ARCHIVE_RULES = {
  'archive.targets_unfit': {
    severity: 'error',
    vi: 'Các thửa của hồ sơ phải đúng là các thửa của những giấy đã nêu.',
    en: 'The parcels of the dealing must be those of the papers that it names.',
  },
  'archive.not_confirmed': {
    severity: 'error',
    vi: 'Giấy[ {documentNo}] không phải giấy chứng nhận đã xác nhận trong kho của xã này.',
    en: 'Paper[ {documentNo}] is no certificate that was confirmed in the archive of this commune.',
  },
  'archive.no_parcel': {
    severity: 'error',
    vi: 'Giấy[ {documentNo}] chưa được đề nghị gắn với thửa[ {no}], hoặc đã bị trả lại.',
    en: 'Paper[ {documentNo}] was not proposed for parcel[ {no}], or was sent back.',
  },
  'archive.second_open': {
    severity: 'error',
    vi: 'Giấy[ {documentNo}] đang chờ đọc lần hai, hoặc hai lần đọc khác nhau và chưa có quyết định.',
    en: 'Paper[ {documentNo}] waits for its second reading, or its two readings differ and are not settled.',
  },
  'archive.undated': {
    severity: 'error',
    vi: 'Giấy[ {documentNo}] không có số phát hành hoặc ngày cấp, nên không chứng minh được quyền.',
    en: 'Paper[ {documentNo}] shows no serial or no day of issue, so it proves no right.',
  },
  'archive.serial_differs': {
    severity: 'error',
    vi: 'Sổ ghi quyền của người này trên thửa[ {no}] theo giấy chứng nhận[ {registerNo}], khác giấy[ {documentNo}].',
    en: 'The register shows the right of this holder on parcel[ {no}] by certificate[ {registerNo}], not by paper[ {documentNo}].',
  },
  'archive.holder_differs': {
    severity: 'error',
    vi: 'Người trên giấy[ {documentNo}] không phải người sổ ghi có quyền trên thửa[ {no}].',
    en: 'Who stands on paper[ {documentNo}] is not whom the register shows on parcel[ {no}].',
  },
  'archive.holder_spelt': {
    severity: 'warning',
    vi: 'Tên trên giấy[ {documentNo}] và tên trong sổ ở thửa[ {no}] khác nhau về dấu; hãy xem kỹ trước khi quyết định.',
    en: 'The name on paper[ {documentNo}] and that of the register on parcel[ {no}] differ in their tones; look closely before you decide.',
  },
  'archive.holder_partly': {
    severity: 'warning',
    vi: 'Giấy[ {documentNo}] nêu thêm[ {n}] người mà sổ không ghi ở thửa[ {no}].',
    en: 'Paper[ {documentNo}] names[ {n}] more people than the register shows on parcel[ {no}].',
  },
  'archive.no_right': {
    severity: 'warning',
    vi: 'Sổ chưa ghi quyền nào trên thửa[ {no}]; giấy[ {documentNo}] chỉ được gắn với thửa.',
    en: 'The register holds no right on parcel[ {no}]; paper[ {documentNo}] is only put to the parcel.',
  },
  'archive.area_differs': {
    severity: 'warning',
    vi: 'Giấy[ {documentNo}] ghi[ {areaM2} m²]; sổ ghi thửa[ {no}][ {registerM2} m²].',
    en: 'Paper[ {documentNo}] says[ {areaM2} m²]; the register shows parcel[ {no}][ with {registerM2} m²].',
  },
  'archive.confirms': {
    severity: 'info',
    vi: 'Khi vào sổ,[ {rights}] quyền trên thửa[ {no}] được xác nhận theo giấy chứng nhận[ {documentNo}].',
    en: 'Once registered,[ {rights}] rights on parcel[ {no}] are confirmed by certificate[ {documentNo}].',
  },
  'archive.confirmed_already': {
    severity: 'info',
    vi: 'Quyền trên thửa[ {no}] đã được xác nhận; giấy[ {documentNo}] chỉ được gắn với thửa.',
    en: 'The rights on parcel[ {no}] are confirmed already; paper[ {documentNo}] is only put to the parcel.',
  },
} as const satisfies Rules;
