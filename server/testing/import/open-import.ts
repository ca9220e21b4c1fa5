/** A real database and everything an import needs, for tests of the pipeline. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type ImportContext, type ImportRequest, importFile, type OnProgress } from '../../../gis-import/pipeline.ts';
import { closePools, openPools, type Pools } from '../../db/kit/pools.ts';
import type { Scope } from '../../db/kit/transaction.ts';
import type { ImportOptions, ImportReport } from '../../domain/batch/import-report.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

export interface TestImport {
  readonly database: TestDatabase;
  readonly pools: Pools;
  readonly context: ImportContext;
  readonly folder: string;
  /** Writes a file into the folder and imports it. */
  run(name: string, bytes: Buffer, request?: RequestOverrides, onProgress?: OnProgress): Promise<ImportReport>;
  /** As the owner of the tables: sees everything. */
  query<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

export type RequestOverrides = Partial<Omit<ImportRequest, 'options'>> & { options?: Partial<ImportOptions> };

/** What an idle connection hears when its database is dropped or its server dies; anything else is not expected. */
const EXPECTED_LOSS = /terminat|shut|ECONNRESET|EPIPE|ended by|closed/i;

/** A commune of the reference data, around 106.2° E 21.27° N. */
export const COMMUNE = '07210';
export const IMPORTER: Scope = { id: 'import-cli', communes: '*' };

export function importRequest(path: string, name: string, { options, ...rest }: RequestOverrides = {}): ImportRequest {
  return {
    path,
    name,
    excludeErrors: false,
    promote: false,
    again: false,
    ...rest,
    options: {
      kind: 'parcels',
      commune: COMMUNE,
      at: null,
      srid: null,
      encoding: 'auto',
      profile: 'default',
      sheet: null,
      scale: 1000,
      ...options,
    },
  };
}

/** On a clone of the shared template, or on a database of the caller's. */
export async function openTestImport(given?: TestDatabase): Promise<TestImport> {
  const database = given ?? (await createTestDatabase());
  const pools = openPools(database.urls, (error) => {
    if (!EXPECTED_LOSS.test(error.message)) throw error;
  });
  const folder = await mkdtemp(join(tmpdir(), 'diaba-test-'));
  const owner = new pg.Pool({ connectionString: database.urls.migrator, max: 2 });
  owner.on('error', (error) => {
    if (!EXPECTED_LOSS.test(error.message)) throw error;
  });
  const context: ImportContext = {
    pool: pools.app,
    actor: IMPORTER,
    storageDir: join(folder, 'store'),
    personalDataKey: Buffer.alloc(32, 7),
    registrySrid: 9214,
  };
  return {
    database,
    pools,
    context,
    folder,
    async run(name, bytes, request = {}, onProgress = () => {}) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return importFile(context, importRequest(path, name, request), onProgress);
    },
    async query(sql, values) {
      return (await owner.query(sql, values)).rows;
    },
    async close() {
      await owner.end();
      await closePools(pools);
      await rm(folder, { recursive: true, force: true });
      await database.drop();
    },
  };
}
