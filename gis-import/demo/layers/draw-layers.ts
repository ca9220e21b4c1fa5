/** Fictional thematic layers over a fictional district: one of each that a province has. Same district and seed, same layers. */
import type { LayerFacts } from '../../../server/domain/layer/layer-facts.ts';
import type { District, Position } from '../district.ts';
import { createRandom, type Random } from '../file/random.ts';
import { around, bend, patchwork, strip } from './outline.ts';

/** Rings of areas, lines, or points; EPSG:9214. */
export type DemoShape =
  | { readonly kind: 'area'; readonly rings: readonly (readonly Position[])[] }
  | { readonly kind: 'line'; readonly line: readonly Position[] }
  | { readonly kind: 'point'; readonly at: Position };

export interface DemoFeature {
  readonly shape: DemoShape;
  readonly properties: Readonly<Record<string, string | number>>;
}

export interface DemoLayer {
  readonly facts: LayerFacts;
  /** How its keeper hands it over: a shapefile in TM-3 and TCVN3, or GeoJSON. */
  readonly format: 'shapefile' | 'geojson';
  readonly features: readonly DemoFeature[];
}

type Box = readonly [west: number, south: number, east: number, north: number];
/** Metres beyond the surveyed ground. */
const BEYOND = 250;
const LICENCE = 'CC0-1.0';

const facts = (
  code: string,
  theme: LayerFacts['theme'],
  title: string,
  titleEn: string,
  source: string,
  date: string,
): LayerFacts => ({
  code,
  theme,
  title,
  titleEn,
  source: `${source} (hư cấu)`,
  licence: LICENCE,
  date,
  audience: 'public',
});

function groundOf({ sheets }: District): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const sheet of sheets.filter(({ srid }) => srid === 9214)) {
    for (const [x, y] of sheet.parcels.flatMap(({ rings }) => (rings ?? []).flat())) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return [box[0] - BEYOND, box[1] - BEYOND, box[2] + BEYOND, box[3] + BEYOND];
}

/** A place of the ground by shares of its width and height. */
const placeIn =
  ([west, south, east, north]: Box) =>
  (x: number, y: number): Position => [west + (east - west) * x, south + (north - south) * y];

const area = (rings: readonly (readonly Position[])[], properties: DemoFeature['properties']): DemoFeature => ({
  shape: { kind: 'area', rings },
  properties,
});

const PLANNED = [
  'Đất chuyên trồng lúa (LUC)',
  'Đất ở tại nông thôn (ONT)',
  'Đất chuyên trồng lúa (LUC)',
  'Đất trồng cây lâu năm (CLN)',
  'Đất khu vui chơi, giải trí công cộng (DKV)',
  'Đất ở tại nông thôn (ONT)',
  'Đất cụm công nghiệp (SKN)',
  'Đất cơ sở giáo dục (DGD)',
] as const;

function planning(random: Random, box: Box): DemoLayer {
  const zones = patchwork(random, box, 6, 5);
  return {
    facts: facts(
      'planning',
      'planning',
      'Quy hoạch sử dụng đất đến năm 2030',
      'Land-use plan to 2030',
      'Phòng Quy hoạch',
      '2025-12-20',
    ),
    format: 'shapefile',
    features: zones.map((ring, i) => area([ring], { LOAIDATQH: random.pick(PLANNED), TENKHU: `Ô quy hoạch ${i + 1}` })),
  };
}

/** Along the river of the district, as its parcels have it; beyond them it goes straight on. */
function flood(random: Random, box: Box, river: readonly Position[]): DemoLayer {
  const middle = placeIn(box)(0, 0.45)[1];
  const columns = 24;
  const line = Array.from({ length: columns + 1 }, (_, i): Position => {
    const x = box[0] + ((box[2] - box[0]) * i) / columns;
    const nearest = Math.min(...river.map((at) => Math.abs(at[0] - x)));
    const near = river.filter((at) => Math.abs(at[0] - x) < nearest + 150).map((at) => at[1]);
    const y = near.length > 0 ? near.reduce((sum, each) => sum + each, 0) / near.length : middle;
    return [x, y + random.between(-4, 4)];
  });
  const deep = 45;
  const wide = 120;
  return {
    facts: facts(
      'flood',
      'flood',
      'Vùng ngập lụt tần suất 5 %',
      'Flood zone, 1 in 20 years',
      'Chi cục Thủy lợi',
      '2025-09-30',
    ),
    format: 'shapefile',
    features: [
      area([strip(line, -deep, deep)], { CAPNGAP: 'Ngập sâu trên 1 m' }),
      area([strip(line, deep, wide)], { CAPNGAP: 'Ngập dưới 1 m' }),
      area([strip(line, -wide, -deep)], { CAPNGAP: 'Ngập dưới 1 m' }),
    ],
  };
}

