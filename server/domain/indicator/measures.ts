/** What is counted by commune and day, in words. The same codes stand in indicator.measure; a test compares the two. */
import type { PublicField } from '../publication/publication-policy.ts';
import type { Language } from '../words/language.ts';

export const INDICATOR_GROUPS = ['land', 'digitising', 'dealings', 'requests', 'mortgages'] as const;
export type IndicatorGroup = (typeof INDICATOR_GROUPS)[number];

export interface MeasureRule {
  readonly group: IndicatorGroup;
  /** stock: as it stands at the end of the day; flow: what came in the day. */
  readonly kind: 'stock' | 'flow';
  readonly unit: 'count' | 'm2';
  /** Whether it is told in parts: by land use, by change of it, by kind of dealing. */
  readonly parts: boolean;
  /** Told to the public in steps of five (ADR 0053). */
  readonly personal: boolean;
  /** Fields of the publication policy (one-by-one look-up) without which the public is not told. */
  readonly rests: readonly PublicField[];
  readonly title: Readonly<Record<Language, string>>;
}

type Draft = Partial<Pick<MeasureRule, 'unit' | 'parts' | 'personal' | 'rests'>>;
const measure = (
  group: IndicatorGroup,
  kind: MeasureRule['kind'],
  vi: string,
  en: string,
  { unit = 'count', parts = false, personal = false, rests = [] }: Draft = {},
): MeasureRule => ({ group, kind, unit, parts, personal, rests, title: { vi, en } });

const LAND_USE = { parts: true, rests: ['commune', 'landUse'] } as const;

export const MEASURES = {
  parcels: measure('land', 'stock', 'Thửa đất đăng ký', 'Registered parcels', { rests: ['commune'] }),
  area_m2: measure('land', 'stock', 'Diện tích (m²)', 'Area (m²)', { unit: 'm2', rests: ['commune', 'areaM2'] }),
  land_use_parcels: measure('land', 'stock', 'Thửa đất theo loại đất', 'Parcels by land use', LAND_USE),
  land_use_area_m2: measure('land', 'stock', 'Diện tích theo loại đất (m²)', 'Area by land use (m²)', {
    unit: 'm2',
    parts: true,
    rests: ['commune', 'landUse', 'areaM2'],
  }),
  land_use_change_parcels: measure('land', 'flow', 'Thửa chuyển mục đích', 'Parcels that changed use', LAND_USE),
  land_use_change_area_m2: measure(
    'land',
    'flow',
    'Diện tích các thửa chuyển mục đích (m²)',
    'Area of parcels that changed use (m²)',
    {
      unit: 'm2',
      parts: true,
      rests: ['commune', 'landUse', 'areaM2'],
    },
  ),
  parcels_with_holder: measure(
    'digitising',
    'stock',
    'Thửa đã có người sử dụng trong sổ',
    'Parcels whose holder is in the register',
  ),
  files_received: measure('digitising', 'flow', 'Tệp địa chính nhận được', 'Cadastral files received'),
  files_registered: measure('digitising', 'flow', 'Tệp địa chính đã đăng ký', 'Cadastral files registered'),
  scans_received: measure('digitising', 'flow', 'Bản quét nhận được', 'Scans received'),
  documents_confirmed: measure('digitising', 'flow', 'Giấy tờ quét đã xác nhận', 'Scanned documents confirmed'),
  documents_waiting: measure('digitising', 'stock', 'Giấy tờ quét chờ xác nhận', 'Scanned documents waiting'),
  dealings_lodged: measure('dealings', 'flow', 'Hồ sơ biến động nộp', 'Dealings lodged'),
  dealings_registered: measure('dealings', 'flow', 'Biến động đã đăng ký', 'Dealings registered'),
  dealings_refused: measure('dealings', 'flow', 'Hồ sơ bị từ chối hoặc rút', 'Dealings refused or withdrawn'),
  dealings_open: measure('dealings', 'stock', 'Hồ sơ biến động đang giải quyết', 'Dealings in hand'),
  dealings_by_kind: measure('dealings', 'flow', 'Biến động đã đăng ký theo loại', 'Dealings registered by kind', {
    parts: true,
    personal: true,
  }),
  requests_received: measure('requests', 'flow', 'Yêu cầu nhận được', 'Requests received'),
  requests_decided: measure('requests', 'flow', 'Yêu cầu đã trả lời', 'Requests answered'),
  requests_late: measure('requests', 'flow', 'Yêu cầu trả lời muộn', 'Requests answered late'),
  requests_open: measure('requests', 'stock', 'Yêu cầu đang giải quyết', 'Requests in hand'),
  requests_overdue: measure('requests', 'stock', 'Yêu cầu quá hạn', 'Requests overdue'),
  mortgages: measure('mortgages', 'stock', 'Thế chấp đang có hiệu lực', 'Mortgages in force', { personal: true }),
  mortgages_registered: measure('mortgages', 'flow', 'Thế chấp mới đăng ký', 'Mortgages registered', {
    personal: true,
  }),
  mortgages_released: measure('mortgages', 'flow', 'Thế chấp đã xoá', 'Mortgages released', { personal: true }),
} as const satisfies Record<string, MeasureRule>;

export type Measure = keyof typeof MEASURES;
export const MEASURE_CODES = Object.keys(MEASURES) as Measure[];

/** Smallest number that the public is told of what could say something of a person, and the step from one to the next. */
export const PERSONAL_STEP = 5;

/** Days that one question may ask for. */
export const MOST_DAYS = 92;
