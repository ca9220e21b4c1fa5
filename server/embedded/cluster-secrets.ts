/** The cluster's random passwords and keys: `embedded.json` in the storage folder, readable by its owner only. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { LOGIN_ROLES, type LoginRole } from './login-roles.ts';

export interface ClusterSecrets {
  readonly port: number;
  /** Where the data lies; tells a moved storage folder from a new one. */
  readonly dataDir: string;
  readonly superuserPassword: string;
  readonly roles: Readonly<Record<LoginRole, string>>;
  /** 32 bytes, base64: encrypts identity numbers. */
  readonly personalDataKey: string;
  /** 32 bytes, base64: signs session cookies. */
  readonly sessionSecret: string;
}

const password = () => randomBytes(24).toString('base64url');

/** Fresh random secrets for a cluster about to be made. */
export function makeSecrets(port: number, dataDir: string): ClusterSecrets {
  return {
    port,
    dataDir,
    superuserPassword: password(),
    roles: Object.fromEntries(LOGIN_ROLES.map((role) => [role, password()])) as Record<LoginRole, string>,
    personalDataKey: randomBytes(32).toString('base64'),
    sessionSecret: randomBytes(32).toString('base64'),
  };
}

/** The secrets on disk, or undefined before the first start. */
export function findSecrets(file: string): ClusterSecrets | undefined {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as ClusterSecrets;
}

/** Replaces the file whole, so that a crash leaves the old or the new one. */
export function writeSecrets(file: string, secrets: ClusterSecrets): void {
  const next = `${file}.new`;
  writeFileSync(next, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(next, file);
}
