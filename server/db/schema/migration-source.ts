import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Knex } from 'knex';
import { listMigrations } from './list-migrations.ts';

/** Where a file says `:registry_srid` stands the EPSG code of this registry; `::registry_srid` would be a cast. */
export function fillSrid(sql: string, registrySrid: number): string {
  return sql.replace(/(?<!:):registry_srid\b/g, String(Math.trunc(registrySrid)));
}

function irreversible(): never {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}

/** Migrations as knex reads them: `.sql` as it stands, `.ts` where rows have to be made by a program. */
export function migrationSource(folder: string, registrySrid: number): Knex.MigrationSource<string> {
  return {
    getMigrations: async () => listMigrations(folder),
    getMigrationName: (name) => name,
    getMigration: async (name) => {
      const path = join(folder, name);
      if (name.endsWith('.ts')) return (await import(pathToFileURL(path).href)) as Knex.Migration;
      const sql = fillSrid(await readFile(path, 'utf8'), registrySrid);
      // knex takes a question mark for a place of a value.
      return { up: (knex) => knex.raw(sql.replaceAll('?', '\\?')), down: irreversible };
    },
  };
}
