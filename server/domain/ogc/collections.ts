/** What the OGC API offers: collections, their fields, and on which published field each rests. */
import type { LayerEdition } from '../layer/overlay.ts';
import type { ChannelField, ChannelPolicy } from '../publication/publication-policy.ts';
import type { Language } from '../words/language.ts';

type Words = Readonly<Record<Language, string>>;

export type OgcType = 'string' | 'integer' | 'number' | 'date' | 'date-time';

export interface OgcField {
  readonly name: string;
  readonly type: OgcType;
  readonly title: Words;
  /** Field of the policy it rests on; null where the policy does not rule. */
  readonly rests: ChannelField<'ogc'> | null;
  /** Whether `?name=value` finds by it. */
  readonly asked?: true;
}

export interface OgcCollection {
  readonly id: string;
  readonly title: Words;
  readonly description: Words;
  /** Without these published there is no such collection. */
  readonly needs: readonly ChannelField<'ogc'>[];
  readonly fields: readonly OgcField[];
  /** Whether its shapes are of parcels, which the policy rules. */
  readonly ruled: boolean;
  /** The fields of the policy behind `datetime`; null where a feature of it has no time. */
  readonly timed: readonly ChannelField<'ogc'>[] | null;
  /** System in which it is kept; null for that of the register. */
  readonly storageSrid: number | null;
  /** Code of the thematic layer it shows. */
  readonly layer?: string;
}

const field = (name: string, type: OgcType, rests: ChannelField<'ogc'> | null, vi: string, en: string): OgcField => ({
  name,
  type,
  title: { vi, en },
  rests,
});
const asked = (one: OgcField): OgcField => ({ ...one, asked: true });

const PARCELS: OgcCollection = {
  id: 'parcels',
  title: { vi: 'Thửa đất', en: 'Parcels' },
  description: {
    vi: 'Thửa đất đã đăng ký, không có thông tin về người. Không có tham số datetime: tình trạng hiện nay.',
    en: 'Registered parcels, without any person. Without datetime: as they are now.',
  },
  needs: ['id'],
  fields: [
    asked(field('code', 'string', 'code', 'Mã thửa đất', 'Parcel code')),
    asked(field('communeCode', 'string', 'commune', 'Mã xã, phường', 'Code of the commune')),
    field('communeName', 'string', 'commune', 'Xã, phường', 'Commune'),
    asked(field('sheet', 'string', 'sheet', 'Tờ bản đồ số', 'Map sheet')),
    asked(field('no', 'string', 'no', 'Thửa đất số', 'Parcel number')),
    field('scale', 'integer', 'scale', 'Mẫu số tỷ lệ', 'Denominator of the scale'),
    field(
      'numberedInCode',
      'string',
      'numberedIn',
      'Mã đơn vị đánh số tờ',
      'Code of the unit the sheet was numbered in',
    ),
    field('numberedInName', 'string', 'numberedIn', 'Đơn vị đánh số tờ', 'Unit the sheet was numbered in'),
    field('numberedInFrom', 'date', 'numberedIn', 'Ngày đầu của đơn vị đó', 'First day of that unit'),
    field('landUse', 'string', 'landUse', 'Loại đất (các mã nối bằng +)', 'Land use (codes joined by +)'),
    field('areaM2', 'number', 'areaM2', 'Diện tích tính (m²)', 'Computed area (m²)'),
    field('legalAreaM2', 'number', 'legalAreaM2', 'Diện tích đã đăng ký (m²)', 'Registered area (m²)'),
    field('address', 'string', 'address', 'Địa chỉ thửa đất', 'Address of the parcel'),
    field('state', 'string', 'state', 'Tình trạng (current, historic)', 'State (current, historic)'),
    field('registeredAt', 'date-time', 'registeredAt', 'Đăng ký lúc', 'Registered at'),
    field('endedAt', 'date-time', 'endedAt', 'Hết hiệu lực lúc', 'Ended at'),
  ],
  ruled: true,
  timed: ['registeredAt', 'endedAt'],
  storageSrid: null,
};

