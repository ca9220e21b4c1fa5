import type { Rules } from '../rule.ts';

/** Rules of a common boundary that is moved between neighbours. */
export const BOUNDARY_RULES = {
  'boundary.wrong_system': {
    severity: 'error',
    vi: 'Toạ độ ở hệ[ EPSG:{srid}], còn tờ bản đồ ở hệ[ EPSG:{sheetSrid}]. Hãy gửi toạ độ trong hệ của tờ.',
    en: 'The coordinates are in[ EPSG:{srid}], the sheet is in[ EPSG:{sheetSrid}]. Send them in the sheet’s own system.',
  },
  'boundary.different_systems': {
    severity: 'error',
    vi: 'Các thửa nằm ở hệ toạ độ khác nhau[ (EPSG:{srids})]. Cần đo đạc lại về một hệ trước.',
    en: 'The parcels are in different systems[ (EPSG:{srids})]. Survey them anew in one system first.',
  },
  'boundary.not_neighbours': {
    severity: 'error',
    vi: 'Các thửa[ {numbers}] không liền nhau. Hãy chọn các thửa có chung ranh giới.',
    en: 'Parcels[ {numbers}] do not meet. Choose parcels that share a boundary.',
  },
  'boundary.does_not_divide': {
    severity: 'error',
    vi: 'Ranh giới mới chia đất thành[ {pieces}] phần, phải đúng bằng số thửa[ {parcels}]. Hãy kéo hai đầu tới ranh giới ngoài.',
    en: 'The new boundary makes[ {pieces}] parts of the land; there must be as many as parcels[, {parcels}]. Draw both ends to the outer boundary.',
  },
  'boundary.part_lost': {
    severity: 'error',
    vi: 'Theo ranh giới mới, thửa[ {no}] không còn phần đất nào của mình. Việc này cần hợp thửa rồi tách thửa.',
    en: 'By the new boundary parcel[ {no}] would keep none of its ground. Merge and split instead.',
  },
  'boundary.same_as_before': {
    severity: 'error',
    vi: 'Ranh giới mới trùng với ranh giới đang có.',
    en: 'The new boundary is the one that is registered.',
  },
  'boundary.ground_moves': {
    severity: 'info',
    vi: 'Thửa[ {no}]: diện tích tính toán từ[ {beforeM2} m²] thành[ {afterM2} m²].',
    en: 'Parcel[ {no}]: computed area from[ {beforeM2} m²] to[ {afterM2} m²].',
  },
  'boundary.legal_areas_do_not_add_up': {
    severity: 'error',
    vi: 'Diện tích pháp lý nhập tay cộng lại là[ {sumM2} m²], phải đúng bằng tổng của các thửa[ {wholeM2} m²], mỗi thửa một số.',
    en: 'The registered areas that were given add up to[ {sumM2} m²]; they must be the sum of the parcels[, {wholeM2} m²], one for each.',
  },
  'boundary.purposes_open': {
    severity: 'info',
    vi: 'Thửa[ {numbers}] có nhiều mục đích; diện tích từng mục đích cần được xác định bằng hồ sơ chuyển mục đích.',
    en: 'Parcels[ {numbers}] have several purposes; the area of each is to be said by a dealing on purposes.',
  },
} as const satisfies Rules;
