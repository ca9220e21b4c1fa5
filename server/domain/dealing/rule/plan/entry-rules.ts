import type { Rules } from '../rule.ts';

/** Rules of what paper books registered before the register was kept here, and what is entered late. */
export const ENTRY_RULES = {
  'entry.late': {
    severity: 'warning',
    vi: 'Nhập từ sổ giấy: đã ghi sổ ngày {on}[, {book}]. Khi duyệt, thay đổi có hiệu lực pháp lý từ ngày đó; hãy đối chiếu với sổ.',
    en: 'Entered from paper books: registered there on {on}[, {book}]. Once approved it holds from that day; compare it with the book.',
  },
  'entry.in_future': {
    severity: 'error',
    vi: 'Ngày ghi sổ {on} chưa đến. Hãy sửa ngày, hoặc bỏ trống để đăng ký theo ngày duyệt.',
    en: 'The day {on} of the book has not come. Correct it, or leave it out to register on the day of approval.',
  },
  'entry.before_later': {
    severity: 'error',
    vi: 'Trên thửa[ {no}] đã có thay đổi vào sổ sau ngày {on}[, ngày {later}]. Hãy huỷ thay đổi đó trước rồi nhập theo thứ tự, hoặc sửa ngày ghi sổ.',
    en: 'Something was registered on parcel[ {no}] after {on}[, on {later}]. Take that back first and enter both in their order, or correct the day.',
  },
  'entry.before_paper': {
    severity: 'error',
    vi: 'Giấy tờ của hồ sơ ghi ngày {paper}, sau ngày ghi sổ {on}. Hãy sửa một trong hai ngày.',
    en: 'The paper of the dealing is of {paper}, after the day {on} of the book. Correct one of the two.',
  },
} as const satisfies Rules;
