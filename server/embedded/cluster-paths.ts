/** Where the private cluster keeps what. Everything follows from the storage folder's absolute path. */
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import { canEnter, type ProcessOwner } from './process-owner.ts';

export interface ClusterPaths {
  readonly storageDir: string;
  /** 16 hex digits of the storage folder's path: names the far folder, the run folder and the processes. */
  readonly digest: string;
  readonly dataDir: string;
  /** Whether the data lies outside the storage folder, because uid postgres cannot enter that. */
  readonly far: boolean;
  readonly secretsFile: string;
  readonly postgresLog: string;
  readonly keeperLog: string;
  readonly socket: string;
  readonly lock: string;
}

const FAR_ROOT = '/var/lib/diaba';

/** A socket's path may have 107 bytes and the storage folder's may be longer; TMPDIR may differ from call to call. */
function openRunDir(digest: string): string {
  const uid = process.getuid?.() ?? 0;
  const folder = `/tmp/diaba-${uid}-${digest}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid) {
    throw new EmbeddedError('embedded.keeper_failed', `${folder} belongs to someone else; remove it and try again.`);
  }
  if ((found.mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
  return folder;
}

/** Makes the folders that must exist before anything else and names the rest. */
export function openClusterPaths(storage: string, owner: ProcessOwner): ClusterPaths {
  mkdirSync(storage, { recursive: true });
  const storageDir = realpathSync(storage);
  const digest = createHash('sha256').update(storageDir).digest('hex').slice(0, 16);
  const far = !canEnter(owner, storageDir);
  if (far) mkdirSync(FAR_ROOT, { recursive: true, mode: 0o755 });
  const runDir = openRunDir(digest);
  return {
    storageDir,
    digest,
    far,
    dataDir: far ? join(FAR_ROOT, digest) : join(storageDir, 'pg'),
    secretsFile: join(storageDir, 'embedded.json'),
    postgresLog: join(storageDir, 'postgres.log'),
    keeperLog: join(storageDir, 'keeper.log'),
    socket: join(runDir, 'keeper.sock'),
    lock: join(runDir, 'keeper.lock'),
  };
}
