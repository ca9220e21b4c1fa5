/** The forms of a question that the search benchmark asks, each beside the SQL that anybody would write for it. */
import type pg from 'pg';

export interface SearchCase {
  readonly path: string;
  /** The peer: bare SQL on the tables, as their owner. */
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface SearchForm {
  readonly name: string;
  readonly cases: readonly SearchCase[];
}

/** What is known of one parcel of the sample. */
interface Sample {
  code: string;
  sheet: string;
  no: string;
  x: number;
  y: number;
  lon: number;
  lat: number;
  address: string | null;
}

const search = (q: string) => `/api/portal/search?${new URLSearchParams({ q })}`;
const suggest = (q: string) => `/api/portal/suggest?${new URLSearchParams({ q })}`;

const COLUMNS = `v.parcel_id, v.parcel_code, v.parcel_no, v.land_use, v.area_m2, v.legal_area_m2, v.address, v.registered_at,
  s.number, s.scale, s.commune_code, s.unit_code`;
const FROM = 'from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)';
const CURRENT = "v.status = 'current'";
const LIMIT = 'order by length(s.number), s.number, length(v.parcel_no), v.parcel_no limit 21';

const BARE = {
  code: `select ${COLUMNS} ${FROM} where v.parcel_code = $1`,
  parcel: `select ${COLUMNS} ${FROM} where s.number = $1 and v.parcel_no = $2 and ${CURRENT} ${LIMIT}`,
  inCommune: `select ${COLUMNS} ${FROM} join reference.administrative_unit u on u.code = s.commune_code and u.valid_from = s.commune_valid_from
    where s.number = $1 and v.parcel_no = $2 and u.name = $3 and ${CURRENT} ${LIMIT}`,
  number: `select ${COLUMNS} ${FROM} where v.parcel_no = $1 and ${CURRENT} ${LIMIT}`,
  sheet: `select ${COLUMNS} ${FROM} where s.number = $1 and ${CURRENT} ${LIMIT}`,
  point: `select ${COLUMNS} ${FROM} where st_intersects(v.geom, st_transform(st_setsrid(st_point($1, $2), $3::int), 9214)) and ${CURRENT}`,
  unit: `select code, name, kind, valid_from, valid_to from reference.administrative_unit where lower(unaccent(name)) like '%' || $1 || '%'`,
  address: `select ${COLUMNS} ${FROM} where lower(unaccent(v.address)) like '%' || $1 || '%' and ${CURRENT} ${LIMIT}`,
};

/** Every form for each parcel of the sample. */
export async function listSearchForms(owner: pg.Client, communeName: string, atMost: number): Promise<SearchForm[]> {
  const { rows } = await owner.query<Sample>(
    `select v.parcel_code as code, s.number as sheet, v.parcel_no as no, v.address,
       st_x(v.feature_point) as x, st_y(v.feature_point) as y,
       st_x(st_transform(v.label_3857, 4326)) as lon, st_y(st_transform(v.label_3857, 4326)) as lat
     ${FROM} where ${CURRENT} order by md5(v.parcel_code) limit $1`,
    [atMost],
  );
  const form = (name: string, one: (sample: Sample, i: number) => SearchCase): SearchForm => ({
    name,
    cases: rows.map(one),
  });
  const word = (sample: Sample) => sample.address?.split(',')[0] ?? 'Thôn';
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
  const misspelt = (text: string) => `${text.slice(0, -2)}${text.at(-1)}${text.at(-2)}`;
  return [
    form('code', ({ code }) => ({ path: search(code), sql: BARE.code, values: [code] })),
    form('tờ … thửa …', ({ sheet, no }) => ({
      path: search(`tờ ${sheet} thửa ${no}`),
      sql: BARE.parcel,
      values: [sheet, no],
    })),
    form('…/… xã …', ({ sheet, no }) => ({
      path: search(`${sheet}/${no} ${communeName}`),
      sql: BARE.inCommune,
      values: [sheet, no, communeName],
    })),
    form('thửa …', ({ no }) => ({ path: search(`thửa ${no}`), sql: BARE.number, values: [no] })),
    form('tờ …', ({ sheet }) => ({ path: search(`tờ ${sheet}`), sql: BARE.sheet, values: [sheet] })),
    form('thửa … that nobody has', (_, i) => ({
      path: search(`thửa ${90_000 + i}`),
      sql: BARE.number,
      values: [`${90_000 + i}`],
    })),
    form('thửa … thôn …', (sample) => ({
      path: search(`thửa ${sample.no}, ${word(sample)}`),
      sql: `select ${COLUMNS} ${FROM} where v.parcel_no = $1 and lower(unaccent(v.address)) like '%' || $2 || '%' and ${CURRENT} ${LIMIT}`,
      values: [sample.no, plain(word(sample))],
    })),
    form('X … Y …', ({ x, y }) => ({
      path: search(`X=${y.toFixed(3)} Y=${x.toFixed(3)}`),
      sql: BARE.point,
      values: [x, y, 9214],
    })),
    form('degrees', ({ lon, lat }) => ({
      path: search(`${lat.toFixed(7)}, ${lon.toFixed(7)}`),
      sql: BARE.point,
      values: [lon, lat, 4326],
    })),
    form('commune', () => ({ path: search(communeName), sql: BARE.unit, values: [plain(communeName)] })),
    form('hamlet or street', (sample) => ({
      path: search(word(sample)),
      sql: BARE.address,
      values: [plain(word(sample))],
    })),
    form('hamlet, misspelt', (sample) => ({
      path: search(misspelt(word(sample))),
      sql: BARE.address,
      values: [plain(misspelt(word(sample)))],
    })),
    form('suggest …/…', ({ sheet, no }) => ({
      path: suggest(`${sheet}/${no.slice(0, 1)}`),
      sql: `select ${COLUMNS} ${FROM} where s.number = $1 and v.parcel_no like $2 || '%' and ${CURRENT} ${LIMIT}`,
      values: [sheet, no.slice(0, 1)],
    })),
    form('suggest name', (sample) => ({
      path: suggest(plain(word(sample)).slice(0, 7)),
      sql: BARE.address,
      values: [plain(word(sample)).slice(0, 7)],
    })),
  ];
}
