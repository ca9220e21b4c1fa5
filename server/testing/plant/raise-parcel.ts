/** Dealings, sheets and parcels made in SQL and not through our code, for tests of what PostgreSQL refuses by itself. */
import pg from 'pg';
import { createTestDatabase } from '../test-database.ts';

export interface GuardedDatabase {
  readonly owner: pg.Client;
  /** The application's role, for all communes. */
  readonly app: pg.Client;
  /** One more connection of the owner, not open yet. */
  another(): pg.Client;
  close(): Promise<void>;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

export async function openGuardedDatabase(): Promise<GuardedDatabase> {
  const database = await createTestDatabase();
  const owner = await connect(database.urls.migrator);
  const app = await connect(database.urls.app);
  await app.query(`select set_config('diaba.communes', '*', false)`);
  return {
    owner,
    app,
    another: () => new pg.Client({ connectionString: database.urls.migrator }),
    async close() {
      await owner.end();
      await app.end();
      await database.drop();
    },
  };
}

/** The unit that dealings and sheets belong to: code, first day. */
export const UNIT = ['07210', '2025-07-01'] as const;

/** An approved initial load. */
export async function openDealing(app: pg.Client): Promise<string> {
  const { rows } = await app.query(
    `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, initial_load, proposed_by)
     values (gen_random_uuid(), 'import_promotion', 'approved', $1, $2, true, 'tester') returning dealing_id`,
    [...UNIT],
  );
  return rows[0].dealing_id;
}

let sheets = 0;

/** A sheet with a number of its own. */
export async function openSheet(app: pg.Client): Promise<string> {
  sheets += 1;
  const { rows } = await app.query(
    `insert into cadastre.sheet (unit_code, unit_valid_from, number, scale, commune_code, commune_valid_from, srid)
     values ($1, $2, $3, 1000, $1, $2, 9214) returning sheet_id`,
    [...UNIT, String(900 + sheets)],
  );
  return rows[0].sheet_id;
}

let codes = 0;

/** A parcel code that no other call gives. */
export const nextCode = (): string => `w7g${String(codes++).padStart(9, '0')}`;

/** Raises a current parcel with this outline (WKT, EPSG:9214). */
export async function raise(
  client: pg.Client,
  dealing: string,
  sheet: string,
  parcelNo: string,
  wkt: string,
): Promise<string> {
  const code = nextCode();
  const { rows } = await client.query(
    `insert into cadastre.parcel (parcel_id, parcel_code, raised_by) values (gen_random_uuid(), $1, $2) returning parcel_id`,
    [code, dealing],
  );
  await raiseVersion(client, rows[0].parcel_id, dealing, sheet, parcelNo, wkt, code);
  return rows[0].parcel_id;
}

/** One more version of a parcel, current. */
export async function raiseVersion(
  client: pg.Client,
  parcel: string,
  dealing: string,
  sheet: string,
  parcelNo: string,
  wkt: string,
  code = nextCode(),
): Promise<void> {
  await client.query(
    `insert into cadastre.parcel_version (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, raised_by, registered_at,
       geom_legal, geom, geom_3857, label_3857, feature_point)
     select $1, (select count(*) + 1 from cadastre.parcel_version where parcel_id = $1), $2, $3, $4, 'current', 'ONT', st_area(g), $5, now(),
       g, g, st_transform(g, 3857), st_transform(st_centroid(g), 3857), st_centroid(g)
     from (select st_geomfromtext($6, 9214) as g) x`,
    [parcel, sheet, parcelNo, code, dealing, wkt],
  );
}

/** A square of 10 m whose south-west corner is `dx`, `dy` metres from a place of its own. */
export const square = (place: number, dx = 0, dy = 0): string => {
  const [x, y] = [416_000 + place * 100 + dx, 2_353_000 + dy];
  return `POLYGON((${x} ${y}, ${x + 10} ${y}, ${x + 10} ${y + 10}, ${x} ${y + 10}, ${x} ${y}))`;
};

/** A batch of the unit with so many valid records, as the import would leave it. */
export async function stageRecords(owner: pg.Client, batchId: string, records: number): Promise<void> {
  await owner.query(
    `insert into document.stored_file (sha256, byte_length, media_type) values (sha256('source'), 1, 'application/zip')`,
  );
  await owner.query(
    `insert into staging.batch (batch_id, identity_sha256, source_sha256, source_name, kind, commune_code, commune_valid_from, unit_code,
       unit_valid_from, options, status, created_by)
     values ($1, sha256('source'), sha256('source'), 'x.zip', 'parcels', $2, $3, $2, $3, '{}', 'validated', 'tester')`,
    [batchId, ...UNIT],
  );
  await owner.query(
    `insert into staging.record (batch_id, record_no, status, raw) select $1, n, 'valid', '{}' from generate_series(1, $2::int) n`,
    [batchId, records],
  );
}
