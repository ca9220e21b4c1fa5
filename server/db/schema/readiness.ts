/** What must be true of the database before the service serves. Each function answers one question. */
import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';
import { readFunctionFiles } from './function-files.ts';

/** Asks something only this role's door needs; throws when the role cannot reach it. */
export const PROBES = {
  app: 'select 1 from cadastre.sheet limit 1',
  portal: 'select 1 from portal.land_use limit 1',
  tiles: 'select cadastre.tile_revision_at(0, 0, 0)',
} as const;

/** Runs the probe of one role. */
export async function probe(pool: pg.Pool, role: keyof typeof PROBES): Promise<void> {
  await queryRows(pool, PROBES[role]);
}

/** EPSG codes among `wanted` that this PostGIS does not know. */
export async function listMissingSrids(pool: pg.Pool, wanted: readonly number[]): Promise<number[]> {
  const rows = await queryRows<{ srid: number }>(
    pool,
    'select w.srid from unnest($1::int[]) as w(srid) left join public.spatial_ref_sys s using (srid) where s.srid is null',
    [wanted],
  );
  return rows.map((row) => row.srid);
}

/** File names of the migrations this database has had. */
export async function listAppliedMigrations(pool: pg.Pool): Promise<string[]> {
  const rows = await queryRows<{ name: string }>(pool, 'select name from public.schema_migration order by name');
  return rows.map((row) => row.name);
}

let digests: Map<string, string> | undefined;

/** How many functions were loaded from another file than this release has. The files are read once: they come with the code. */
export async function countOtherFunctions(pool: pg.Pool): Promise<number> {
  digests ??= new Map(
    readFunctionFiles()
      .filter((one) => !one.retired)
      .map((one) => [one.name, one.sha256.toString('hex')]),
  );
  const rows = await queryRows<{ name: string; sha256: string }>(
    pool,
    "select name, encode(file_sha256, 'hex') as sha256 from reference.function_source",
  );
  const loaded = new Map(rows.map((row) => [row.name, row.sha256]));
  return [...digests].filter(([name, sha256]) => loaded.get(name) !== sha256).length;
}
