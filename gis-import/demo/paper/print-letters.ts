/** The papers that lie beside a certificate in its dossier: a contract, an application, a decision. Invented, after what such papers say. */
import { formatArea } from '../../../server/domain/words/format-number.ts';
import type { Random } from '../file/random.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import type { Paper } from './paper-sheet.ts';
import { type LinePart, writeLine } from './write-line.ts';

export interface LetterFacts {
  readonly certificate: CertificateFacts;
  /** Who is to have the land. */
  readonly taker: { readonly name: string; readonly identityNumber: string };
  /** YYYY-MM-DD */
  readonly on: string;
  readonly no: number;
  /** Whether numbers and area were filled in by hand. */
  readonly byHand: boolean;
}

const LEFT = 25;
const WIDTH = 160;
const area = (m2: number): string => formatArea(m2, 'vi').replace(/\s*m²$/, '');

function head(paper: Paper, title: string, about: string): number {
  paper.page();
  paper.text('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 105, 22, { size: 13, face: 'bold', align: 'centre' });
  paper.text('Độc lập - Tự do - Hạnh phúc', 105, 28, { size: 13, face: 'bold', align: 'centre' });
  paper.line(79, 30, 131, 30);
  const y = paper.text(title, 105, 48, { size: 15, face: 'bold', align: 'centre' });
  return paper.text(about, 105, y + 1, { face: 'italic', align: 'centre', width: 150 }) + 4;
}

const dayOf = (on: string): string => {
  const [year, month, day] = on.split('-');
  return `ngày ${day} tháng ${month} năm ${year}`;
};

/** Three lines that say which land is meant. */
function printLand(paper: Paper, { certificate, byHand }: LetterFacts, y: number, random: Random): number {
  const fill = (value: string): LinePart => (byHand ? { written: value } : value);
  const numbers = ['- Thửa đất số: ', fill(certificate.parcelNo), '; tờ bản đồ số: ', fill(certificate.sheetNo)];
  let at = writeLine(paper, numbers, LEFT, y, random);
  at = writeLine(paper, ['- Diện tích: ', fill(area(certificate.areaM2)), ' m²'], LEFT, at + 1, random);
  return paper.text(`- Địa chỉ: ${certificate.address}`, LEFT, at + 1, { width: WIDTH });
}

export function printContract(paper: Paper, facts: LetterFacts, random: Random): void {
  const { certificate, taker, on, no } = facts;
  const [giver] = certificate.holders;
  let y = head(paper, 'HỢP ĐỒNG CHUYỂN NHƯỢNG QUYỀN SỬ DỤNG ĐẤT', `Số công chứng: ${no}/TP/CC-SCC/HĐGD`);
  y = paper.text(`Hôm nay, ${dayOf(on)}, chúng tôi gồm có:`, LEFT, y + 2, { width: WIDTH });
  y = paper.text('BÊN CHUYỂN NHƯỢNG (Bên A):', LEFT, y + 2, { face: 'bold' });
  y = paper.text(`${giver?.title}: ${giver?.name}, CCCD số: ${giver?.identityNumber}`, LEFT, y + 1, { width: WIDTH });
  y = paper.text('BÊN NHẬN CHUYỂN NHƯỢNG (Bên B):', LEFT, y + 2, { face: 'bold' });
  y = paper.text(`Ông: ${taker.name}, CCCD số: ${taker.identityNumber}`, LEFT, y + 1, { width: WIDTH });
  y = paper.text('Điều 1. Quyền sử dụng đất chuyển nhượng', LEFT, y + 3, { face: 'bold' });
  const cited = `Bên A chuyển nhượng cho Bên B quyền sử dụng đất theo Giấy chứng nhận có số phát hành ${certificate.serial}, số vào sổ ${certificate.bookNo}, cụ thể như sau:`;
  y = paper.text(cited, LEFT, y + 1, { width: WIDTH });
  y = printLand(paper, facts, y + 1, random);
  y = paper.text('Điều 2. Giá chuyển nhượng', LEFT, y + 3, { face: 'bold' });
  const price = random.integer(120, 2400);
  y = paper.text(`Giá chuyển nhượng là ${price}.000.000 đồng, do hai bên tự thỏa thuận.`, LEFT, y + 1, {
    width: WIDTH,
  });
  y = paper.text('Điều 3. Việc giao đất và đăng ký', LEFT, y + 3, { face: 'bold' });
  paper.text(
    'Bên A giao thửa đất cùng giấy tờ cho Bên B ngay sau khi hợp đồng được công chứng. Bên B đăng ký quyền sử dụng đất tại cơ quan có thẩm quyền và chịu lệ phí.',
    LEFT,
    y + 1,
    { width: WIDTH },
  );
  paper.page();
  y = paper.text('Điều 4. Phương thức giải quyết tranh chấp hợp đồng', LEFT, 26, { face: 'bold' });
  y = paper.text(
    'Trong quá trình thực hiện hợp đồng, nếu phát sinh tranh chấp, các bên cùng nhau thương lượng; không thương lượng được thì khởi kiện tại tòa án.',
    LEFT,
    y + 1,
    { width: WIDTH },
  );
  y = paper.text('Bên A ký và ghi rõ họ tên', 60, y + 12, { face: 'bold', align: 'centre' });
  paper.text('Bên B ký và ghi rõ họ tên', 150, y - 6, { face: 'bold', align: 'centre' });
  paper.text('LỜI CHỨNG CỦA CÔNG CHỨNG VIÊN', 105, y + 50, { face: 'bold', align: 'centre' });
  paper.stamp('MẪU HƯ CẤU', 120, y + 80, 16);
}

export function printApplication(paper: Paper, facts: LetterFacts, random: Random): void {
  const { certificate, on } = facts;
  const [holder] = certificate.holders;
  let y = head(paper, 'ĐƠN ĐĂNG KÝ BIẾN ĐỘNG', 'Đất đai, tài sản gắn liền với đất');
  y = paper.text('Kính gửi: Chi nhánh Văn phòng Đăng ký đất đai Yên Lĩnh', 105, y + 2, { align: 'centre' });
  y = paper.text('1. Người sử dụng đất:', LEFT, y + 4, { face: 'bold' });
  const name: LinePart = facts.byHand ? { written: holder?.name ?? '' } : (holder?.name ?? '');
  y = writeLine(paper, ['- Họ và tên: ', name], LEFT, y + 1, random);
  y = paper.text('2. Thửa đất đăng ký biến động:', LEFT, y + 3, { face: 'bold' });
  y = printLand(paper, facts, y + 1, random);
  y = paper.text('3. Nội dung biến động: chuyển nhượng quyền sử dụng đất', LEFT, y + 3, { face: 'bold' });
  y = paper.text('4. Giấy tờ kèm theo: hợp đồng chuyển nhượng; giấy chứng nhận bản gốc', LEFT, y + 3, { width: WIDTH });
  y = paper.text('Tôi cam đoan nội dung kê khai trên đơn là đúng và chịu trách nhiệm trước pháp luật.', LEFT, y + 5, {
    width: WIDTH,
  });
  y = paper.text(`Yên Lĩnh, ${dayOf(on)}`, 145, y + 8, { face: 'italic', align: 'centre' });
  paper.text('Người viết đơn', 145, y + 1, { face: 'bold', align: 'centre' });
  writeLine(paper, [{ written: holder?.name ?? '' }], 130, y + 22, random);
}

export function printDecision(paper: Paper, facts: LetterFacts, random: Random): void {
  const { certificate, on, no } = facts;
  let y = head(paper, 'QUYẾT ĐỊNH', 'Về việc cấp giấy chứng nhận quyền sử dụng đất cho hộ gia đình, cá nhân');
  y = paper.text(`Số: ${no}/QĐ-UBND`, LEFT, y + 1);
  y = paper.text(`Yên Lĩnh, ${dayOf(on)}`, 145, y, { face: 'italic', align: 'centre' });
  y = paper.text('ỦY BAN NHÂN DÂN XÃ YÊN LĨNH', 105, y + 3, { face: 'bold', align: 'centre' });
  y = paper.text('Căn cứ Luật Đất đai và các văn bản hướng dẫn thi hành;', LEFT, y + 2, {
    face: 'italic',
    width: WIDTH,
  });
  y = paper.text('QUYẾT ĐỊNH:', 105, y + 4, { face: 'bold', align: 'centre' });
  const [holder] = certificate.holders;
  y = paper.text(
    `Điều 1. Cấp giấy chứng nhận cho ${holder?.title === 'Bà' ? 'bà' : 'ông'} ${holder?.name} đối với thửa đất sau:`,
    LEFT,
    y + 3,
    { width: WIDTH },
  );
  y = printLand(paper, facts, y + 1, random);
  y = paper.text(
    'Điều 2. Người có tên tại Điều 1 và các cơ quan liên quan chịu trách nhiệm thi hành quyết định này.',
    LEFT,
    y + 3,
    { width: WIDTH },
  );
  y = paper.text('TM. ỦY BAN NHÂN DÂN', 145, y + 12, { face: 'bold', align: 'centre' });
  paper.stamp('MẪU HƯ CẤU', 132, y + 14, 16);
}
