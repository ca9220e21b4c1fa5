import type { Rules } from '../rule.ts';

/** What is told of a merger while it is worked out. */
export const MERGE_RULES = {
  'merge.different_systems': {
    severity: 'error',
    vi: 'Các thửa nằm ở hệ toạ độ khác nhau[ (EPSG:{srids})] nên không hợp được. Cần đo đạc lại về một hệ trước.',
    en: 'The parcels are in different systems[ (EPSG:{srids})] and cannot be merged. Survey them anew in one system first.',
  },
  'merge.not_neighbours': {
    severity: 'error',
    vi: 'Các thửa[ {numbers}] không liền thành một thửa. Hãy chọn các thửa có chung ranh giới.',
    en: 'Parcels[ {numbers}] do not meet as one piece. Choose parcels that share a boundary.',
  },
  'merge.holders_differ': {
    severity: 'error',
    vi: 'Các thửa[ {numbers}] không cùng người sử dụng với cùng phần quyền. Hãy chuyển quyền trước, hoặc nêu phần của mỗi người theo văn bản thoả thuận.',
    en: 'Parcels[ {numbers}] are not held by the same people in the same shares. Transfer first, or say by an agreement what each holds of the whole.',
  },
  'merge.burden_not_named': {
    severity: 'error',
    vi: 'Thế chấp hoặc ngăn chặn[ theo văn bản {documents}] sẽ tiếp tục trên cả thửa mới. Hãy xác nhận từng mục.',
    en: 'Mortgages or caveats[ by {documents}] would go on on the whole parcel. Confirm each of them.',
  },
  'merge.burden_unknown': {
    severity: 'error',
    vi: 'Có mục được nêu để chuyển sang thửa mới mà không còn hiệu lực trên các thửa này.',
    en: 'Something was named to go on that does not hold on these parcels.',
  },
  'merge.burden_extends': {
    severity: 'warning',
    vi: 'Thế chấp hoặc ngăn chặn[ theo văn bản {documentNo}] nay mở rộng ra cả thửa mới. Cần văn bản đồng ý của bên liên quan.',
    en: 'The mortgage or caveat[ by {documentNo}] now extends to the whole parcel. The consent of whom it concerns is needed.',
  },
  'merge.legal_area_missing': {
    severity: 'warning',
    vi: 'Thửa[ {numbers}] chưa có diện tích pháp lý, nên thửa mới cũng chưa có, trừ khi được nhập.',
    en: 'Parcels[ {numbers}] have no registered area, so the new one has none unless it is given.',
  },
  'merge.legal_area_changed': {
    severity: 'warning',
    vi: 'Diện tích pháp lý nhập tay[ {legalM2} m²] khác tổng của các thửa[ {sumM2} m²].',
    en: 'The registered area that was given[, {legalM2} m²,] is not the sum of the parcels[, {sumM2} m²].',
  },
  'merge.gap_closed': {
    severity: 'info',
    vi: 'Khe hở hoặc chồng lấn rất nhỏ giữa các thửa được khép lại[ ({areaM2} m²)].',
    en: 'Tiny gaps or overlaps between the parcels are closed[ ({areaM2} m²)].',
  },
  'merge.purpose_areas_missing': {
    severity: 'info',
    vi: 'Có mục đích sử dụng chưa rõ diện tích, nên diện tích từng mục đích của thửa mới cũng chưa rõ.',
    en: 'The area of a purpose is not known, so that of the new parcel is not known either.',
  },
} as const satisfies Rules;
