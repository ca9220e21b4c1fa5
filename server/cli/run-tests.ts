/**
 * Runs every test of the project on the private test cluster. Arguments are parts of file names to choose by; those
 * that begin with a dash go to node:test. Exit 0 only if at least one test file ran and everything passed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type EmbeddedCluster, openCluster } from '../embedded/open-cluster.ts';
import { testStorageDir } from '../embedded/test-storage-dir.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A test that hangs is a failure; the slowest honest ones need a minute or two on two busy cores. */
const TEST_TIMEOUT_MS = 300_000;

/** Test files, the whole suite or those whose path holds one of the words. */
function listTestFiles(words: readonly string[]): string[] {
  const files = globSync('{server,gis-import,web}/**/*.test.ts', {
    cwd: root,
    exclude: ['**/node_modules/**', 'web/dist/**'],
  });
  return files.filter((file) => words.length === 0 || words.some((word) => file.includes(word))).sort();
}

/** The caller's environment without the settings of an installation: no test shall reach a configured service. */
function testEnvironment(): NodeJS.ProcessEnv {
  const settings = readFileSync(`${root}/.env.example`, 'utf8').matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm);
  // Hundreds of processes load the same modules: what one has compiled serves all.
  const NODE_COMPILE_CACHE = `${testStorageDir()}/compile-cache`;
  const env = { ...process.env, DIABA_TEST: '1', TEST_STORAGE_DIR: testStorageDir(), NODE_COMPILE_CACHE };
  for (const [, name] of settings) if (name) Reflect.deleteProperty(env, name);
  return env;
}

/**
 * Databases of tests live for seconds: nothing waits for their disk. What was committed survives a kill of PostgreSQL all
 * the same, which is what tests try; only the machine's own fall would lose it. Tests of durable clusters make their own.
 */
async function hurry({ host, port, superuser, superuserPassword }: EmbeddedCluster): Promise<void> {
  const client = new pg.Client({ host, port, user: superuser, password: superuserPassword, database: 'postgres' });
  await client.connect();
  for (const setting of ['fsync', 'full_page_writes', 'wal_compression'])
    await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

async function main(args: readonly string[]): Promise<number> {
  const files = listTestFiles(args.filter((arg) => !arg.startsWith('-')));
  if (files.length === 0) {
    console.error('No test file fits these words.');
    return 1;
  }
  const cluster = await openCluster({ storageDir: testStorageDir() });
  await hurry(cluster);
  const child = spawn(
    process.execPath,
    [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${new URL('./every-file-reports.ts', import.meta.url)}`,
      '--test-reporter-destination=stderr',
      // Tests wait for PostgreSQL and for children half of their time: one more than there are cores keeps these busy.
      `--test-concurrency=${availableParallelism() + 1}`,
      `--test-timeout=${TEST_TIMEOUT_MS}`,
      ...args.filter((arg) => arg.startsWith('-')),
      ...files,
    ],
    { cwd: root, env: testEnvironment(), stdio: 'inherit' },
  );
  // The terminal sends Ctrl-C to the tests as well: they end, then the cluster is let go.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  await cluster.release();
  return code ?? 1;
}

process.exitCode = await main(process.argv.slice(2));
