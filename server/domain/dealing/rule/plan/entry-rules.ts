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
  'entry.of_certificate': {
    severity: 'error',
    vi: 'Giấy chứng nhận được cấp, đổi, thu hồi theo ngày duyệt, không nhập theo ngày {on} của sổ giấy. Hãy bỏ ngày ghi sổ.',
    en: 'Certificates are issued, exchanged and recalled on the day of approval, not on the day {on} of a paper book. Leave the day out.',
  },
  'entry.of_other_day': {
    severity: 'error',
    vi: 'Chỉ hồ sơ đã nhập từ sổ giấy mới được huỷ từ ngày của sổ, và đúng ngày đó[ ({day})]. Hãy bỏ ngày ghi sổ.',
    en: 'Only what was entered from paper books is taken back from the day of the book, and from that day[ ({day})]. Leave the day out.',
  },
  'entry.kept_here': {
    severity: 'error',
    vi: 'Thửa[ {no}] đã được quản lý trong sổ này từ ngày[ {since}]: thay đổi sau đó có hiệu lực từ khi duyệt, không nhập theo sổ giấy[ ngày {on}].',
    en: 'Parcel[ {no}] has been kept in this register since[ {since}]: what changed later holds from its approval and is not entered from paper books[ of {on}].',
  },
  'entry.before_land': {
    severity: 'error',
    vi: 'Thửa[ {no}] có trong sổ từ ngày[ {since}], sau ngày ghi sổ {on}. Hãy sửa ngày; nếu tệp bản đồ là của một ngày trước đó, tệp phải được nạp với ngày ấy.',
    en: 'Parcel[ {no}] is in the register from[ {since}] on, after the day {on} of the book. Correct the day; if the map file is of an earlier day, it has to be loaded with that day.',
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
