/** The invented past, commune by commune and in the order of its days, and what lies on the desks today. */
import type { DealingDetail } from '../../../server/domain/contract/dealing/dealings.ts';
import type { PastDealing, PastDesk } from './past-desk.ts';
import type { PastLand } from './past-land.ts';
import * as says from './say-past.ts';

/** Of the blanks that lie with the officer; it is printed. */
export const FIRST_BLANK = 'ST 99000001';

/** What a commune's story is told with. `today`: YYYY-MM-DD. */
export interface Stage {
  readonly desk: PastDesk;
  readonly land: PastLand;
  readonly today: string;
}

const HOUSES = { uses: ['ONT'], area: [150, 700] } as const;
const LARGE = { uses: ['ONT', 'CLN', 'HNK'], area: [400, 3000] } as const;
const FIELDS = { uses: ['LUC', 'LUK', 'HNK'], area: [250, 2500] } as const;
const GARDENS = { uses: ['CLN', 'HNK'], area: [300, 3000] } as const;
const BANK = says.bank('Ngân hàng Hư Cấu, chi nhánh Yên Trạch', '9900000101');

type Part = Pick<PastDealing, 'on' | 'say'> & Partial<Pick<PastDealing, 'ends' | 'reason'>>;

/** Dealings of one commune: of days of its book, page after page, and of today. */
function teller({ desk, land }: Stage, book: string) {
  let page = 11;
  const tell = async (asked: PastDealing) => {
    const dealing = await desk.deal(asked);
    // Where it was there already, nobody chose its parcels now.
    land.take((dealing?.targets ?? []).map(({ parcelId }) => parcelId));
    return dealing;
  };
  return {
    wrote(n: number, kind: PastDealing['kind'], on: string, part: Part) {
      page += 3;
      return tell({ n, kind, entered: { on, book: `${book}, trang ${page}` }, ...part });
    },
    today: (n: number, kind: PastDealing['kind'], part: Part) => tell({ n, kind, entered: null, ...part }),
  };
}

/** The parcel that a dealing was about, for the next of its story; none where it was not made. */
const same = (dealing: DealingDetail | null): (readonly [string])[] =>
  (dealing?.targets ?? []).slice(0, 1).map(({ parcelId }) => [parcelId] as const);

/** The parcels that a dealing raised, in the order of their numbers. */
const raised = (dealing: DealingDetail | null): string[] =>
  (dealing?.raises ?? []).filter(({ role }) => role === 'raised').map(({ parcelId }) => parcelId);
const only = (id: string | undefined): (readonly [string])[] => (id === undefined ? [] : [[id]]);

/** A house that is sold, mortgaged and free again; a garden that is divided over two generations and partly joined again. */
export async function tellYenLinh(stage: Stage): Promise<void> {
  const { land, today } = stage;
  const { wrote, today: now } = teller(stage, 'Sổ địa chính xã Yên Lĩnh, quyển 3');
  const village = ['1', '2'];
  const house = await wrote(1, 'transfer', '2023-03-14', {
    on: land.some({ ...HOUSES, sheets: village }),
    say: says.transferWhole('sale', says.person('Đỗ Thị Hồng Bưởi', '099185000101', 'Thôn Lĩnh Hạ, xã Yên Lĩnh'), {
      no: '118/2023/HĐCN',
      date: '2023-03-02',
    }),
  });
  await wrote(2, 'mortgage_registration', '2023-09-20', {
    on: same(house),
    say: says.mortgagedTo(BANK, { no: 'TC-0457/2023', date: '2023-09-19' }),
  });
  const garden = await wrote(3, 'split', '2024-05-16', {
    on: land.some({ ...LARGE, sheets: village }),
    say: says.cutInHalf,
  });
  const [first, second] = raised(garden);
  const child = says.person('Lương Văn Thị Xuân', '099085000102', 'Thôn Trại Cau, xã Yên Lĩnh');
  const gift = await wrote(4, 'transfer', '2024-08-12', {
    on: only(second),
    say: says.transferWhole('gift', child, { no: '302/2024/HĐTC', date: '2024-08-06' }),
  });
  await wrote(5, 'mortgage_release', '2024-11-05', {
    on: same(house),
    say: says.mortgageReleased({ no: 'XTC-0457/2024', date: '2024-11-04' }),
  });
  const again = await wrote(6, 'split', '2025-03-03', { on: only(first), say: says.cutInHalf });
  const [, beside] = raised(again);
  await wrote(7, 'merge', '2025-10-09', {
    on: gift && second && beside ? [[beside, second]] : [],
    say: says.merged({ no: '511/2025/VBTT', date: '2025-10-01' }),
  });
  await wrote(8, 'caveat_placement', '2025-12-03', {
    on: land.some({ ...HOUSES, sheets: village }),
    say: says.stopped(['transfer', 'mortgage', 'split'], { no: '27/2025/QĐ-BPKCTT', date: '2025-12-01' }),
  });
  await now(31, 'certificate_issue', { on: same(house), say: says.certificateOn(FIRST_BLANK) });
  await now(32, 'transfer', {
    on: land.some({ ...HOUSES, sheets: village }),
    say: says.transferWhole('sale', says.person('Vương Thị Lê', '099185000103', 'Thôn Vân Trì, xã Yên Lĩnh'), {
      no: '77/HĐCN',
      date: today,
    }),
    ends: 'lodged',
  });
  await now(33, 'lease_registration', {
    on: land.some({ ...FIELDS, sheets: ['3'] }),
    say: says.leasedTo(says.bank('Hợp tác xã Rau Hư Cấu', '9900000102'), '2031-12-31', { no: '12/HĐT', date: today }),
    ends: 'draft',
  });
}

