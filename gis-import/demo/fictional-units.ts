/** The invented communes, their hamlets, offices and signatories. None of these places or people exists. */
import type { DemoOffice, DemoSignatory, DemoUnit } from './district.ts';

/** On this day 99003 took the place of 99011 and 99012. */
const MERGER_DAY = '2025-07-01';
/** A day on which the older codes were still valid. */
export const BEFORE_MERGER = '2025-06-30';

/** The units without their boundaries. */
export const UNITS: readonly Omit<DemoUnit, 'boundary'>[] = [
  { code: '99001', name: 'Xã Yên Lĩnh', kind: 'xã', validFrom: '2004-07-01', validTo: null, successorOf: [] },
  { code: '99002', name: 'Xã Đông Trạch', kind: 'xã', validFrom: '2004-07-01', validTo: null, successorOf: [] },
  {
    code: '99003',
    name: 'Xã Bình Khê',
    kind: 'xã',
    validFrom: MERGER_DAY,
    validTo: null,
    successorOf: ['99011', '99012'],
  },
  { code: '99011', name: 'Xã Bình Hạ', kind: 'xã', validFrom: '2004-07-01', validTo: MERGER_DAY, successorOf: [] },
  { code: '99012', name: 'Xã Khê Thượng', kind: 'xã', validFrom: '2004-07-01', validTo: MERGER_DAY, successorOf: [] },
];

/** Hamlets of the units that have sheets of their own. */
export const HAMLETS: Readonly<Record<string, readonly string[]>> = {
  '99001': ['Thôn Lĩnh Thượng', 'Thôn Lĩnh Hạ', 'Thôn Trại Cau', 'Thôn Đồng Sim', 'Thôn Vân Trì'],
  '99002': ['Thôn Trạch Nội', 'Thôn Trạch Ngoài', 'Thôn Bến Đá', 'Thôn Gò Mận', 'Thôn Đồng Quan Tiên'],
  '99003': ['Thôn Tân Khê', 'Thôn Bình Lâm', 'Thôn Cây Trám'],
  '99011': ['Thôn Hạ Khê', 'Thôn Cầu Nghè', 'Thôn Lim Hạ', 'Thôn Tân Lập Hạ'],
  '99012': ['Thôn Khê Trong', 'Thôn Khê Ngoài', 'Thôn Dốc Vải', 'Thôn Suối Trám'],
};

/** Names of fields and slopes, for parcels outside the hamlets. */
export const FIELDS: readonly string[] = [
  'Đồng Cửa Chùa',
  'Đồng Bãi Trên',
  'Đồng Ruộng Mạ',
  'Đồng Giếng Tiên',
  'Đồng Cây Sung',
  'Đồng Chân Mạ',
  'Đồng Mả Dài',
  'Bãi Soi Ngoài',
  'Gò Con Quy',
  'Đồng Láng Vực',
];

export const OFFICES: readonly DemoOffice[] = [
  {
    code: 'DEMO-VP',
    name: 'Văn phòng đăng ký đất đai Lĩnh Giang (hư cấu)',
    kind: 'registration-office',
    communes: ['99001', '99002', '99003'],
  },
  {
    code: 'DEMO-CN1',
    name: 'Chi nhánh Văn phòng đăng ký đất đai Yên Trạch (hư cấu)',
    kind: 'registration-branch',
    communes: ['99001', '99002', '99003'],
  },
  { code: 'DEMO-99001', name: 'Ủy ban nhân dân xã Yên Lĩnh', kind: 'commune', communes: ['99001'] },
  { code: 'DEMO-99002', name: 'Ủy ban nhân dân xã Đông Trạch', kind: 'commune', communes: ['99002'] },
  { code: 'DEMO-99003', name: 'Ủy ban nhân dân xã Bình Khê', kind: 'commune', communes: ['99003'] },
];

export const SIGNATORIES: readonly DemoSignatory[] = [
  {
    name: 'Ngô Quang Lĩnh',
    title: 'Giám đốc Văn phòng đăng ký đất đai',
    officeCode: 'DEMO-VP',
    validFrom: '2025-07-01',
  },
  { name: 'Vi Thị Hoài Trạch', title: 'Giám đốc Chi nhánh', officeCode: 'DEMO-CN1', validFrom: '2025-07-01' },
  { name: 'Giáp Hữu Vân Khê', title: 'Chủ tịch Ủy ban nhân dân xã', officeCode: 'DEMO-99001', validFrom: '2025-07-01' },
  {
    name: 'Thân Đức Trạch Sơn',
    title: 'Chủ tịch Ủy ban nhân dân xã',
    officeCode: 'DEMO-99002',
    validFrom: '2025-07-01',
  },
  {
    name: 'Nông Thị Bình Sim',
    title: 'Chủ tịch Ủy ban nhân dân xã',
    officeCode: 'DEMO-99003',
    validFrom: '2025-07-01',
  },
];
