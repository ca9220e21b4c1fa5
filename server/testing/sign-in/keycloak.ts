/**
 * A real Keycloak for one test file: fetched by set-up (server/setup.mjs), started from the realm of docs/keycloak, with the
 * demonstration's users and a signing key of the test's own, so that it can sign what Keycloak never would.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../embedded/identity/demo-accounts.ts';

const REALM = fileURLToPath(new URL('../../../docs/keycloak/diaba-realm.json', import.meta.url));
const DISTRIBUTION = fileURLToPath(new URL('../../../var/keycloak/keycloak-26.4.7', import.meta.url));

const answers = (program: string, ...args: string[]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** What is missing for it, in words; null where nothing is. */
export function missingForKeycloak(): string | null {
  if (!answers('java', '-version')) return 'Java 17 or newer (Debian: default-jre-headless)';
  if (!answers('openssl', 'version')) return 'openssl';
  return existsSync(DISTRIBUTION) ? null : 'Keycloak, which npm test fetches by Maven (Debian: maven)';
}

/** A key and the certificate Keycloak wants with it. */
function makeKey(folder: string): { key: string; certificate: string } {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=diaba test'];
  execFileSync('openssl', [...request, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
}

interface Realm {
  passwordPolicy: string;
  clients: Record<string, unknown>[];
  scopeMappings: object[];
}

function testRealm(key: { key: string; certificate: string }, communes: readonly string[]): object {
  const realm = JSON.parse(readFileSync(REALM, 'utf8')) as Realm;
  const [diaba] = realm.clients;
  const service = {
    ...diaba,
    clientId: 'diaba-service',
    secret: 'service-secret',
    standardFlowEnabled: false,
    serviceAccountsEnabled: true,
    redirectUris: [],
    attributes: {},
  };
  const users = DEMO_ACCOUNTS.map(({ userName, name, communes: which }) => ({
    username: userName,
    enabled: true,
    email: `${userName}@example.invalid`,
    firstName: name,
    lastName: '.',
    credentials: [{ type: 'password', value: DEMO_PASSWORD }],
    realmRoles: [userName],
    attributes: { communes: which === 'all' ? ['*'] : which === 'none' ? [] : communes },
  }));
  const account = {
    username: 'service-account-diaba-service',
    enabled: true,
    serviceAccountClientId: 'diaba-service',
    realmRoles: ['officer'],
    attributes: { communes },
  };
  const [mapping] = realm.scopeMappings;
  return {
    ...realm,
    // The demonstration's password is shorter than a real one may be.
    passwordPolicy: realm.passwordPolicy.replace('length(12)', 'length(8)'),
    privateKey: key.key,
    certificate: key.certificate,
    clients: [diaba, service],
    scopeMappings: [mapping, { ...mapping, client: 'diaba-service' }],
    users: [...users, account],
  };
}

export interface RunningKeycloak {
  readonly url: string;
  readonly key: KeyObject;
  readonly clientSecret: string;
  stop(): Promise<void>;
}

/** A home of its own for one run: the program is shared, what it imports and keeps is not. */
function makeHome(realm: object): string {
  const home = mkdtempSync(join(tmpdir(), 'diaba-keycloak-'));
  for (const part of ['bin', 'conf', 'lib', 'providers', 'themes'])
    symlinkSync(join(DISTRIBUTION, part), join(home, part));
  mkdirSync(join(home, 'data', 'import'), { recursive: true });
  writeFileSync(join(home, 'data', 'import', 'diaba-realm.json'), JSON.stringify(realm));
  return home;
}

/** Starts Keycloak on `port` for an application at `publicUrl`; resolves when it listens, its realm imported. */
export async function startKeycloak(
  port: number,
  publicUrl: string,
  communes: readonly string[],
): Promise<RunningKeycloak> {
  const keys = mkdtempSync(join(tmpdir(), 'diaba-key-'));
  const key = makeKey(keys);
  rmSync(keys, { recursive: true });
  const home = makeHome(testRealm(key, communes));
  const clientSecret = 'test-client-secret';
  const where = ['--http-host=127.0.0.1', `--http-port=${port}`, `-Dkc.home.dir=${home}`];
  const child = spawn(
    'sh',
    [join(DISTRIBUTION, 'bin', 'kc.sh'), 'start-dev', '--db=dev-mem', '--cache=local', '--import-realm', ...where],
    {
      env: { ...process.env, DIABA_CLIENT_SECRET: clientSecret, DIABA_PUBLIC_URL: publicUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true });
  };
  let log = '';
  const listening = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      log = (log + text.toString()).slice(-20_000);
      if (log.includes('Listening on: http')) resolve(true);
    });
    child.on('exit', () => resolve(false));
  });
  if (!(await listening)) throw new Error(`Keycloak did not start:\n${log}`);
  return { url: `http://127.0.0.1:${port}`, key: createPrivateKey(key.key), clientSecret, stop };
}
