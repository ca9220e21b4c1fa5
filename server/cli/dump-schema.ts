/** npm run db:dump: the whole schema as PostgreSQL sees it, for reviewers: migrations/schema.sql, docs/schema.md, and the list of merged migrations. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { listNewMigrations } from '../db/schema/frozen-migrations.ts';
import { migrationsDigest } from '../db/schema/migrations-digest.ts';
import { describeSchema, SCHEMAS } from '../db/schema/page/describe-schema.ts';
import { schemaPage } from '../db/schema/page/schema-page.ts';
import { getPostgres } from '../embedded/find-postgres.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';

const target = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

async function dump({ cluster, urls }: TestDatabase): Promise<string> {
  const { binDir } = getPostgres(cluster.dataDir);
  const args = ['--schema-only', '--no-owner', ...SCHEMAS.map((schema) => `--schema=${schema}`), urls.migrator];
  const { stdout } = await promisify(execFile)(`${binDir}/pg_dump`, args, { maxBuffer: 64 << 20 });
  // Neither versions nor one-time tokens belong into a reviewed file.
  return stdout.replace(/^-- Dumped .*\n/gm, '').replace(/^\\(?:un)?restrict .*\n/gm, '');
}

/** A fresh database, so that nothing but the migrations is in the dump. */
const database = await createTestDatabase();
const client = new pg.Client({ connectionString: database.urls.migrator });
try {
  await client.connect();
  const digest = migrationsDigest();
  await writeFile(target('migrations/schema.sql'), `-- migrations-digest: sha256:${digest}\n${await dump(database)}`);
  await writeFile(target('docs/schema.md'), schemaPage(await describeSchema(client), digest));
  const added = listNewMigrations();
  console.log('migrations/schema.sql and docs/schema.md written');
  for (const file of added) console.log(`migrations/digests.txt: ${file} added; from now on it is not edited any more`);
} finally {
  await client.end();
  await database.drop();
}
