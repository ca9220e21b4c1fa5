/**
 * A certificate of the four-page form (10/12/2009 to 31/12/2024), as a layout of our own: the official blank is not copied, and this is
 * never one. What stands where follows fact sheet 3.6.
 */
import { formatArea } from '../../../server/domain/words/format-number.ts';
import type { Random } from '../file/random.ts';
import type { CertificateFacts, WrittenField } from './certificate-facts.ts';
import type { Paper } from './paper-sheet.ts';
import { type LinePart, writeLine } from './write-line.ts';

const area = (m2: number): string => formatArea(m2, 'vi').replace(/\s*m²$/, '');
const LEFT = 22;
const RED = [0.75, 0.08, 0.1] as const;

function printTitle(paper: Paper, facts: CertificateFacts, fill: Fill, random: Random): void {
  paper.page();
  paper.text('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 105, 30, { size: 13, face: 'bold', align: 'centre' });
  paper.text('Độc lập - Tự do - Hạnh phúc', 105, 37, { size: 13, face: 'bold', align: 'centre' });
  paper.line(79, 39, 131, 39);
  paper.text('GIẤY CHỨNG NHẬN', 105, 92, { size: 24, face: 'bold', align: 'centre', colour: RED });
  for (const [row, words] of ['QUYỀN SỬ DỤNG ĐẤT', 'QUYỀN SỞ HỮU NHÀ Ở VÀ TÀI SẢN KHÁC GẮN LIỀN VỚI ĐẤT'].entries())
    paper.text(words, 105, 102 + row * 8, { size: 13, face: 'bold', align: 'centre', colour: RED });
  let y = paper.text('I. Người sử dụng đất, chủ sở hữu nhà ở và tài sản khác gắn liền với đất', LEFT, 135, {
    face: 'bold',
  });
  for (const [index, { title, name, identityNumber }] of facts.holders.entries()) {
    const lead = index === 0 ? title : `Và ${title === 'Bà' ? 'vợ' : 'chồng'}: ${title}`;
    const paperName = identityNumber.length === 9 ? 'CMND' : 'CCCD';
    const parts = [`${lead}: `, fill('holder', name), `, sinh năm ${random.integer(1948, 1985)}, `];
    y = writeLine(paper, [...parts, `${paperName} số: ${identityNumber}`], LEFT + 4, y + 2, random);
  }
  paper.text(`Địa chỉ thường trú: ${facts.address}`, LEFT + 4, y + 2, { width: 165 });
  paper.text(facts.serial, 188, 280, { size: 15, face: 'bold', align: 'right', colour: RED });
}

function printLand(paper: Paper, facts: CertificateFacts, fill: Fill, random: Random): void {
  paper.page();
  let y = paper.text('II. Thửa đất, nhà ở và tài sản khác gắn liền với đất', LEFT, 26, { face: 'bold' });
  y = paper.text('1. Thửa đất:', LEFT, y + 2, { face: 'bold' });
  const numbers = ['a) Thửa đất số: ', fill('parcelNo', facts.parcelNo), ', tờ bản đồ số: '];
  y = writeLine(paper, [...numbers, fill('sheetNo', facts.sheetNo)], LEFT + 4, y + 1, random);
  y = paper.text(`b) Địa chỉ: ${facts.address}`, LEFT + 4, y + 1, { width: 165 });
  y = writeLine(paper, ['c) Diện tích: ', fill('areaM2', area(facts.areaM2)), ' m²'], LEFT + 4, y + 1, random);
  y = paper.text('d) Hình thức sử dụng: riêng: toàn bộ, chung: không', LEFT + 4, y + 1);
  const [only, ...more] = facts.purposes;
  const uses =
    more.length === 0 ? only?.name : facts.purposes.map(({ name, areaM2 }) => `${name}: ${area(areaM2)} m²`).join('; ');
  y = paper.text(`đ) Mục đích sử dụng: ${uses}`, LEFT + 4, y + 1, { width: 165 });
  y = paper.text(`e) Thời hạn sử dụng: ${facts.term}`, LEFT + 4, y + 1);
  y = paper.text('g) Nguồn gốc sử dụng: Công nhận quyền sử dụng đất như giao đất có thu tiền', LEFT + 4, y + 1);
  for (const line of ['2. Nhà ở: -/-', '3. Công trình xây dựng khác: -/-', '4. Rừng sản xuất là rừng trồng: -/-'])
    y = paper.text(line, LEFT, y + 2, { face: 'bold' });
  y = paper.text('5. Cây lâu năm: -/-', LEFT, y + 2, { face: 'bold' });
  y = paper.text('6. Ghi chú: -/-', LEFT, y + 2, { face: 'bold' });
  const [year, month, day] = facts.issuedOn.split('-');
  y = paper.text(`Yên Lĩnh, ngày ${day} tháng ${month} năm ${year}`, 145, y + 14, { face: 'italic', align: 'centre' });
  y = paper.text('TM. ỦY BAN NHÂN DÂN', 145, y + 1, { size: 12, face: 'bold', align: 'centre' });
  paper.text('CHỦ TỊCH', 145, y + 1, { size: 12, face: 'bold', align: 'centre' });
  paper.stamp('MẪU HƯ CẤU', 128, y + 16, 16);
  paper.text(facts.signatory, 145, y + 32, { face: 'bold', align: 'centre' });
  paper.text(`Số vào sổ cấp GCN: ${facts.bookNo}`, LEFT, 280);
}

function printDrawing(paper: Paper, facts: CertificateFacts): void {
  paper.page();
  paper.text('III. Sơ đồ thửa đất, nhà ở và tài sản khác gắn liền với đất', LEFT, 26, { face: 'bold' });
  const side = Math.min(80, Math.max(28, (Math.sqrt(facts.areaM2) * 1000) / 500));
  const corners = [
    [62, 60],
    [62 + side, 57],
    [66 + side, 60 + side],
    [58, 56 + side],
  ] as const;
  paper.polyline([...corners, corners[0]]);
  for (const [index, [x, y]] of corners.entries()) paper.text(String(index + 1), x - 3, y - 1, { size: 10 });
  paper.text(`Tỷ lệ 1/500`, 105, 165, { size: 11, face: 'italic', align: 'centre' });
  printChanges(paper, 185, 'IV. Những thay đổi sau khi cấp giấy chứng nhận');
}

function printChanges(paper: Paper, y: number, title: string | null): void {
  if (title) paper.text(title, LEFT, y, { face: 'bold' });
  paper.line(LEFT, y + 4, 188, y + 4);
  paper.text('Nội dung thay đổi và cơ sở pháp lý', LEFT + 10, y + 10, { size: 11, face: 'bold' });
  paper.text('Xác nhận của cơ quan có thẩm quyền', 118, y + 10, { size: 11, face: 'bold' });
  paper.line(LEFT, y + 13, 188, y + 13);
}

function printEnd(paper: Paper, barcode: string): void {
  paper.page();
  printChanges(paper, 22, null);
  paper.line(LEFT, 190, 188, 190);
  const notice =
    'Người được cấp Giấy chứng nhận không được sửa chữa, tẩy xóa hoặc bổ sung bất kỳ nội dung nào trong Giấy chứng nhận; khi bị mất hoặc hư hỏng Giấy chứng nhận phải khai báo ngay với cơ quan cấp giấy.';
  paper.text(notice, LEFT, 205, { size: 11, face: 'italic', width: 166 });
  paper.barcode(barcode, 70, 235, 70, 14);
}

type Fill = (field: WrittenField, value: string) => LinePart;

/** Prints the four pages on new pages of the paper; what was filled in by hand is written with strokes drawn from `random`. */
export function printFourPage(paper: Paper, facts: CertificateFacts, random: Random): void {
  const fill: Fill = (field, value) => (facts.byHand.includes(field) ? { written: value } : value);
  printTitle(paper, facts, fill, random);
  printLand(paper, facts, fill, random);
  printDrawing(paper, facts);
  printEnd(paper, facts.barcode ?? '');
}
