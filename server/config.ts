/** The only reader of process.env (set-up and tests aside): one schema, validated at boot, one frozen object. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAddress } from './domain/layer/layer-fetch.ts';

export class ConfigError extends Error {
  readonly variable: string;
  constructor(variable: string, message: string) {
    super(`${variable}: ${message}`);
    this.name = 'ConfigError';
    this.variable = variable;
  }
}

export interface Config {
  /** The four database addresses; null each while the embedded database stands in. */
  readonly databaseUrl: string | null;
  readonly migrationDatabaseUrl: string | null;
  readonly portalDatabaseUrl: string | null;
  readonly tilesDatabaseUrl: string | null;
  /** A superuser's address of an empty database; for `npm run admin -- restore` alone. */
  readonly restoreDatabaseUrl: string | null;
  readonly storageDir: string;
  /** Folder that scans are taken from. */
  readonly scanInbox: string | null;
  /** Addresses under which services may be read that layers are fetched from; none: nothing is fetched. */
  readonly layerSources: readonly string[];
  readonly host: string;
  readonly port: number;
  /** Null: links are made from host and port. */
  readonly publicUrl: string | null;
  readonly trustProxy: readonly string[];
  readonly registrySrid: number;
  readonly logLevel: string;
  readonly metricsPort: number | null;
  readonly roles: readonly ('web' | 'worker')[];
  readonly demo: boolean;
  readonly production: boolean;
  readonly baseLayerUrl: string | null;
  /** Null: mails are kept as files beside the embedded database, and wait beside one's own. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** Null: as with mails. */
  readonly messageHook: { readonly url: string; readonly secret: string } | null;
  /** Whether calls about watched land may go to addresses that are not of the public internet, and without TLS. */
  readonly watchHooksInside: boolean;
  /** Keys that sign papers, in the order in which they sign; none: a trial key of set-up's. */
  readonly signing: { readonly p12Files: readonly string[]; readonly passwords: readonly string[] };
  /** Null: signatures without time stamps. */
  readonly tsaUrl: string | null;
  /** PEM file of certificates that vouch for time-stamping authorities; null: none is known. */
  readonly tsaTrustFile: string | null;
  /** 32 bytes; null while the embedded database's own key stands in. */
  readonly personalDataKey: Buffer | null;
  /** Null: derived from the key for personal data, or the embedded database's own. */
  readonly sessionSecret: Buffer | null;
  /** Null while the embedded identity stands in. */
  readonly keycloak: KeycloakConfig | null;
  readonly keycloakAudience: string;
}

export interface KeycloakConfig {
  /** Base address and realm, as tokens name their issuer. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Other clients whose users may call with a bearer token. */
  readonly bearerClients: readonly string[];
  /** Clients that act for themselves, without a person. */
  readonly serviceClients: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

function integer(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new ConfigError(name, `needs a whole number from ${min} to ${max}`);
  return value;
}

function url(env: Environment, name: string, protocols: readonly string[]): string | null {
  const text = env[name];
  if (!text) return null;
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new ConfigError(name, `needs an address that begins with ${protocols.join(' or ')}//`);
  }
  return text;
}

function key(env: Environment): Buffer | null {
  const text = env.PERSONAL_DATA_KEY;
  if (!text) return null;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32)
    throw new ConfigError('PERSONAL_DATA_KEY', 'needs 32 random bytes in base64 (openssl rand -base64 32)');
  return bytes;
}

function secret(env: Environment): Buffer | null {
  const text = env.SESSION_SECRET;
  if (!text) return null;
  if (Buffer.byteLength(text) < 32)
    throw new ConfigError('SESSION_SECRET', 'needs 32 random bytes or more (openssl rand -base64 32)');
  return Buffer.from(text);
}

function layerSources(env: Environment): readonly string[] {
  const given = list(env.LAYER_SOURCES);
  const unfit = given.find((text) => readAddress(text) === undefined || new URL(text).search !== '');
  if (unfit !== undefined)
    throw new ConfigError(
      'LAYER_SOURCES',
      'must be addresses (https://host/path), divided by commas, without user name, query or fragment',
    );
  return given;
}

