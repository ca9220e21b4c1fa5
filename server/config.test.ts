import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://a@db/d',
  MIGRATION_DATABASE_URL: 'postgres://m@db/d',
  PORTAL_DATABASE_URL: 'postgres://p@db/d',
  TILES_DATABASE_URL: 'postgres://t@db/d',
  PERSONAL_DATA_KEY: Buffer.alloc(32, 1).toString('base64'),
  SESSION_SECRET: 'x'.repeat(44),
  PUBLIC_URL: 'https://land.example',
  KEYCLOAK_URL: 'https://identity.example/',
  KEYCLOAK_CLIENT_SECRET: 'secret',
  SIGNING_P12: '/etc/diaba/head.p12',
  SIGNING_P12_PASSWORD: 'x',
};

const refused = (env: Record<string, string | undefined>) => {
  try {
    readConfig(env);
    return null;
  } catch (error) {
    if (error instanceof ConfigError) return error.variable;
    throw error;
  }
};

test('a production starts with everything of its own, and not with anything made up for it', () => {
  assert.equal(readConfig(PRODUCTION).production, true);
  for (const name of ['KEYCLOAK_URL', 'SESSION_SECRET', 'PERSONAL_DATA_KEY', 'DATABASE_URL', 'SIGNING_P12'] as const) {
    assert.equal(refused({ ...PRODUCTION, [name]: undefined }), name);
  }
  for (const url of [undefined, '', 'http://land.example', 'http://127.0.0.1:8080'])
    assert.equal(refused({ ...PRODUCTION, PUBLIC_URL: url }), 'PUBLIC_URL', url ?? 'none');
  assert.equal(refused({ ...PRODUCTION, DIABA_DEMO: '1' }), 'DIABA_DEMO');
});

test('Keycloak’s settings have the defaults of the outer contract', () => {
  const { keycloak, keycloakAudience } = readConfig(PRODUCTION);
  assert.deepEqual(keycloak, {
    issuer: 'https://identity.example/realms/diaba',
    clientId: 'diaba',
    clientSecret: 'secret',
    bearerClients: [],
    serviceClients: [],
  });
  assert.equal(keycloakAudience, 'diaba-api');
  const named = readConfig({
    ...PRODUCTION,
    KEYCLOAK_REALM: 'dat-dai',
    KEYCLOAK_CLIENT_ID: 'so',
    KEYCLOAK_SERVICE_CLIENTS: 'tax, bank,',
    KEYCLOAK_BEARER_CLIENTS: 'app',
  });
  assert.deepEqual(named.keycloak, {
    issuer: 'https://identity.example/realms/dat-dai',
    clientId: 'so',
    clientSecret: 'secret',
    bearerClients: ['app'],
    serviceClients: ['tax', 'bank'],
  });
});

test('half a setting is named', () => {
  assert.equal(refused({ KEYCLOAK_URL: 'https://identity.example' }), 'KEYCLOAK_CLIENT_SECRET');
  assert.equal(refused({ KEYCLOAK_URL: 'identity.example' }), 'KEYCLOAK_URL');
  assert.equal(refused({ SESSION_SECRET: 'short' }), 'SESSION_SECRET');
  assert.equal(readConfig({}).keycloak, null);
  assert.equal(refused({ MESSAGE_HOOK_URL: 'https://sms.example/' }), 'MESSAGE_HOOK_SECRET');
  assert.equal(refused({ SMTP_URL: 'mail.example:25' }), 'SMTP_URL');
  assert.equal(refused({ MAIL_FROM: 'Sở <no-reply@diaba.example>' }), 'MAIL_FROM');
  assert.equal(readConfig({}).smtpUrl, null);
});

test('keys that sign papers: one or three, with one password for all or a line for each in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diaba-config-'));
  try {
    const file = join(folder, 'passwords');
    writeFileSync(file, 'a\n b\nc\n');
    const three = { SIGNING_P12: 'drawer.p12, checker.p12,head.p12' };
    assert.deepEqual(readConfig({ ...three, SIGNING_P12_PASSWORD: 'x' }).signing.passwords, ['x', 'x', 'x']);
    const read = readConfig({ ...three, SIGNING_P12_PASSWORD_FILE: file, TSA_URL: 'http://tsa.example/' });
    assert.deepEqual(read.signing, {
      p12Files: ['drawer.p12', 'checker.p12', 'head.p12'],
      passwords: ['a', ' b', 'c'],
    });
    assert.deepEqual([read.tsaUrl, read.tsaTrustFile], ['http://tsa.example/', null]);
    assert.equal(readConfig({ TSA_TRUST: '/etc/tsa.pem' }).tsaTrustFile, '/etc/tsa.pem');
    assert.equal(refused(three), 'SIGNING_P12_PASSWORD');
    assert.equal(refused({ SIGNING_P12: 'one.p12', SIGNING_P12_PASSWORD_FILE: file }), 'SIGNING_P12_PASSWORD_FILE');
    assert.equal(refused({ ...three, SIGNING_P12_PASSWORD_FILE: join(folder, 'none') }), 'SIGNING_P12_PASSWORD_FILE');
    assert.equal(refused({ SIGNING_P12: '1,2,3,4', SIGNING_P12_PASSWORD: 'x' }), 'SIGNING_P12');
    assert.equal(refused({ TSA_URL: 'tsa.example' }), 'TSA_URL');
    assert.deepEqual(readConfig({}).signing.p12Files, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
