/** Invented facts with which a version of a template is looked at: of nobody and no land. */
import type { Ring } from '../../domain/drawing/boundary.ts';
import type { InformationFacts } from '../kinds/land-information-facts.ts';
import type { HistoryFacts } from '../kinds/lay-out-parcel-history.ts';
import type { PaperStamp } from '../kinds/paper-kind.ts';
import type { RequestSaid } from '../kinds/request-form-blocks.ts';
import type { LandFacts } from '../map-extract-facts.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const OFFICE = 'Văn phòng đăng ký đất đai tỉnh Mẫu';
const REGISTERED = '2026-01-05T03:00:00.000Z';
const LINK = 'https://dat.example/verify/XXXX-XXXX-XXXX-XXXX';
const RING: Ring = [
  [416700, 2354000],
  [416730.4, 2354001],
  [416735, 2354041.5],
  [416715, 2354030],
  [416700, 2354040],
  [416700, 2354000],
];

export const SAMPLE_STAMP: PaperStamp = {
  serial: 'XEM-THU',
  code: 'XXXX-XXXX-XXXX-XXXX',
  link: LINK,
  qr: LINK,
  day: '2026-11-30',
  moment: new Date('2026-11-30T03:00:00Z'),
  signer: 'Người ký Mẫu',
  trialSignature: true,
};

export const SAMPLE_LAND: LandFacts = {
  office: OFFICE,
  sheet: '77',
  no: '12',
  parcelCode: 'w7er4kz0cz1q',
  commune: 'Xã Mẫu',
  address: 'Thôn Thử',
  areaM2: 1200.55,
  legalAreaM2: 1200.5,
  uses: [{ code: 'ONT', name: 'Đất ở tại nông thôn' }],
  holders: [
    { name: 'Hoàng Văn Mẫu', share: '1/2' },
    { name: 'Nguyễn Thị Thử', share: '1/2' },
  ],
  holdersLeftOut: false,
  srid: 9214,
  rings: [RING],
  neighbours: [],
};

const VERSIONS: HistoryFacts['versions'] = [
  {
    version: 1,
    sheet: '77',
    no: '12',
    landUse: 'ONT',
    areaM2: 1200.55,
    legalAreaM2: 1200.5,
    registeredAt: new Date(REGISTERED),
    endedAt: null,
    recordedAt: new Date(REGISTERED),
    raisedBy: NOBODY,
    endedBy: null,
  },
];

export const SAMPLE_INFORMATION: InformationFacts = {
  land: SAMPLE_LAND,
  purposes: [{ code: 'ONT', areaM2: 1200.5, until: null }],
  rights: SAMPLE_LAND.holders.map(({ name, share }) => ({
    rightId: NOBODY,
    partyId: NOBODY,
    holder: name,
    kind: 'use',
    share,
    certificateSerial: 'AA 01234567',
    verified: true,
    until: null,
    registeredAt: REGISTERED,
    raisedBy: NOBODY,
  })),
  burdens: [{ kind: 'mortgage', no: 'TC-01', date: '2026-02-10', registeredAt: REGISTERED, until: null }],
  versions: VERSIONS,
  layers: [
    {
      code: 'road-reserve',
      theme: 'transport',
      title: 'Hành lang an toàn đường tỉnh',
      titleEn: null,
      edition: 1,
      source: 'Sở Xây dựng',
      licence: 'CC0-1.0',
      date: '2026-02-10',
      inForceFrom: REGISTERED,
      features: 2,
      items: [
        {
          no: 1,
          category: 'Hành lang',
          name: 'ĐT.295',
          value: null,
          unit: null,
          areaM2: 34.5,
          share: 0.0287,
          lengthM: null,
          points: null,
        },
      ],
      more: 0,
    },
  ],
  layersWithout: ['Khu vực bảo vệ di tích'],
};

export const SAMPLE_HISTORY: HistoryFacts = {
  office: OFFICE,
  no: '12',
  sheet: '77',
  code: SAMPLE_LAND.parcelCode,
  commune: SAMPLE_LAND.commune,
  predecessors: [{ no: '10', sheet: '77' }],
  successors: [],
  versions: VERSIONS,
};

export const SAMPLE_REQUEST: RequestSaid = {
  reference: 'YC-2026-000000',
  kind: 'land_information',
  blocks: ['parcel', 'map'],
  certificateSerial: null,
  requester: {
    kind: 'person',
    name: 'Lê Thị Hư Cấu',
    identityNumber: '000000000000',
    address: 'Thôn Thử, Xã Mẫu',
    phone: '0900000000',
  },
  purpose: 'Xin giấy phép xây dựng',
  delivery: { way: 'counter', copies: 1 },
  parcel: 'Thửa đất số 12, tờ bản đồ số 77, Xã Mẫu',
  receivedAt: '2026-11-30T03:00:00.000Z',
  dueOn: '2026-11-30',
  fee: { status: 'undecided', amountVnd: null, legalBasis: null },
  office: OFFICE,
  followLink: 'https://dat.example/requests/follow',
};
