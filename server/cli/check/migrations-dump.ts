import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsDigest } from '../../db/schema/migrations-digest.ts';
import { ROOT } from './run-tool.ts';

/** Whether `migrations/schema.sql` was dumped from these very migrations. */
export function findStaleDump(root: string = ROOT): string[] {
  const file = join(root, 'migrations', 'schema.sql');
  if (!existsSync(file)) return ['migrations/schema.sql is missing: npm run db:dump'];
  const recorded = /^-- migrations-digest: ?(?:sha256[:-]?)?([0-9a-f]{64})$/m.exec(
    readFileSync(file, 'utf8').split('\n')[0] ?? '',
  )?.[1];
  if (recorded === migrationsDigest(join(root, 'migrations'))) return [];
  return ['migrations/schema.sql is older than the migrations: npm run db:dump'];
}
