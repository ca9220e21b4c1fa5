import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** Beside the migrations themselves; written by `npm run db:dump`. */
const WRITTEN = ['schema.sql'];

/** Names of the migrations in the order in which they run. A file that looks like one and would be passed over is an error. */
export function listMigrations(folder: string = MIGRATIONS): string[] {
  const names = readdirSync(folder)
    .filter((name) => /\.(ts|sql)$/.test(name) && !WRITTEN.includes(name))
    .sort();
  for (const name of names) {
    if (!/^\d{14}_[a-z0-9_]+\.(ts|sql)$/.test(name)) {
      throw new Error(`migrations/${name}: a migration is called YYYYMMDDhhmmss_verb_object.sql (or .ts)`);
    }
  }
  return names;
}