const list = (text: string | undefined): string[] =>
  (text || '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Drawer, checker and head: more nobody signs for. */
const MOST_SIGNERS = 3;

function readPasswords(env: Environment): string[] {
  const path = env.SIGNING_P12_PASSWORD_FILE;
  if (!path) return env.SIGNING_P12_PASSWORD === undefined ? [] : [env.SIGNING_P12_PASSWORD];
  try {
    return readFileSync(path, 'utf8')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
  } catch (error) {
    throw new ConfigError('SIGNING_P12_PASSWORD_FILE', `cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function signing(env: Environment): Config['signing'] {
  const p12Files = list(env.SIGNING_P12);
  if (p12Files.length === 0) return { p12Files, passwords: [] };
  if (p12Files.length > MOST_SIGNERS)
    throw new ConfigError('SIGNING_P12', `names ${p12Files.length} files; at most ${MOST_SIGNERS} sign a paper`);
  const passwords = readPasswords(env);
  if (passwords.length === 0)
    throw new ConfigError(
      'SIGNING_P12_PASSWORD',
      'must be set beside SIGNING_P12, or SIGNING_P12_PASSWORD_FILE with one password a line',
    );
  if (passwords.length > 1 && passwords.length !== p12Files.length)
    throw new ConfigError(
      'SIGNING_P12_PASSWORD_FILE',
      `has ${passwords.length} lines for ${p12Files.length} files of SIGNING_P12; it needs one line, or one for each`,
    );
  return { p12Files, passwords: p12Files.map((_, index) => passwords[index] ?? passwords[0]!) };
}

function keycloak(env: Environment): KeycloakConfig | null {
  const base = url(env, 'KEYCLOAK_URL', ['http:', 'https:']);
  if (!base) return null;
  const clientSecret = env.KEYCLOAK_CLIENT_SECRET;
  if (!clientSecret)
    throw new ConfigError(
      'KEYCLOAK_CLIENT_SECRET',
      'must be set beside KEYCLOAK_URL: it is how our client signs people in',
    );
  return {
    issuer: `${base.replace(/\/+$/, '')}/realms/${encodeURIComponent(env.KEYCLOAK_REALM || 'diaba')}`,
    clientId: env.KEYCLOAK_CLIENT_ID || 'diaba',
    clientSecret,
    bearerClients: list(env.KEYCLOAK_BEARER_CLIENTS),
    serviceClients: list(env.KEYCLOAK_SERVICE_CLIENTS),
  };
}

function mailFrom(env: Environment): string | null {
  const text = env.MAIL_FROM;
  if (!text) return null;
  if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(text)) throw new ConfigError('MAIL_FROM', 'needs one address, name@domain');
  return text;
}

function messageHook(env: Environment): Config['messageHook'] {
  const address = url(env, 'MESSAGE_HOOK_URL', ['http:', 'https:']);
  if (!address) return null;
  const secret = env.MESSAGE_HOOK_SECRET ?? '';
  if (secret.length < 16)
    throw new ConfigError(
      'MESSAGE_HOOK_SECRET',
      'must be set beside MESSAGE_HOOK_URL, 16 characters or more: calls are signed with it',
    );
  return { url: address, secret };
}

function roles(env: Environment): Config['roles'] {
  const names = (env.DIABA_ROLES || 'web,worker').split(',').map((name) => name.trim());
  for (const name of names) {
    if (name !== 'web' && name !== 'worker')
      throw new ConfigError('DIABA_ROLES', 'needs web, worker or both, separated by a comma');
  }
  return names as ('web' | 'worker')[];
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

function logLevel(env: Environment): string {
  const level = env.LOG_LEVEL || 'info';
  if (!LOG_LEVELS.includes(level)) throw new ConfigError('LOG_LEVEL', `needs one of ${LOG_LEVELS.join(', ')}`);
  return level;
}

/** What a production must not run with: anything that set-up made up for a demonstration. */
function refuseInProduction(config: Config): void {
  if (!config.production) return;
  if (!config.databaseUrl)
    throw new ConfigError(
      'DATABASE_URL',
      'NODE_ENV=production does not start with the embedded database; name your own',
    );
  if (!config.keycloak)
    throw new ConfigError(
      'KEYCLOAK_URL',
      'NODE_ENV=production does not start with the embedded identity; name your Keycloak',
    );
  if (!config.publicUrl?.startsWith('https:'))
    throw new ConfigError(
      'PUBLIC_URL',
      'NODE_ENV=production needs the https address that people type: cookies of a sign-in go over nothing else',
    );
  if (config.demo)
    throw new ConfigError('DIABA_DEMO', 'NODE_ENV=production does not start with demonstration data; set it to 0');
  if (!config.personalDataKey)
    throw new ConfigError('PERSONAL_DATA_KEY', 'NODE_ENV=production does not start with a key made by set-up');
  if (config.signing.p12Files.length === 0)
    throw new ConfigError('SIGNING_P12', 'NODE_ENV=production does not sign papers with a key made by set-up');
  if (!config.sessionSecret)
    throw new ConfigError(
      'SESSION_SECRET',
      'NODE_ENV=production does not start without a secret of its own for sessions',
    );
}

/** Reads and checks the environment. Throws ConfigError naming the variable and the way out. */
export function readConfig(env: Environment): Config {
  const postgres = ['postgres:', 'postgresql:'];
  const databaseUrl = url(env, 'DATABASE_URL', postgres);
  const config: Config = {
    databaseUrl,
    migrationDatabaseUrl: url(env, 'MIGRATION_DATABASE_URL', postgres),
    portalDatabaseUrl: url(env, 'PORTAL_DATABASE_URL', postgres),
    tilesDatabaseUrl: url(env, 'TILES_DATABASE_URL', postgres),
    restoreDatabaseUrl: url(env, 'RESTORE_DATABASE_URL', postgres),
    storageDir: resolve(env.STORAGE_DIR || './var'),
    layerSources: layerSources(env),
    scanInbox: env.SCAN_INBOX ? resolve(env.SCAN_INBOX) : null,
    host: env.HOST || '127.0.0.1',
    port: integer(env, 'PORT', 8080, 0, 65_535),
    publicUrl: url(env, 'PUBLIC_URL', ['http:', 'https:']),
    trustProxy: list(env.TRUST_PROXY),
    registrySrid: integer(env, 'REGISTRY_SRID', 9214, 1024, 999_999),
    logLevel: logLevel(env),
    metricsPort: env.METRICS_PORT ? integer(env, 'METRICS_PORT', 0, 1, 65_535) : null,
    roles: roles(env),
    demo: env.DIABA_DEMO ? env.DIABA_DEMO === '1' : databaseUrl === null,
    production: env.NODE_ENV === 'production',
    baseLayerUrl: url(env, 'BASE_LAYER_URL', ['http:', 'https:']),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: mailFrom(env),
    messageHook: messageHook(env),
    watchHooksInside: env.WATCH_HOOKS_INSIDE === '1',
    signing: signing(env),
    tsaUrl: url(env, 'TSA_URL', ['http:', 'https:']),
    tsaTrustFile: env.TSA_TRUST || null,
    personalDataKey: key(env),
    sessionSecret: secret(env),
    keycloak: keycloak(env),
    keycloakAudience: env.KEYCLOAK_AUDIENCE || 'diaba-api',
  };
  if (databaseUrl) {
    for (const [name, value] of [
      ['PORTAL_DATABASE_URL', config.portalDatabaseUrl],
      ['TILES_DATABASE_URL', config.tilesDatabaseUrl],
      ['MIGRATION_DATABASE_URL', config.migrationDatabaseUrl],
    ] as const) {
      if (!value) throw new ConfigError(name, 'must be set beside DATABASE_URL: the roles are kept apart');
    }
    if (!config.personalDataKey)
      throw new ConfigError(
        'PERSONAL_DATA_KEY',
        'must be set beside DATABASE_URL: identity numbers are encrypted with it',
      );
  }
  refuseInProduction(config);
  return Object.freeze(config);
}
