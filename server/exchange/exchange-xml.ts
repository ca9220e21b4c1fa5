/** Parcels as dossiers of the exchange XML, one a parcel with what it touches. Which names are known: exchange-names.ts. */
import { createHash } from 'node:crypto';
import {
  EXCHANGE_PLACES,
  EXCHANGE_TABLES,
  HOLDER_TABLES,
  OWN_NAMES,
  OWN_NAMESPACE,
  SAMPLE_NOTE,
} from '../domain/exchange/exchange-names.ts';
import type { ExchangeHolder, ExchangeParcel } from '../domain/exchange/exchange-parcel.ts';

type Element = readonly [name: string, content: string | number | null | readonly Element[]];

const own = (name: keyof typeof OWN_NAMES): string => `db:${OWN_NAMES[name]}`;

/** Letters that XML 1.0 has no place for (2.2) become U+FFFD. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Elements without content are left out: what is not known is not said. */
function write([name, content]: Element): string {
  if (content === null || content === '') return '';
  if (typeof content !== 'object') return `<${name}>${escaped(String(content))}</${name}>`;
  const inner = content.map(write).join('');
  return inner === '' ? '' : `<${name}>${inner}</${name}>`;
}

/** An id that is the same each time the same thing is told (RFC 9562, version 8). */
function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\0')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const boundary = ({ srid, rings }: ExchangeParcel): Element => [
  own('boundary'),
  [
    ['db:srid', srid],
    ...rings.map((ring): Element => [own('ring'), ring.map(([x, y]) => `${x.toFixed(4)} ${y.toFixed(4)}`).join(' ')]),
  ],
];

const parcelTable = (parcel: ExchangeParcel): Element => [
  EXCHANGE_TABLES.parcel,
  [
    ['thuaDatId', parcel.id],
    ['maXa', parcel.unitCode],
    ['soHieuToBanDo', parcel.sheet],
    ['soThuTuThua', parcel.no],
    ['dienTich', parcel.areaM2],
    ['dienTichPhapLy', parcel.legalAreaM2],
    ['diaChi', parcel.address],
    ...purposeTables(parcel),
    [own('scale'), parcel.scale],
    boundary(parcel),
  ],
];

/** One a purpose; where only the codes are known, without areas. */
function purposeTables({ id, purposes, landUse }: ExchangeParcel): Element[] {
  const said = purposes.length > 0 ? purposes : landUse.split('+').map((code) => ({ code, areaM2: null, until: null }));
  return said.map(({ code, areaM2, until }, i) => [
    EXCHANGE_TABLES.purpose,
    [
      ['mucDichSuDungId', idOf('purpose', id, i)],
      ['soThuTuMucDichSuDung', i + 1],
      ['maMucDichSuDung', code],
      ['dienTich', areaM2],
      ['ngayHetHanSuDung', until],
    ],
  ]);
}

function holderTable({ partyId, name, kind }: ExchangeHolder): Element {
  const known = HOLDER_TABLES[kind];
  return [
    known?.table ?? own('holder'),
    [
      [known?.id ?? own('id'), partyId],
      [known?.name ?? own('name'), name],
    ],
  ];
}

const rightTable = (parcel: ExchangeParcel, right: ExchangeHolder): Element => [
  right.rightKind === 'use' ? EXCHANGE_TABLES.useRight : EXCHANGE_TABLES.managementRight,
  [
    ...(right.rightKind === 'use'
      ? [['quyenSuDungDatId', right.rightId] as const]
      : [[own('id'), right.rightId] as const]),
    ['loaiDoiTuong', HOLDER_TABLES[right.kind]?.kind ?? null],
    ['chuId', right.partyId],
    ['thuaDatId', parcel.id],
    [own('serial'), right.certificateSerial],
  ],
];

function dossier(parcel: ExchangeParcel): string {
  const holders = parcel.holders ?? [];
  const parties = new Map(holders.map((holder) => [holder.partyId, holder]));
  const rights = (kind: string) => holders.filter((one) => (one.rightKind === 'use') === (kind === 'use'));
  return `${write([
    EXCHANGE_TABLES.dossier,
    [
      [EXCHANGE_TABLES.dossierId, parcel.id],
      [EXCHANGE_PLACES.useRights, rights('use').map((right) => rightTable(parcel, right))],
      [EXCHANGE_PLACES.managementRights, rights('management').map((right) => rightTable(parcel, right))],
      [EXCHANGE_PLACES.parcels, [parcelTable(parcel)]],
      [EXCHANGE_PLACES.holders, [...parties.values()].map(holderTable)],
    ],
  ])}\n`;
}

/** The file, a page of parcels at a time. `asOf`: moment of the register it tells. */
export async function* exchangeXml(
  pages: AsyncIterable<readonly ExchangeParcel[]>,
  asOf: Date,
): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${SAMPLE_NOTE} -->\n`;
  yield `<${own('file')} xmlns:db="${OWN_NAMESPACE}" db:thoiDiem="${asOf.toISOString()}">\n`;
  for await (const page of pages) yield page.map(dossier).join('');
  yield `</${own('file')}>\n`;
}