/** An inheritance and the sale of a share; a lease; two fields that become one by an agreement; a mortgage that holds. */
export async function tellDongTrach(stage: Stage): Promise<void> {
  const { land, today } = stage;
  const { wrote, today: now } = teller(stage, 'Sổ địa chính xã Đông Trạch, quyển 2');
  const village = ['1', '2'];
  const fields = ['3', '4'];
  const estate = await wrote(11, 'transfer', '2023-06-21', {
    on: land.some({ ...HOUSES, sheets: village }),
    say: says.inheritedBy(
      [
        says.person('Phùng Văn Mận', '099080000111', 'Thôn Trạch Nội, xã Đông Trạch'),
        says.person('Phùng Thị Đào', '099183000112', 'Thôn Gò Mận, xã Đông Trạch'),
      ],
      { no: '64/2023/VBPCDS', date: '2023-06-08' },
    ),
  });
  await wrote(12, 'transfer', '2024-02-27', {
    on: same(estate),
    say: says.shareSold(says.person('Tạ Thị Khế', '099188000113', 'Thôn Bến Đá, xã Đông Trạch'), {
      no: '19/2024/HĐCN',
      date: '2024-02-20',
    }),
  });
  await wrote(13, 'lease_registration', '2024-04-10', {
    on: land.some({ ...FIELDS, sheets: fields }),
    say: says.leasedTo(says.bank('Hợp tác xã Lúa Hư Cấu', '9900000103'), '2029-04-09', {
      no: '08/2024/HĐT',
      date: '2024-04-01',
    }),
  });
  await wrote(14, 'merge', '2024-10-02', {
    on: land.pairs({ ...FIELDS, sheets: fields }),
    say: says.merged({ no: '233/2024/VBTT', date: '2024-09-24' }),
  });
  const pledged = await wrote(15, 'mortgage_registration', '2025-02-18', {
    on: land.some({ ...HOUSES, sheets: village }),
    say: says.mortgagedTo(BANK, { no: 'TC-0091/2025', date: '2025-02-17' }),
  });
  await wrote(16, 'holder_correction', '2025-07-15', {
    on: same(pledged),
    say: says.addressCorrected('Thôn Trạch Ngoài, xã Đông Trạch', { no: '41/ĐĐN', date: '2025-07-10' }),
  });
  await now(34, 'split', { on: land.some({ ...LARGE, sheets: village }), say: says.cutInHalf, ends: 'lodged' });
  await now(35, 'mortgage_registration', {
    on: land.some({ ...HOUSES, sheets: village }),
    say: says.mortgagedTo(BANK, { no: 'TC-0210', date: today }),
    ends: 'suspended',
    reason: 'Hợp đồng thiếu chữ ký của bên nhận thế chấp ở trang 4. Chờ bổ sung.',
  });
}

/** Garden land that becomes building land in part; a power line over a field; a sale, and a cut that was registered today. */
export async function tellBinhKhe(stage: Stage): Promise<void> {
  const { land, today } = stage;
  const { wrote, today: now } = teller(stage, 'Sổ địa chính xã Bình Khê, quyển 1');
  const sheets = ['12', '5', '8'];
  await wrote(21, 'purpose_change', '2023-11-08', {
    on: land.some({ ...GARDENS, sheets }),
    say: says.partBecomes('ONT', 120, { no: '1450/QĐ-UBND', date: '2023-11-02' }),
  });
  await wrote(22, 'restriction', '2024-12-19', {
    on: land.some({ ...FIELDS, sheets }),
    say: says.crossedBy('line', { no: '88/QĐ-UBND', date: '2024-12-10' }),
  });
  await wrote(23, 'transfer', '2025-09-16', {
    on: land.some({ ...HOUSES, sheets }),
    say: says.transferWhole('sale', says.person('Nông Văn Trám', '099079000121', 'Thôn Hạ Khê, xã Bình Khê'), {
      no: '205/2025/HĐCN',
      date: '2025-09-08',
    }),
  });
  await now(36, 'split', { on: land.some({ ...LARGE, sheets }), say: says.cutInHalf });
  await now(37, 'transfer', {
    on: land.some({ ...HOUSES, sheets }),
    say: says.transferWhole('gift', says.person('Mai Thị Quế', '099190000122', 'Thôn Cây Trám, xã Bình Khê'), {
      no: '91/HĐTC',
      date: today,
    }),
    ends: 'refused',
    reason: 'Bên tặng cho và người đang có quyền trong sổ không phải một người. Đề nghị kiểm tra lại hợp đồng.',
  });
}
