/**
 * A small fictional register, written as the owner of the tables. Two old communes (99011, 99012) became one (99001),
 * and each had a sheet 12 with a parcel 345: the question every look-up must answer with a list.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Names, numbers and serials that no public reply may ever contain. */
export const CANARIES = ['Nguyễn Văn Hoàng Yến', '024187654321', 'CT 998877', 'canary-search-key'] as const;

/** East and north of the south-west corner of the fixture's land, EPSG:9214, metres: 106.2° E, 21.27° N. */
const ORIGIN = [416_700, 2_353_000] as const;
const REFORM = '2025-07-01';
/** Everything but what a test changes was registered at noon of this day, Asia/Ho_Chi_Minh. */
export const REGISTERED_ON = '2026-03-10';
export const SPLIT_ON = '2026-06-20';

export interface RegisterFixture {
  /** Sheet 12 parcel 345 numbered in 99011, and the one numbered in 99012. */
  readonly twins: readonly [string, string];
  /** Retired on SPLIT_ON, with the two parcels that came out of it. */
  readonly parent: string;
  readonly children: readonly [string, string];
  /** A point inside the land, degrees. */
  readonly centre: readonly [longitude: number, latitude: number];
  readonly parcels: number;
}

const noon = (day: string) => `${day}T12:00:00+07:00`;

async function addUnits(client: pg.Client): Promise<void> {
  const units = [
    ['99011', '2000-01-01', REFORM, 'Xã Đông Thử', 'xã'],
    ['99012', '2000-01-01', REFORM, 'Xã Tây Thử', 'xã'],
    ['99001', REFORM, null, 'Xã Thử Nghiệm', 'xã'],
    ['99002', '2000-01-01', null, 'Phường Mẫu', 'phường'],
  ];
  for (const unit of units) {
    await client.query(
      `insert into reference.administrative_unit (code, valid_from, valid_to, name, kind, province_code, source, fictional)
       values ($1, $2, $3, $4, $5, '99', 'fixture', true)`,
      unit,
    );
  }
  for (const old of ['99011', '99012']) {
    await client.query(
      "insert into reference.administrative_unit_successor values ($1, '2000-01-01', '99001', $2, 'fixture')",
      [old, REFORM],
    );
  }
  await client.query(
    `insert into reference.administrative_unit_extent (code, valid_from, min_lon, min_lat, max_lon, max_lat, source)
     values ('99001', $1, 106.19, 21.26, 106.21, 21.28, 'fixture')`,
    [REFORM],
  );
}

