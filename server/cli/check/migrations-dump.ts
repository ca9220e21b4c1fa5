import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEditedMigrations } from '../../db/schema/frozen-migrations.ts';
import { migrationsDigest } from '../../db/schema/migrations-digest.ts';
import { ROOT } from './run-tool.ts';

/** Whether what `npm run db:dump` writes was written from these very migrations and functions. */
function findStale(root: string, path: string, digest: string): string[] {
  const file = join(root, path);
  if (!existsSync(file)) return [`${path} is missing: npm run db:dump`];
  const line = readFileSync(file, 'utf8').split('\n')[0] ?? '';
  const recorded = /^(?:--|<!--) migrations-digest: sha256:([0-9a-f]{64})(?: -->)?$/.exec(line)?.[1];
  return recorded === digest ? [] : [`${path} is older than the migrations: npm run db:dump`];
}

/** Whether the migrations are as they were merged, and all that is made from them is of today. */
export function findStaleDump(root: string = ROOT): string[] {
  const migrations = join(root, 'migrations');
  const digest = migrationsDigest(migrations);
  return [
    ...findEditedMigrations(migrations),
    ...['migrations/schema.sql', 'docs/schema.md'].flatMap((path) => findStale(root, path, digest)),
  ];
}