function road(line: readonly Position[]): DemoLayer {
  return {
    facts: facts(
      'road-reserve',
      'transport',
      'Hành lang an toàn đường tỉnh',
      'Reserve of the provincial road',
      'Sở Xây dựng',
      '2026-02-10',
    ),
    format: 'geojson',
    features: [
      area([strip(line, -18, 18)], { loai: 'Hành lang an toàn đường bộ', ten: 'Đường tỉnh 299H' }),
      { shape: { kind: 'line', line }, properties: { loai: 'Tim đường quy hoạch', ten: 'Đường tỉnh 299H' } },
    ],
  };
}

function heritage(random: Random, box: Box): DemoLayer {
  const at = placeIn(box);
  const sites = [
    [at(0.34, 0.66), 'Đình Lim Hạ'],
    [at(0.7, 0.3), 'Chùa Bình Khê'],
  ] as const;
  return {
    facts: facts(
      'heritage',
      'heritage',
      'Khu vực bảo vệ di tích',
      'Protected heritage areas',
      'Sở Văn hóa',
      '2024-11-05',
    ),
    format: 'geojson',
    features: sites.flatMap(([centre, ten]) => {
      const inner = around(random, centre, 45);
      return [
        area([inner], { loai: 'Khu vực bảo vệ I', ten }),
        area([around(random, centre, 130), inner], { loai: 'Khu vực bảo vệ II', ten }),
      ];
    }),
  };
}

function growing(random: Random, box: Box): DemoLayer {
  const crops = ['Vùng lúa chất lượng cao', 'Vùng vải thiều', 'Vùng rau an toàn', 'Vùng lúa chất lượng cao'];
  return {
    facts: facts(
      'growing-areas',
      'agriculture',
      'Vùng trồng tập trung',
      'Growing areas',
      'Chi cục Trồng trọt',
      '2026-03-01',
    ),
    format: 'shapefile',
    features: crops.map((crop, i) =>
      area([around(random, placeIn(box)(0.2 + 0.2 * i, i % 2 === 0 ? 0.24 : 0.78), random.between(160, 260), 0.3)], {
        CAYTRONG: crop,
        TENVUNG: `Mã vùng trồng BN-${String(i + 1).padStart(3, '0')}`,
      }),
    ),
  };
}

function services(random: Random, box: Box, communes: readonly string[]): DemoLayer {
  const kinds = [
    ['Trường học', 'Trường Tiểu học'],
    ['Trường học', 'Trường Trung học cơ sở'],
    ['Y tế', 'Trạm Y tế'],
  ] as const;
  return {
    facts: facts(
      'schools-clinics',
      'services',
      'Trường học và cơ sở y tế',
      'Schools and clinics',
      'Sở Giáo dục, Sở Y tế',
      '2026-05-15',
    ),
    format: 'geojson',
    features: communes.flatMap((commune) =>
      kinds.map(
        ([loai, ten]): DemoFeature => ({
          shape: { kind: 'point', at: placeIn(box)(random.between(0.15, 0.85), random.between(0.15, 0.85)) },
          properties: { loai, ten: `${ten} ${commune.replace(/^\S+ /u, '')}` },
        }),
      ),
    ),
  };
}

function prices(line: readonly Position[]): DemoLayer {
  const strips = [
    ['Vị trí 1', 18, 70, 4_200_000],
    ['Vị trí 2', 70, 160, 2_600_000],
    ['Vị trí 3', 160, 320, 1_450_000],
  ] as const;
  return {
    facts: facts(
      'land-price',
      'land-price',
      'Bảng giá đất ở năm 2026',
      'Residential land prices, 2026',
      'Ủy ban nhân dân tỉnh',
      '2026-01-01',
    ),
    format: 'shapefile',
    features: strips.flatMap(([VITRI, from, to, GIADONGM2]) =>
      [1, -1].map((side) =>
        area([strip(line, side * from, side * to)], { VITRI, TENDUONG: 'Đường tỉnh 299H', GIADONGM2 }),
      ),
    ),
  };
}

/** Makes the layers, in the order in which they are brought in. */
export function drawLayers(district: District, seed: number): DemoLayer[] {
  const random = createRandom(seed).fork('layers');
  const box = groundOf(district);
  const at = placeIn(box);
  const river = district.sheets
    .filter(({ srid }) => srid === 9214)
    .flatMap(({ parcels }) => parcels.filter(({ landUse }) => landUse === 'SON'))
    .flatMap(({ rings }) => (rings ?? []).flat());
  const line = bend(random.fork('road'), at(0.02, 0.14), at(0.98, 0.88), 110);
  const communes = district.communes.filter(({ validTo }) => validTo === null).map(({ name }) => name);
  return [
    planning(random.fork('planning'), box),
    flood(random.fork('flood'), box, river),
    road(line),
    heritage(random.fork('heritage'), box),
    growing(random.fork('growing'), box),
    services(random.fork('services'), box, communes),
    prices(line),
  ];
}
