import pg from 'pg';

/** Parcels of one sheet: what a real sheet of 1:1000 has. */
const PER_SHEET = 500;

/**
 * Adds parcels to the fixture's register until the planner weighs indexes as it does in life: sheets 101, 102, … of unit
 * 99002, squares of 10 m on a grid north of the fixture's land, in hamlets of 5 parcels
 * ("Thôn Mẫu Aaaa", "Thôn Mẫu Aaae", …).
 */
export async function fillManyParcels(ownerUrl: string, parcels: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `insert into cadastre.sheet (unit_code, unit_valid_from, number, scale, commune_code, commune_valid_from, srid)
       select '99002', '2000-01-01', (100 + n)::text, 1000, '99002', '2000-01-01', 9214 from generate_series(1, $1::int) n`,
      [Math.ceil(parcels / PER_SHEET)],
    );
    await client.query(
      `create temporary table made as
       select gen_random_uuid() as id, 'wz' || lpad(n::text, 10, '0') as code, n / $2::int as sheet, n % $2::int + 1 as no,
         (select raised_by from cadastre.parcel limit 1) as dealing, 'Thôn Mẫu ' || initcap(translate(lpad((n / 5)::text, 4, '0'), '0123456789', 'aeiouybcdg')) as address,
         st_makeenvelope(417000 + n % 200 * 10, 2354000 + n / 200 * 10, 417010 + n % 200 * 10, 2354010 + n / 200 * 10, 9214) as g
       from generate_series(0, $1::int - 1) n`,
      [parcels, PER_SHEET],
    );
    await client.query(
      'insert into cadastre.parcel (parcel_id, parcel_code, raised_by) select id, code, dealing from made',
    );
    await client.query(
      `insert into cadastre.parcel_version (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, address,
         raised_by, registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
       select id, s.sheet_id, no::text, code, 'current', 'LUC', 100, address, dealing, '2026-03-10T05:00:00Z', g, g,
         st_transform(g, 3857), st_transform(st_centroid(g), 3857), st_centroid(g)
       from made join cadastre.sheet s on s.unit_code = '99002' and s.number = (101 + made.sheet)::text`,
    );
    await client.query('analyze cadastre.parcel_version, cadastre.sheet, cadastre.parcel');
  } finally {
    await client.end();
  }
}