const COMMUNES: OgcCollection = {
  id: 'communes',
  title: { vi: 'Xã, phường', en: 'Communes' },
  description: {
    vi: 'Địa giới xã, phường khái quát, chỉ để nhận biết. Không có tham số datetime: các đơn vị hiện nay.',
    en: 'Generalised boundaries of communes, to recognise them by. Without datetime: the units of today.',
  },
  needs: [],
  fields: [
    asked(field('code', 'string', null, 'Mã', 'Code')),
    field('name', 'string', null, 'Tên', 'Name'),
    field('kind', 'string', null, 'Loại đơn vị', 'Kind'),
    field('validFrom', 'date', null, 'Từ ngày', 'From'),
    field('validTo', 'date', null, 'Đến trước ngày', 'Until before'),
  ],
  ruled: false,
  timed: [],
  storageSrid: 4326,
};

const SHEETS: OgcCollection = {
  id: 'sheets',
  title: { vi: 'Tờ bản đồ địa chính', en: 'Cadastral map sheets' },
  description: {
    vi: 'Phạm vi các thửa đất hiện nay của mỗi tờ bản đồ, khái quát, chỉ để nhận biết.',
    en: 'Where the current parcels of each map sheet lie, generalised, to recognise it by.',
  },
  needs: ['sheet', 'commune', 'geometry'],
  fields: [
    asked(field('sheet', 'string', 'sheet', 'Tờ bản đồ số', 'Map sheet')),
    asked(field('communeCode', 'string', 'commune', 'Mã xã, phường', 'Code of the commune')),
    field('communeName', 'string', 'commune', 'Xã, phường', 'Commune'),
    field('scale', 'integer', 'scale', 'Mẫu số tỷ lệ', 'Denominator of the scale'),
    field(
      'numberedInCode',
      'string',
      'numberedIn',
      'Mã đơn vị đánh số tờ',
      'Code of the unit the sheet was numbered in',
    ),
    field('numberedInName', 'string', 'numberedIn', 'Đơn vị đánh số tờ', 'Unit the sheet was numbered in'),
    field('parcels', 'integer', null, 'Số thửa', 'Number of parcels'),
    field('areaM2', 'number', 'areaM2', 'Tổng diện tích (m²)', 'Sum of the areas (m²)'),
  ],
  ruled: true,
  timed: null,
  storageSrid: 3857,
};

/** Collections that are always known; those of thematic layers come from the database. */
export const COLLECTIONS: readonly OgcCollection[] = [PARCELS, COMMUNES, SHEETS];

/** The collection of a public thematic layer, in its edition in force. */
export const layerCollection = ({ code, title, titleEn, source, licence, date }: LayerEdition): OgcCollection => ({
  id: `layer-${code}`,
  title: { vi: title, en: titleEn ?? title },
  description: {
    vi: `Lớp chuyên đề. Nguồn: ${source}. Số liệu ngày ${date}. Giấy phép: ${licence}.`,
    en: `Thematic layer. Source: ${source}. Data of ${date}. Licence: ${licence}.`,
  },
  needs: [],
  fields: [
    field('category', 'string', null, 'Loại', 'Class'),
    field('name', 'string', null, 'Tên', 'Name'),
    field('value', 'number', null, 'Giá trị kèm theo', 'Number that belongs to it'),
    field('unit', 'string', null, 'Đơn vị (vnd_m2, m)', 'Unit (vnd_m2, m)'),
  ],
  ruled: false,
  timed: null,
  storageSrid: null,
  layer: code,
});

/** A collection as one asker sees it. */
export interface OpenCollection extends OgcCollection {
  /** Whether its features come with their shape. */
  readonly shown: boolean;
  /** Whether coordinates of the legal systems may be told. */
  readonly legal: boolean;
  /** Whether `datetime` tells nothing that is withheld. */
  readonly mayTell: boolean;
}

/** The collection with the fields a policy opens, or undefined where it opens none of it. */
export function openCollection(collection: OgcCollection, policy: ChannelPolicy): OpenCollection | undefined {
  const { isOpen, allows } = policy;
  if (!isOpen || !collection.needs.every(allows)) return undefined;
  const { ruled } = collection;
  return {
    ...collection,
    fields: collection.fields.filter(({ rests }) => rests === null || allows(rests)),
    shown: !ruled || allows('geometry'),
    legal: !ruled || allows('geometryLegal'),
    mayTell: collection.timed?.every(allows) ?? true,
  };
}
