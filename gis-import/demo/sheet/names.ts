/**
 * Invented people and places for demo records and tests. Every value is drawn from `random`, so one seed gives one list.
 * Identity numbers begin with 099 (12 digits) or 99 (9 digits), which no province of Vietnam has been given, so that
 * none can belong to anyone.
 */

export interface Names {
  person(): string;
  couple(): string;
  household(): string;
  organisation(): string;
  hamlet(): string;
  address(): string;
  identityNumber(): string;
  certificateSerial(): string;
}

const words = (list: string): readonly string[] => list.trim().split(/\s*,\s*/);

/** The commoner a family name, the oftener it stands here. */
const FAMILIES =
  words(`Nguyễn, Nguyễn, Nguyễn, Nguyễn, Nguyễn, Nguyễn, Trần, Trần, Trần, Lê, Lê, Phạm, Phạm, Hoàng, Hoàng,
  Vũ, Vũ, Đặng, Bùi, Đỗ, Đỗ, Hồ, Ngô, Dương, Dương, Lý, Giáp, Thân, Nông, Vi, Hà, Tạ, Chu, Đồng, Đoàn, Đào, Trịnh, Lương,
  Phan, Mai, Tô, Lục, Diệp, Ong, Lã, Khổng, Quách, Triệu, Phùng, Nghiêm, Cao, Đàm, Lưu, Hứa, Ngọ, Ninh, Ứng, Âu`);
const MALE_MIDDLES = words(
  'Văn, Văn, Văn, Văn, Đức, Hữu, Quang, Công, Đình, Xuân, Ngọc, Minh, Mạnh, Trọng, Tiến, Bá, Thế, Duy, Khắc, Viết',
);
const FEMALE_MIDDLES = words(
  'Thị, Thị, Thị, Thị, Thị, Thị Thu, Thị Minh, Thị Ngọc, Thị Kim, Thị Bích, Ngọc, Thu, Thanh, Thùy, Hồng, Diệu',
);
const MALE_NAMES =
  words(`Hùng, Dũng, Cường, Tuấn, Thắng, Sơn, Hải, Long, Nam, Bình, Hòa, Thành, Toàn, Tùng, Khánh, Quý, Phúc, Lộc, Thọ,
  Đạt, Kiên, Trung, Hiếu, Nghĩa, Lợi, Chiến, Quyết, Vượng, Khải, Bảo, Việt, Huỳnh, Đông, Giang, Thịnh, Chính, Lượng, Tuyển, Ước, Ổn,
  Huy, Học, Thuận, Tưởng, Khoát, Luyện, Đỉnh, Dậu, Ngọ, Tý, Sửu, Mão, Thìn, Tỵ, Mùi`);
const FEMALE_NAMES =
  words(`Hoa, Lan, Huệ, Cúc, Mai, Đào, Hương, Hằng, Hạnh, Thảo, Thủy, Thúy, Nga, Nguyệt, Loan, Oanh, Yến, Phượng, Tuyết,
  Xuân, Thu, Hà, Hiền, Hoài, Nhung, Trang, Vân, Ngân, Liên, Tâm, Tính, Tươi, Mận, Lý, Quỳnh, Duyên, Uyên, Ánh, Ấm, Én, Ái, Bưởi, Khuyên,
  Chuyên, Thoa, Lụa, Gấm, Vóc, Nhài, Sen, Mười, Út, Bẩy, Thêm`);
const PLACE_FIRST =
  words(`Thanh, Đồng, Yên, Tân, Phú, An, Bình, Xuân, Hòa, Đông, Tây, Nam, Bắc, Trung, Cẩm, Ngọc, Quang, Long, Hạ, Thượng, Làng,
  Mỹ, Kim, Đại, Tiên, Trại, Cầu, Gốc, Đức, Vân, Hương, Giếng, Bến, Núi, Ao, Khe, Đèo, Hố, Ruộng, Suối`);
