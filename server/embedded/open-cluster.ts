/** The one way into the private cluster, for every entry file: start, import, test, admin. */
import { openClusterPaths } from './cluster-paths.ts';
import { findSecrets } from './cluster-secrets.ts';
import { EmbeddedError } from './embedded-error.ts';
import { SUPERUSER } from './init-cluster.ts';
import { takeLease } from './lease.ts';
import type { LoginRole } from './login-roles.ts';
import { getProcessOwner } from './process-owner.ts';

export interface EmbeddedCluster {
  readonly host: string;
  readonly port: number;
  readonly superuser: string;
  readonly superuserPassword: string;
  /** Passwords of the logins, by role. */
  readonly roles: Readonly<Record<LoginRole, string>>;
  /** 32 random bytes, base64: stands in for PERSONAL_DATA_KEY. */
  readonly personalDataKey: string;
  /** 32 random bytes, base64: stands in for SESSION_SECRET. */
  readonly sessionSecret: string;
  readonly dataDir: string;
  /** Gives the lease back; when it was the last one, settles after PostgreSQL has stopped. */
  release(): Promise<void>;
}

/** Starts or adopts the cluster of a storage folder and holds it until `release` or the end of this process. */
export async function openCluster({ storageDir }: { storageDir: string }): Promise<EmbeddedCluster> {
  const paths = openClusterPaths(storageDir, getProcessOwner());
  const lease = await takeLease(paths);
  const secrets = findSecrets(paths.secretsFile);
  if (!secrets) {
    await lease.release();
    throw new EmbeddedError('embedded.secrets_missing', `${paths.secretsFile} is gone while the database runs.`);
  }
  return {
    host: '127.0.0.1',
    port: lease.port,
    superuser: SUPERUSER,
    superuserPassword: secrets.superuserPassword,
    roles: secrets.roles,
    personalDataKey: secrets.personalDataKey,
    sessionSecret: secrets.sessionSecret,
    dataDir: paths.dataDir,
    release: lease.release,
  };
}
