/** Commands that cannot work say so in a line, exit 1, and have done nothing. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeStorageDir } from '../../testing/cluster-entry.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { ensurePortFree } from './ensure-port-free.ts';
import { plainMessage } from './plain-message.ts';

const MIGRATE = fileURLToPath(new URL('../migrate.ts', import.meta.url));
const ADMIN = fileURLToPath(new URL('../admin.ts', import.meta.url));
const START = fileURLToPath(new URL('../../main.ts', import.meta.url));

let database: TestDatabase;
let folder: string;
before(async () => {
  database = await createTestDatabase();
  folder = makeStorageDir();
});
after(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

async function run(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, args, { cwd: folder, env: { PATH: process.env.PATH, ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [status] = await once(child, 'close');
  return { status, stdout, stderr };
}

const configured = ({ urls } = database): Record<string, string> => ({
  DATABASE_URL: urls.app,
  MIGRATION_DATABASE_URL: urls.migrator,
  PORTAL_DATABASE_URL: urls.portal,
  TILES_DATABASE_URL: urls.tiles,
  PERSONAL_DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
});

async function occupy(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

test('db:migrate gives one line for what an operator can mend, never a stack', async () => {
  const { server, port } = await occupy();
  server.close();
  await once(server, 'close');
  const lost = new URL(database.urls.migrator);
  lost.port = String(port);
  const wrong = new URL(database.urls.migrator);
  wrong.password = 'wrong';
  const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ DATABASE_URL: database.urls.app }, /^PORTAL_DATABASE_URL: must be set/],
    [{ ...configured(), MIGRATION_DATABASE_URL: String(lost) }, /^The database is not available \(.*ECONNREFUSED.*\)/],
    [{ ...configured(), MIGRATION_DATABASE_URL: String(wrong) }, /^The database is not available \(password auth/],
    [{ ...configured(), REGISTRY_SRID: '9209' }, /^This registry was made for EPSG:9214, not EPSG:9209\. Set REGISTRY/],
  ];
  for (const [env, expected] of cases) {
    const { status, stdout, stderr } = await run([MIGRATE], env);
    assert.equal(status, 1, stderr);
    assert.match(stderr, expected);
    assert.deepEqual([stdout, stderr.trimEnd().split('\n').length], ['', 1], stderr);
  }
  const whole = await run([MIGRATE], configured());
  assert.deepEqual(whole, { status: 0, stdout: 'The schema is up to date.\n', stderr: '' });
});

test('the private database that cannot be opened is a line as well, for every command', async () => {
  const storage = join(folder, 'without-secrets');
  await mkdir(join(storage, 'pg'), { recursive: true });
  for (const args of [[MIGRATE], [ADMIN, 'database-url']]) {
    const { status, stderr } = await run(args, { STORAGE_DIR: storage });
    assert.equal(status, 1);
    assert.match(stderr, /^.*pg holds a database but its passwords .* are gone\..*\n$/);
  }
});

test('a taken port ends the start before the database is made, and PORT is named as the way out', async () => {
  const { server, port } = await occupy();
  const storage = join(folder, 'never');
  try {
    const { status, stdout, stderr } = await run([START], { STORAGE_DIR: storage, PORT: String(port) });
    assert.equal(stderr, `PORT: port ${port} on 127.0.0.1 is taken by another program; set PORT to another port\n`);
    assert.deepEqual([status, stdout, existsSync(storage)], [1, '', false]);
    await assert.rejects(ensurePortFree('METRICS_PORT', '127.0.0.1', port), /^ConfigError: METRICS_PORT: .* is taken/);
  } finally {
    server.close();
    await once(server, 'close');
  }
  await ensurePortFree('PORT', '127.0.0.1', port);
  const next = createServer().listen(port, '127.0.0.1');
  await once(next, 'listening'); // it was given back
  next.close();
});

test('a fault of ours keeps its stack', () => {
  assert.equal(plainMessage(new TypeError('x is undefined')), null);
});

test('a start with another key, or without the store, stops and says what to do; nothing is written', async () => {
  const register = await createTestDatabase();
  try {
    const first = await run([ADMIN, 'database-url'], configured(register));
    assert.equal(first.status, 0);
    const otherKey = { ...configured(register), PERSONAL_DATA_KEY: Buffer.alloc(32, 8).toString('base64') };
    const refused = await run([ADMIN, 'database-url'], otherKey);
    assert.deepEqual([refused.status, refused.stdout], [1, '']);
    assert.match(refused.stderr, /another PERSONAL_DATA_KEY/);
    assert.match(refused.stderr, /kept with the backup/);
    assert.ok(!refused.stderr.includes('    at '), 'one line, no stack');
    const elsewhere = await run([ADMIN, 'database-url'], {
      ...configured(register),
      STORAGE_DIR: join(folder, 'elsewhere'),
    });
    assert.equal(elsewhere.status, 1);
    assert.match(elsewhere.stderr, /files of this register are not in/);
    assert.equal((await run([ADMIN, 'database-url'], configured(register))).status, 0, 'the right ones still open it');
  } finally {
    await register.drop();
  }
});
