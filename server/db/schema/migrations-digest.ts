import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { MIGRATIONS } from './list-migrations.ts';

/** Made from the others. */
const WRITTEN = new Set(['schema.sql', 'digests.txt']);

/**
 * SHA-256 over every migration, the reference data it loads and every function: what a freshly migrated database depends on.
 * `schema.sql` carries it in its first line, so that a dump older than the migrations is noticed without a database.
 */
export function migrationsDigest(folder: string = MIGRATIONS): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !WRITTEN.has(entry.name) && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash
      .update(`${relative(folder, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}
