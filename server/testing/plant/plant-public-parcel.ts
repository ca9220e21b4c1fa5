/** One parcel each public fact of which is found nowhere else, so that a test can see where that fact is told. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { PublicField } from '../../domain/publication/publication-policy.ts';
import { box, plantLayer } from './plant-layer.ts';

const COMMUNE = '99077';
const FORMER = '99078';
/** Unit, sheet and number of the records it came from. */
const ORIGIN = '99079';
const SIZE = [31.7, 43.3] as const; // 1,372.61 m²
/** Sides of what a layer has in common with it: 207.36 m², a number that stands nowhere else. */
const OVERLAY = [12.8, 16.2] as const;
export const PLANTED_LAYER = 'planted';
/** South-west corner, EPSG:9214. */
const CORNER = [417_501.1234, 2_353_601.5678] as const;

export interface PlantedParcel {
  readonly id: string;
  /** The retired parcel it came out of. */
  readonly parent: string;
  readonly commune: string;
  readonly former: string;
  readonly sheet: string;
  readonly no: string;
  readonly code: string;
  readonly address: string;
  /** A point inside, degrees. */
  readonly centre: readonly [longitude: number, latitude: number];
  /** For each field the bytes that tell it, in whatever form a reply may write it. */
  readonly tells: Readonly<Record<PublicField, readonly Buffer[]>>;
}

