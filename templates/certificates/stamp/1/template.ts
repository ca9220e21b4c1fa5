/**
 * What a visible signature says, version 1: who, of which office, when. A sample layout; Decree 30/2020, annex I, asks of a
 * digital signature of an office its name and the moment, and leaves the rest open.
 */
export const STAMP_1 = {
  version: 1,
  widthMm: 56,
  heightMm: 22,
  gapMm: 3,
  sizePt: 7.5,
  smallPt: 6.5,
  /** In the order in which they sign, the last one always the head: one signs alone, two are drawer and head. */
  roles: ['Người lập', 'Người kiểm tra', 'Thủ trưởng đơn vị'],
  words: {
    alone: 'Ký số',
    by: 'Ký bởi: {name}',
    office: 'Cơ quan: {office}',
    at: 'Thời gian ký: {moment}',
    trial: 'Chữ ký thử nghiệm',
  },
} as const;