async function addDealing(client: pg.Client, at: string): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, initial_load, proposed_by, registered_at)
     values ($1, 'import_promotion', 'registered', '99001', $2, true, 'fixture', $3)`,
    [id, REFORM, at],
  );
  return id;
}

async function addSheet(
  client: pg.Client,
  unit: string,
  since: string,
  number: string,
  commune: string,
): Promise<string> {
  const { rows } = await client.query<{ sheet_id: string }>(
    `insert into cadastre.sheet (unit_code, unit_valid_from, number, scale, commune_code, commune_valid_from, srid)
     values ($1, $2, $3, 1000, $4, $5, 9214) returning sheet_id`,
    [unit, since, number, commune, commune === '99001' ? REFORM : '2000-01-01'],
  );
  return rows[0]!.sheet_id;
}

interface ParcelSpec {
  readonly sheet: string;
  readonly no: string;
  /** Metres from the origin. */
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
  readonly landUse?: string;
  readonly dealing: string;
  readonly registeredAt?: string;
  readonly ended?: { readonly by: string; readonly at: string };
}

let nextCode = 0;

/** A code of the right alphabet, unique in this process; fixtures do not recompute geohashes. */
function makeCode(): string {
  nextCode += 1;
  return `w7g9${nextCode.toString().padStart(8, '0')}`;
}

async function addParcel(client: pg.Client, spec: ParcelSpec): Promise<string> {
  const id = randomUUID();
  const code = makeCode();
  const [x, y] = [ORIGIN[0] + spec.x, ORIGIN[1] + spec.y];
  await client.query('insert into cadastre.parcel (parcel_id, parcel_code, raised_by) values ($1, $2, $3)', [
    id,
    code,
    spec.dealing,
  ]);
  await client.query(
    `insert into cadastre.parcel_version (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, legal_area_m2,
       address, raised_by, ended_by, registered_at, ended_at, geom_legal, geom, geom_3857, label_3857, feature_point)
     select $1, $2, $3, $4, $5, $6, st_area(g), $7, 'Thôn Thử', $8, $9, $10, $11, g, g, st_transform(g, 3857),
       st_transform(st_centroid(g), 3857), st_centroid(g)
     from (select st_makeenvelope($12, $13, $14, $15, 9214) as g) made`,
    [
      id,
      spec.sheet,
      spec.no,
      code,
      spec.ended ? 'historic' : 'current',
      spec.landUse ?? 'ONT+CLN',
      spec.no === '346' ? null : 1200.5,
      spec.dealing,
      spec.ended?.by ?? null,
      spec.registeredAt ?? noon(REGISTERED_ON),
      spec.ended?.at ?? null,
      x,
      y,
      x + (spec.width ?? 30),
      y + (spec.height ?? 40),
    ],
  );
  return id;
}

/** A holder whose name, number and serial are the canaries: in the database, and nowhere else. */
async function addHolder(client: pg.Client, parcel: string, dealing: string): Promise<void> {
  const party = randomUUID();
  const [name, number, serial, key] = CANARIES;
  await client.query(
    "insert into party.party (party_id, kind, name, search_key, raised_by) values ($1, 'person', $2, $3, $4)",
    [party, name, key, dealing],
  );
  await client.query('insert into party.identity_paper values ($1, 1, $2, sha256($2))', [party, Buffer.from(number)]);
  await client.query(
    `insert into rights."right" (right_id, parcel_id, party_id, kind, certificate_serial, commune_code, verified, raised_by, registered_at)
     values ($1, $2, $3, 'use', $4, '99001', true, $5, $6)`,
    [randomUUID(), parcel, party, serial, dealing, noon(REGISTERED_ON)],
  );
}

/** Raises the revision of every tile cell that holds a parcel, as a registration does. */
export async function touchTiles(client: pg.Client): Promise<void> {
  await client.query(
    `insert into cadastre.tile_revision (cell_x, cell_y, revision)
     select distinct floor((st_x(label_3857) + 20037508.342789244) / 2445.984905125)::int,
       floor((20037508.342789244 - st_y(label_3857)) / 2445.984905125)::int, 0 from cadastre.parcel_version
     on conflict do nothing`,
  );
  await client.query("update cadastre.tile_revision set revision = nextval('cadastre.tile_revision_seq')");
}

/** Fills an empty, migrated database. `migratorUrl` is the login that owns the tables. */
export async function fillRegister(migratorUrl: string): Promise<RegisterFixture> {
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    await addUnits(client);
    const dealing = await addDealing(client, noon(REGISTERED_ON));
    const split = await addDealing(client, noon(SPLIT_ON));
    const east = await addSheet(client, '99011', '2000-01-01', '12', '99001');
    const west = await addSheet(client, '99012', '2000-01-01', '12', '99001');
    const other = await addSheet(client, '99002', '2000-01-01', '7', '99002');
    const twins = [
      await addParcel(client, { sheet: east, no: '345', x: 0, y: 0, dealing }),
      await addParcel(client, { sheet: west, no: '345', x: 100, y: 0, dealing, landUse: 'LUC' }),
    ] as const;
    await addParcel(client, { sheet: east, no: '346', x: 30, y: 0, dealing, landUse: 'XYZ' });
    const ended = { by: split, at: noon(SPLIT_ON) };
    const parent = await addParcel(client, { sheet: other, no: '1', x: 0, y: 100, width: 60, dealing, ended });
    const born = { sheet: other, y: 100, dealing: split, registeredAt: noon(SPLIT_ON) };
    const children = [
      await addParcel(client, { ...born, no: '2', x: 0 }),
      await addParcel(client, { ...born, no: '3', x: 30 }),
    ] as const;
    for (const child of children)
      await client.query('insert into cadastre.lineage values ($1, $2, $3)', [parent, child, split]);
    for (let no = 4; no < 24; no += 1) {
      await addParcel(client, {
        sheet: other,
        no: String(no),
        x: (no % 5) * 30,
        y: 200 + Math.floor(no / 5) * 40,
        dealing,
        landUse: 'LUC',
      });
    }
    await addHolder(client, twins[0], dealing);
    await touchTiles(client);
    return { twins, parent, children, centre: [106.2, 21.27], parcels: 25 };
  } finally {
    await client.end();
  }
}