const PLACE_SECOND =
  words(`Lĩnh, Trạch, Khê, Quan, Ấm, Sơn, Hương, Lâm, Thịnh, Lạc, Mỹ, Phong, Giang, Thủy, Mai, Xá, Cả, Ngoài, Trong, Chùa, Đình,
  Gạo, Mận, Vải, Cau, Đá, Rãng, Kép, Nghè, Quýt, Dẻ, Ươm, Ổi, Én, Ải, Bằng, Vường, Trám, Sim, Lim, Bưởi, Hống, Thuận, Khuôn`);
const COMMUNES = words('Yên Lĩnh, Đông Trạch, Bình Khê, Thanh Ươm, Tân Trạch Hạ, Đồng Quan Tiên');
const HAMLET_KINDS = words('Thôn, Thôn, Thôn, Thôn, Xóm, Bản, Khu, TDP');
const ROADS = words('Trần Bình Khê, Lê Quang Lĩnh, Nguyễn Đức Trạch, Hoàng Hữu Ấm, Đồng Quan, Chợ Gốc Sim');
const ORGANISATIONS =
  words(`UBND xã, Hợp tác xã nông nghiệp, Trường tiểu học, Trường mầm non, Trạm y tế xã, Nhà văn hóa thôn, Công ty TNHH,
  Công ty cổ phần, Chùa, Đình, Ban quản lý rừng phòng hộ, Công ty thủy nông, Quỹ tín dụng nhân dân`);
const SERIAL_FIRST = 'ABCD';
const LETTERS = 'ABCDEGHIKLMNOPQRSTUVXY';

/** A source of invented names; `random` gives numbers from 0 up to, not including, 1. */
export function createNames(random: () => number): Names {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = (list: readonly string[] | string): string => list[below(list.length)] as string;
  const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join('');
  const man = (): string => `${pick(FAMILIES)} ${pick(MALE_MIDDLES)} ${pick(MALE_NAMES)}`;
  const woman = (): string => `${pick(FAMILIES)} ${pick(FEMALE_MIDDLES)} ${pick(FEMALE_NAMES)}`;
  const person = (): string => (random() < 0.55 ? man() : woman());
  const place = (): string => {
    const first = pick(PLACE_FIRST);
    const second = pick(PLACE_SECOND);
    return first === second ? first : `${first} ${second}`;
  };
  const hamlet = (): string => {
    const kind = pick(HAMLET_KINDS);
    if (kind === 'TDP' || kind === 'Khu') return `${kind} ${random() < 0.6 ? 1 + below(14) : place()}`;
    return `${kind} ${random() < 0.12 ? 1 + below(12) : place()}`;
  };

  return {
    person,
    couple: () =>
      random() < 0.6
        ? `${man()} và ${woman()}`
        : random() < 0.5
          ? `Ông ${man()} và bà ${woman()}`
          : `${man()} - ${woman()}`,
    household: () => `Hộ ${random() < 0.75 ? `ông ${man()}` : `bà ${woman()}`}`,
    organisation: () => `${pick(ORGANISATIONS)} ${place()}`,
    hamlet,
    address: () => {
      const roll = random();
      if (roll < 0.45) return hamlet();
      if (roll < 0.8) return `${hamlet()}, xã ${pick(COMMUNES)}`;
      if (roll < 0.92) return `Xứ đồng ${place()}`;
      return `Số ${1 + below(180)} đường ${pick(ROADS)}`;
    },
    // 099 + century and sex + year of birth + six digits, as a citizen's number is built; one in eight of the older kind.
    identityNumber: () => {
      if (random() < 0.125) return `99${digits(7)}`;
      const [century, year] = [below(4), digits(2)];
      // Nobody is born in a year to come: those of this century end with 2025.
      const born = century < 2 ? year : String(Number(year) % 26).padStart(2, '0');
      return `099${century}${born}${digits(6)}`;
    },
    certificateSerial: () =>
      random() < 0.15 ? `A${pick(LETTERS)} ${digits(8)}` : `${pick(SERIAL_FIRST)}${pick(LETTERS)} ${digits(6)}`,
  };
}
