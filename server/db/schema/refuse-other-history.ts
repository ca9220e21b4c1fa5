import type pg from 'pg';
import { DatabaseUnfit } from '../kit/database-unfit.ts';

/** Names of the migrations that a database has had, in order; none where it is new. */
export async function findApplied(client: pg.ClientBase): Promise<string[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    "select to_regclass('public.schema_migration') is not null as there",
  );
  if (!found[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>('select name from public.schema_migration order by name');
  return rows.map((row) => row.name);
}

/** Stops where a database has had a migration that this release does not know. Nothing in it is touched. */
export function refuseOtherHistory(applied: readonly string[], names: readonly string[]): void {
  const unknown = applied.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  if (unknown > (names.at(-1) ?? '')) {
    throw new DatabaseUnfit(
      'database.other_history',
      `This database was made by a newer release (its migration ${unknown} is not known here); nothing in it was changed.`,
      'Start that release, or one after it.',
    );
  }
  throw new DatabaseUnfit(
    'database.other_history',
    `This database was made before the first release (by the migration ${unknown}, which has gone); nothing in it was changed.`,
    'Make a new, empty database and import your files into it; where none is configured, set STORAGE_DIR to a new folder.',
  );
}

/** Every geometry is in the system the registry was made for: in another one it would silently mean another place. */
export async function refuseOtherSrid(client: pg.ClientBase, registrySrid: number): Promise<void> {
  const { rows: found } = await client.query<{ there: boolean }>(
    "select to_regclass('reference.registry_state') is not null as there",
  );
  if (!found[0]?.there) return;
  const { rows } = await client.query<{ value: string }>(
    "select value from reference.registry_state where name = 'registry_srid'",
  );
  if (Number(rows[0]?.value) === registrySrid) return;
  throw new DatabaseUnfit(
    'database.other_srid',
    `This registry was made for EPSG:${rows[0]?.value}, not EPSG:${registrySrid}.`,
    'Set REGISTRY_SRID back.',
  );
}
