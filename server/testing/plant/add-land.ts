/** More land for a test: shapes and texts of its own choosing, registered beside the fixture's. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { REGISTERED_ON, touchTiles } from './register-fixture.ts';

export interface Land {
  /** Present unit that numbers the sheet and has the land; made if it is not there. */
  readonly unit: { readonly code: string; readonly name: string };
  readonly sheet: string;
  readonly no: string;
  /** WKT polygon, EPSG:9214, metres. The fixture's land begins at 416700 2353000. */
  readonly shape: string;
  readonly address?: string;
  readonly landUse?: string;
}

const SINCE = '2000-01-01';
const AT = `${REGISTERED_ON}T12:00:00+07:00`;
let nextCode = 0;

async function sheetOf(client: pg.Client, { unit, sheet }: Land): Promise<string> {
  await client.query(
    `insert into reference.administrative_unit (code, valid_from, name, kind, province_code, source, fictional)
     values ($1, $2, $3, 'xã', '99', 'fixture', true) on conflict do nothing`,
    [unit.code, SINCE, unit.name],
  );
  const known = 'select sheet_id from cadastre.sheet where unit_code = $1 and unit_valid_from = $2 and number = $3';
  const found = await client.query<{ sheet_id: string }>(known, [unit.code, SINCE, sheet]);
  if (found.rows[0]) return found.rows[0].sheet_id;
  const made = await client.query<{ sheet_id: string }>(
    `insert into cadastre.sheet (unit_code, unit_valid_from, number, scale, commune_code, commune_valid_from, srid)
     values ($1, $2, $3, 1000, $1, $2, 9214) returning sheet_id`,
    [unit.code, SINCE, sheet],
  );
  return made.rows[0]!.sheet_id;
}

async function addOne(client: pg.Client, land: Land, dealing: string): Promise<string> {
  const id = randomUUID();
  nextCode += 1;
  const code = `w7gb${nextCode.toString().padStart(8, '0')}`;
  const sheet = await sheetOf(client, land);
  await client.query('insert into cadastre.parcel (parcel_id, parcel_code, raised_by) values ($1, $2, $3)', [
    id,
    code,
    dealing,
  ]);
  await client.query(
    `insert into cadastre.parcel_version (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, address,
       raised_by, registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
     select $1, $2, $3, $4, 'current', $5, st_area(g), $6, $7, $8, g, g, st_transform(g, 3857),
       st_transform(st_pointonsurface(g), 3857), st_pointonsurface(g)
     from (select st_geomfromtext($9, 9214) as g) made`,
    [id, sheet, land.no, code, land.landUse ?? 'ONT', land.address ?? 'Thôn Thử', dealing, AT, land.shape],
  );
  return id;
}

/** Registers the land and returns the parcels' ids in its order. Call the test app's `refresh` when outlines and places matter. */
export async function addLand(migratorUrl: string, land: readonly Land[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ dealing_id: string }>('select dealing_id from dealing.dealing limit 1');
    const ids: string[] = [];
    for (const one of land) ids.push(await addOne(client, one, rows[0]!.dealing_id));
    await touchTiles(client);
    return ids;
  } finally {
    await client.end();
  }
}
