/** Makes the data folder once: in a folder beside it, renamed when whole, so that a crash leaves no half cluster. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { clusterConf } from './cluster-conf.ts';
import type { ClusterPaths } from './cluster-paths.ts';
import { type ClusterSecrets, findSecrets, makeSecrets, writeSecrets } from './cluster-secrets.ts';
import { EmbeddedError } from './embedded-error.ts';
import { findFreePort } from './find-free-port.ts';
import { getPostgres } from './find-postgres.ts';
import type { ProcessOwner } from './process-owner.ts';

export const SUPERUSER = 'postgres';

/** Data without its secrets: the register of a deleted clone is set aside, one in place is a human's decision. */
function meetDataWithoutSecrets(paths: ClusterPaths): string {
  if (!paths.far) {
    throw new EmbeddedError(
      'embedded.secrets_missing',
      `${paths.dataDir} holds a database but its passwords (${paths.secretsFile}) are gone. Put that file back, or move the folder away to begin anew.`,
    );
  }
  const aside = `${paths.dataDir}.old-${new Date().toISOString().replaceAll(/[-:.]/g, '')}`;
  renameSync(paths.dataDir, aside);
  return `The database of an earlier ${paths.storageDir} was kept as ${aside}; a new one is made.`;
}

function give(path: string, owner: ProcessOwner): void {
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid);
}

function initdb(paths: ClusterPaths, secrets: ClusterSecrets, owner: ProcessOwner): void {
  const parent = dirname(paths.dataDir);
  const prefix = `${basename(paths.dataDir)}.new-`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix)) rmSync(join(parent, name), { recursive: true, maxRetries: 10 });
  }
  const fresh = join(parent, `${prefix}${process.pid}`);
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = `${fresh}.password`;
  writeFileSync(passwordFile, `${secrets.superuserPassword}\n`, { mode: 0o600 });
  give(fresh, owner);
  give(passwordFile, owner);
  const { binDir } = getPostgres(paths.dataDir);
  const made = spawnSync(
    join(binDir, 'initdb'),
    [
      `--pgdata=${fresh}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--data-checksums',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
    ],
    { ...owner, cwd: '/', encoding: 'utf8' },
  );
  rmSync(passwordFile);
  if (made.status !== 0) {
    const why = made.error?.message ?? made.stderr.trim();
    throw new EmbeddedError('embedded.initdb_failed', `initdb could not make ${paths.dataDir}: ${why}`);
  }
  appendFileSync(join(fresh, 'postgresql.conf'), "\ninclude = 'diaba.conf'\n", { flush: true });
  writeConf(fresh, paths, owner);
  renameSync(fresh, paths.dataDir);
}

function writeConf(dataDir: string, paths: ClusterPaths, owner: ProcessOwner): void {
  const file = join(dataDir, 'diaba.conf');
  writeFileSync(file, clusterConf(clusterName(paths)), { mode: 0o600, flush: true });
  give(file, owner);
}

/** Shown in the title of every process of the cluster, by which leftovers are recognised. */
export function clusterName(paths: ClusterPaths): string {
  return `diaba-${paths.digest}`;
}

export interface InitialisedCluster {
  readonly secrets: ClusterSecrets;
  /** What the person who typed the command should know; null when all is as expected. */
  readonly notice: string | null;
}

/** Brings data folder, settings and secrets into being; does nothing but rewrite the settings where they exist. */
export async function initCluster(paths: ClusterPaths, owner: ProcessOwner): Promise<InitialisedCluster> {
  let secrets = findSecrets(paths.secretsFile);
  const notice = !secrets && existsSync(paths.dataDir) ? meetDataWithoutSecrets(paths) : null;
  if (secrets && secrets.dataDir !== paths.dataDir && !existsSync(paths.dataDir)) {
    if (existsSync(secrets.dataDir)) {
      throw new EmbeddedError(
        'embedded.data_moved',
        `This storage folder was moved; its database still lies in ${secrets.dataDir}. Move it: mv ${secrets.dataDir} ${paths.dataDir}`,
      );
    }
  }
  if (!secrets) {
    getPostgres(paths.dataDir);
    secrets = makeSecrets(await findFreePort(), paths.dataDir);
    writeSecrets(paths.secretsFile, secrets);
  }
  if (!existsSync(paths.dataDir)) initdb(paths, secrets, owner);
  else writeConf(paths.dataDir, paths, owner);
  if (secrets.dataDir !== paths.dataDir) {
    secrets = { ...secrets, dataDir: paths.dataDir };
    writeSecrets(paths.secretsFile, secrets);
  }
  return { secrets, notice };
}