/** A whole number as a value of a vector tile: key 5 (uint_value), then seven bits a byte, lowest first. */
function tileInteger(value: number): Buffer {
  const bytes = [0x28];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

/** Spellings of a number: plain, Vietnamese, English, and as vector tiles and SQLite hold it. */
function spellings(value: number, decimals: number): Buffer[] {
  const locales = ['vi-VN', 'en-GB'].map((locale) => value.toLocaleString(locale, { maximumFractionDigits: decimals }));
  const written = [String(value), ...locales].map((text) => Buffer.from(text));
  if (Number.isInteger(value)) return [...written, tileInteger(value)];
  const [little, big] = [Buffer.alloc(8), Buffer.alloc(8)];
  little.writeDoubleLE(value);
  big.writeDoubleBE(value);
  return [...written, little, big];
}

const texts = (...all: string[]) => all.map((text) => Buffer.from(text));
/** Days of an instant at noon in Viet Nam, as ISO and as the pages write them. */
const days = (iso: string) => {
  const [year, month, day] = iso.split('-').map(Number);
  const english = new Date(`${iso}T05:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return texts(
    iso,
    iso.split('-').reverse().join('/'),
    english,
    `${day} tháng ${month}, ${year}`,
    `${day} tháng ${month} năm ${year}`,
  );
};

/** Adds the parcel, its commune, its former unit and its parent to a register as the fixture fills it. */
export async function plantPublicParcel(migratorUrl: string): Promise<PlantedParcel> {
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    for (const [code, from, to, name] of [
      [ORIGIN, '1990-01-01', '2000-01-01', 'Xã Gốc Dâu Tằm'],
      [FORMER, '2000-01-01', '2025-07-01', 'Xã Cũ Lá Phong'],
      [COMMUNE, '2025-07-01', null, 'Xã Mới Hoa Ban'],
    ]) {
      await client.query(
        `insert into reference.administrative_unit (code, valid_from, valid_to, name, kind, province_code, source, fictional)
         values ($1, $2, $3, $4, 'xã', '99', 'fixture', true)`,
        [code, from, to, name],
      );
    }
    await client.query(
      `insert into reference.land_use (code, name_vi, name_en, valid_from, fill, name_verified, source)
       values ('QQZ', 'QQZ', 'QQZ', '2000-01-01', '#AABBCC', false, 'fixture')`,
    );
    await client.query(
      "insert into reference.administrative_unit_successor values ($1, '2000-01-01', $2, '2025-07-01', 'fixture')",
      [FORMER, COMMUNE],
    );
    const {
      rows: [sheet],
    } = await client.query<{ sheet_id: string }>(
      `insert into cadastre.sheet (unit_code, unit_valid_from, number, scale, commune_code, commune_valid_from, srid)
       values ($1, '2000-01-01', '88t', 613579, $2, '2025-07-01', 9214) returning sheet_id`,
      [FORMER, COMMUNE],
    );
    const {
      rows: [dealing],
    } = await client.query<{ dealing_id: string }>('select dealing_id from dealing.dealing where status = $1 limit 1', [
      'registered',
    ]);
    const made = { sheet: sheet!.sheet_id, dealing: dealing!.dealing_id };
    const parent = await add(client, {
      ...made,
      no: '4320z',
      code: 'w7gz00000001',
      legal: 1818.25,
      from: '2026-02-02',
      to: '2026-05-05',
      use: 'LUC',
      address: 'Xóm Đã Tách',
    });
    const own = { no: '4321z', code: 'w7gz00000002', address: 'Thôn Kín Bưng' };
    const id = await add(client, { ...made, ...own, legal: 1717.25, from: '2026-04-04', to: null, use: 'QQZ' });
    await client.query('insert into cadastre.lineage values ($1, $2, $3)', [parent, id, made.dealing]);
    const {
      rows: [at],
    } = await client.query<{ lon: number; lat: number; corner: number }>(
      `select st_x(p) as lon, st_y(p) as lat, st_xmin(g) as corner
       from (select st_transform(feature_point, 4326) as p, st_transform(geom, 4326) as g from cadastre.parcel_version where parcel_id = $1) t`,
      [id],
    );
    const [east, north] = CORNER;
    await plantLayer(client, {
      code: PLANTED_LAYER,
      features: [{ category: 'Vùng Sim Tím', wkt: box(east - 9, north - 9, east + OVERLAY[0], north + OVERLAY[1]) }],
    });
    return {
      id,
      parent,
      commune: COMMUNE,
      former: FORMER,
      sheet: '88t',
      ...own,
      centre: [at!.lon, at!.lat],
      tells: {
        id: texts(id),
        code: texts(own.code, own.code.toUpperCase()),
        commune: texts('Hoa Ban', COMMUNE),
        sheet: texts('88t'),
        no: texts(own.no),
        scale: spellings(613579, 0),
        numberedIn: texts('Lá Phong', FORMER),
        landUse: texts('QQZ'),
        areaM2: [...spellings(1372.61, 2), ...spellings(1372.6, 1).slice(0, 3)],
        legalAreaM2: [...spellings(1717.25, 2), ...texts('1717.3', '1.717,3', '1,717.3')],
        address: texts(own.address),
        state: texts('"state":"current"'),
        registeredAt: days('2026-04-04'),
        endedAt: days('2026-05-05'),
        // To a metre: the centre as points have it, the corner as boundaries have it.
        geometry: texts(at!.lon.toFixed(7).slice(0, -2), at!.corner.toFixed(7).slice(0, -2)),
        geometryLegal: texts(east.toFixed(2), '417.501,12', '417,501.12'),
        successors: texts(id),
        predecessors: texts(parent),
        source: texts('77G', '9321y', 'Dâu Tằm'),
        overlays: texts('207.36', '207,36'),
      },
    };
  } finally {
    await client.end();
  }
}

interface Spec {
  readonly sheet: string;
  readonly dealing: string;
  readonly no: string;
  readonly code: string;
  readonly legal: number;
  readonly from: string;
  readonly to: string | null;
  readonly use: string;
  readonly address: string;
}

async function add(client: pg.Client, spec: Spec): Promise<string> {
  const id = randomUUID();
  const noon = (day: string | null) => day && `${day}T12:00:00+07:00`;
  await client.query(
    `insert into cadastre.parcel (parcel_id, parcel_code, raised_by, source_unit_code, source_unit_valid_from, source_sheet_no, source_scale, source_parcel_no)
     values ($1, $2, $3, $4, '1990-01-01', '77G', 2000, '9321y')`,
    [id, spec.code, spec.dealing, ORIGIN],
  );
  await client.query(
    `insert into cadastre.parcel_version (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, legal_area_m2,
       address, raised_by, ended_by, registered_at, ended_at, geom_legal, geom, geom_3857, label_3857, feature_point)
     select $1, $2, $3, $4, $5, $6, st_area(g), $7, $8, $9, $10, $11, $12, g, g, st_transform(g, 3857),
       st_transform(st_centroid(g), 3857), st_centroid(g)
     from (select st_makeenvelope($13, $14, $15, $16, 9214) as g) made`,
    [
      id,
      spec.sheet,
      spec.no,
      spec.code,
      spec.to ? 'historic' : 'current',
      spec.use,
      spec.legal,
      spec.address,
      spec.dealing,
      spec.to && spec.dealing,
      noon(spec.from),
      noon(spec.to),
      ...CORNER,
      CORNER[0] + SIZE[0],
      CORNER[1] + SIZE[1],
    ],
  );
  return id;
}
