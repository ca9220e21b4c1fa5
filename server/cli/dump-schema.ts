/** npm run db:dump: the whole schema as PostgreSQL sees it, into migrations/schema.sql, for reviewers. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { migrationsDigest } from '../db/schema/migrations-digest.ts';
import { getPostgres } from '../embedded/find-postgres.ts';
import { createTestDatabase } from '../testing/test-database.ts';

const TARGET = fileURLToPath(new URL('../../migrations/schema.sql', import.meta.url));
const SCHEMAS = [
  'reference',
  'staging',
  'cadastre',
  'party',
  'rights',
  'document',
  'dealing',
  'audit',
  'portal',
  'session',
];

/** A fresh database, so that nothing but the migrations is in the dump. */
const database = await createTestDatabase();
try {
  const { binDir } = getPostgres(database.cluster.dataDir);
  const args = [
    '--schema-only',
    '--no-owner',
    ...SCHEMAS.map((schema) => `--schema=${schema}`),
    database.urls.migrator,
  ];
  const { stdout } = await promisify(execFile)(`${binDir}/pg_dump`, args, { maxBuffer: 64 << 20 });
  // Neither versions nor one-time tokens belong into a reviewed file.
  const text = stdout.replace(/^-- Dumped .*\n/gm, '').replace(/^\\(?:un)?restrict .*\n/gm, '');
  await writeFile(TARGET, `-- migrations-digest: sha256:${await migrationsDigest()}\n${text}`);
  console.log('migrations/schema.sql written');
} finally {
  await database.drop();
}
