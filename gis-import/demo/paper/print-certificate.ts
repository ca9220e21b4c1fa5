/**
 * A certificate of the QR form (TT 10/2024), both sides, as a layout of our own: the official blank is not known to us, and this is
 * never one. What stands where follows fact sheet 3.6.
 */
import { formatArea } from '../../../server/domain/words/format-number.ts';
import { type CertificateFacts, qrPayload } from './certificate-facts.ts';
import type { Paper } from './paper-sheet.ts';

const area = (m2: number): string => formatArea(m2, 'vi').replace(/\s*m²$/, '');
const LEFT = 22;

function printFront(paper: Paper, facts: CertificateFacts): void {
  paper.page();
  paper.text('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 100, 24, { size: 13, face: 'bold', align: 'centre' });
  paper.text('Độc lập - Tự do - Hạnh phúc', 100, 30, { size: 13, face: 'bold', align: 'centre' });
  paper.line(74, 32, 126, 32);
  paper.qr(qrPayload(facts), 168, 14, 24);
  paper.text('GIẤY CHỨNG NHẬN', 105, 58, { size: 24, face: 'bold', align: 'centre', colour: [0.75, 0.08, 0.1] });
  paper.text('QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT', 105, 67, {
    size: 13,
    face: 'bold',
    align: 'centre',
    colour: [0.75, 0.08, 0.1],
  });
  let y = paper.text('1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:', LEFT, 80, { face: 'bold' });
  for (const [index, { title, name, identityNumber }] of facts.holders.entries()) {
    const lead = index === 0 ? title : `Và ${title === 'Bà' ? 'vợ' : 'chồng'}: ${title}`;
    y = paper.text(`${lead}: ${name}, CCCD số: ${identityNumber}`, LEFT + 4, y + 1, { width: 165 });
  }
  y = paper.text('2. Thông tin thửa đất:', LEFT, y + 2, { face: 'bold' });
  y = paper.text(`a) Thửa đất số: ${facts.parcelNo}; tờ bản đồ số: ${facts.sheetNo}`, LEFT + 4, y + 1);
  y = paper.text(`b) Diện tích: ${area(facts.areaM2)} m²`, LEFT + 4, y + 1);
  const uses = facts.purposes.map(({ name, areaM2 }) => `${name}: ${area(areaM2)} m²`).join('; ');
  y = paper.text(`c) Loại đất: ${uses}`, LEFT + 4, y + 1, { width: 165 });
  y = paper.text(`d) Thời hạn sử dụng đất: ${facts.term}`, LEFT + 4, y + 1);
  y = paper.text('đ) Hình thức sử dụng đất: Sử dụng riêng', LEFT + 4, y + 1);
  y = paper.text(`e) Địa chỉ: ${facts.address}`, LEFT + 4, y + 1, { width: 165 });
  y = paper.text('3. Thông tin tài sản gắn liền với đất:', LEFT, y + 2, { face: 'bold' });
  for (const line of [
    'a) Tên tài sản: -/-',
    'b) Diện tích sử dụng: -/-',
    'c) Hình thức sở hữu: -/-',
    'd) Thời hạn sở hữu: -/-',
    'đ) Địa chỉ: -/-',
  ])
    y = paper.text(line, LEFT + 4, y + 1);
  const [year, month, day] = facts.issuedOn.split('-');
  y = paper.text(`Bắc Ninh, ngày ${day} tháng ${month} năm ${year}`, 145, y + 8, { face: 'italic', align: 'centre' });
  y = paper.text(facts.office.toUpperCase(), 145, y + 1, { size: 11, face: 'bold', align: 'centre', width: 90 });
  paper.text('GIÁM ĐỐC', 145, y + 1, { size: 12, face: 'bold', align: 'centre' });
  paper.stamp('MẪU HƯ CẤU', 128, y + 16, 15);
  paper.text(facts.signatory, 145, y + 30, { face: 'bold', align: 'centre' });
  paper.text(facts.serial, LEFT, 280, { size: 15, face: 'bold', colour: [0.75, 0.08, 0.1] });
  paper.text('Thông tin chi tiết được thể hiện tại mã QR', 190, 280, { size: 10, face: 'italic', align: 'right' });
}

function printBack(paper: Paper, facts: CertificateFacts): void {
  paper.page();
  paper.text('4. Sơ đồ thửa đất, tài sản gắn liền với đất:', LEFT, 24, { face: 'bold' });
  // A drawing of the size a parcel of this area has at 1:500.
  const side = Math.min(70, Math.max(25, (Math.sqrt(facts.areaM2) * 1000) / 500));
  const corners = [
    [60, 50],
    [60 + side, 54],
    [57 + side, 50 + side],
    [62, 47 + side],
  ] as const;
  paper.polyline([...corners, corners[0]]);
  for (const [index, [x, y]] of corners.entries()) paper.text(String(index + 1), x - 3, y - 1, { size: 10 });
  paper.text(`${facts.parcelNo}`, 60 + side / 2, 50 + side / 2, { size: 12, align: 'centre' });
  paper.text('Số hiệu điểm        X (m)                Y (m)             Cạnh (m)', LEFT, 140, {
    size: 11,
    face: 'bold',
  });
  for (const [index, [x, y]] of corners.entries()) {
    const row = [String(index + 1), (2353280.66 + y).toFixed(2), (416463.27 + x).toFixed(2), side.toFixed(2)];
    for (const [column, cell] of row.entries()) paper.text(cell, LEFT + 6 + column * 36, 147 + index * 6, { size: 11 });
  }
  paper.text('5. Ghi chú: -/-', LEFT, 182, { face: 'bold' });
  paper.text('6. Những thay đổi sau khi cấp Giấy chứng nhận:', LEFT, 192, { face: 'bold' });
  paper.line(LEFT, 197, 188, 197);
  paper.text('Nội dung thay đổi và cơ sở pháp lý', LEFT + 10, 203, { size: 11, face: 'bold' });
  paper.text('Xác nhận của cơ quan có thẩm quyền', 118, 203, { size: 11, face: 'bold' });
  paper.line(LEFT, 206, 188, 206);
  paper.line(110, 197, 110, 262);
  paper.line(LEFT, 262, 188, 262);
  paper.text(`Số vào sổ cấp Giấy chứng nhận: ${facts.bookNo}`, LEFT, 280);
}

/** Prints both sides on new pages of the paper. */
export function printCertificate(paper: Paper, facts: CertificateFacts): void {
  printFront(paper, facts);
  printBack(paper, facts);
}
