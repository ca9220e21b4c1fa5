import type { Rules } from '../rule.ts';

/** What is told of a cut while it is worked out. */
export const SPLIT_RULES = {
  'split.does_not_cut': {
    severity: 'error',
    vi: 'Đường cắt không chia thửa thành hai phần. Hãy kéo cả hai đầu tới ranh giới thửa, hoặc vượt qua một chút.',
    en: 'The line does not cut the parcel in two. Draw both ends to its boundary, or a little beyond.',
  },
  'split.wrong_system': {
    severity: 'error',
    vi: 'Toạ độ ở hệ[ EPSG:{srid}], còn tờ bản đồ ở hệ[ EPSG:{sheetSrid}]. Hãy gửi toạ độ trong hệ của tờ.',
    en: 'The coordinates are in[ EPSG:{srid}], the sheet is in[ EPSG:{sheetSrid}]. Send them in the sheet’s own system.',
  },
  'split.number_taken': {
    severity: 'error',
    vi: 'Số thửa đã được dùng hoặc không đủ số[: {numbers}]. Hãy để trống để hệ thống cấp số tiếp theo.',
    en: 'Numbers were used before, or there are too few[: {numbers}]. Leave them out to be given the next free ones.',
  },
  'split.legal_areas_do_not_add_up': {
    severity: 'error',
    vi: 'Diện tích pháp lý của các phần cộng lại là[ {sumM2} m²], phải đúng bằng của thửa[ {parentM2} m²], mỗi phần một số.',
    en: 'The registered areas of the parts add up to[ {sumM2} m²]; they must be exactly that of the parcel[, {parentM2} m²], one for each part.',
  },
  'split.areas_without_reason': {
    severity: 'error',
    vi: 'Diện tích pháp lý được nhập tay thay cho phần chia theo tỷ lệ. Hãy ghi lý do.',
    en: 'Registered areas were entered by hand instead of shares in proportion. Say why.',
  },
  'split.neighbours_get_corners': {
    severity: 'info',
    vi: 'Các thửa liền kề[ {numbers}] được thêm đỉnh tại chỗ đường cắt chạm ranh giới chung.',
    en: 'Neighbours[ {numbers}] get a corner where the cut meets the common boundary.',
  },
} as const satisfies Rules;
