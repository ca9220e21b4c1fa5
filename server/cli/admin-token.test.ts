/** npm run admin -- token: a token that the server takes, and nothing where it must not make one. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeJwt } from 'jose';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';

const ADMIN = fileURLToPath(new URL('./admin.ts', import.meta.url));
let database: TestDatabase;
let folder: string;
before(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'diaba-admin-'));
});
after(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

async function admin(args: readonly string[], more: Record<string, string> = {}) {
  const { urls } = database;
  const child = spawn(process.execPath, [ADMIN, ...args], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: urls.app,
      MIGRATION_DATABASE_URL: urls.migrator,
      PORTAL_DATABASE_URL: urls.portal,
      TILES_DATABASE_URL: urls.tiles,
      PERSONAL_DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      STORAGE_DIR: folder,
      ...more,
    },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [status] = await once(child, 'close');
  return { status, stdout, stderr };
}

test('it prints a token and nothing else, for a role and its communes, for a quarter of an hour', async () => {
  const { status, stdout, stderr } = await admin(['token', '--role', 'officer', '--communes', '99001,99002']);
  assert.deepEqual([status, stderr], [0, '']);
  const { iss, aud, azp, typ, sid, realm_access, communes, iat, exp } = decodeJwt(stdout.trim());
  assert.deepEqual(
    { iss, aud, azp, typ, sid, realm_access, communes, life: exp! - iat! },
    {
      iss: 'http://127.0.0.1:8080/realms/diaba',
      aud: 'diaba-api',
      azp: 'diaba-admin',
      typ: 'Bearer',
      sid: undefined,
      realm_access: { roles: ['officer'] },
      communes: ['99001', '99002'],
      life: 900,
    },
  );
  const all = decodeJwt((await admin(['token', '--role', 'admin', '--communes', '*'])).stdout.trim());
  assert.deepEqual(all.communes, ['*']);
});

test('a role or commune that does not exist is named; with Keycloak the tokens are Keycloak’s', async () => {
  for (const args of [['token'], ['token', '--role', 'king'], ['token', '--role', 'officer', '--communes', '9900']]) {
    const { status, stdout, stderr } = await admin(args);
    assert.deepEqual([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, /^--(role|communes) needs/);
  }
  const keycloak = { KEYCLOAK_URL: 'https://identity.example', KEYCLOAK_CLIENT_SECRET: 'x' };
  const { status, stderr } = await admin(['token', '--role', 'officer'], keycloak);
  assert.deepEqual([status, stderr.trim().split('\n').length], [1, 1]);
  assert.match(stderr, /^KEYCLOAK_URL: tokens are Keycloak/);
});
