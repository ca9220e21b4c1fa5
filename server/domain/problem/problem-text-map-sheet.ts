/** How the problems of map sheets on paper read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type MapSheetProblem = Extract<ProblemCode, `map_sheet.${string}`>;

export const MAP_SHEET_PROBLEM_TEXT: Record<
  MapSheetProblem,
  Record<Language, readonly [title: string, detail: string]>
> = {
  'map_sheet.points_unfit': {
    vi: [
      'Điểm khống chế chưa đúng',
      'Có điểm không dùng được nên chưa lưu gì; danh sách errors cho biết điểm nào và vì sao.',
    ],
    en: [
      'Control points do not fit',
      'Some points cannot be used, so nothing was kept; the list "errors" says which and why.',
    ],
  },
  'map_sheet.not_placed': {
    vi: ['Tờ bản đồ chưa định vị', 'Tờ bản đồ chưa đủ điểm khống chế để đặt lên đất. Hãy thêm điểm rồi làm lại.'],
    en: [
      'The sheet is not placed',
      'The sheet has too few control points to be laid on the land. Add points and do this again.',
    ],
  },
  'map_sheet.beyond_tolerance': {
    vi: [
      'Sai số vượt hạn',
      'Sai số của tờ bản đồ lớn hơn hạn của tỷ lệ, hoặc chưa đủ điểm để biết. Hãy xem lại điểm lệch nhiều nhất, thêm điểm, hoặc chọn phép biến đổi khác.',
    ],
    en: [
      'Beyond the tolerance',
      'The sheet is off by more than its scale allows, or has too few points to tell. Look at the point that is off most, add points, or choose another transformation.',
    ],
  },
  'map_sheet.parcels_unfit': {
    vi: [
      'Thửa chưa đủ để bàn giao',
      'Phải có ít nhất một thửa, và mỗi thửa có số riêng; danh sách errors cho biết thửa nào còn thiếu.',
    ],
    en: [
      'Parcels cannot be handed over yet',
      'There must be a parcel, and each must have a number of its own; the list "errors" says which lack one.',
    ],
  },
};
