/** Starts, adopts and stops the postmaster of a data folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClusterPaths } from './cluster-paths.ts';
import { EmbeddedError } from './embedded-error.ts';
import { getPostgres } from './find-postgres.ts';
import { clusterName } from './init-cluster.ts';
import { findPostmaster, isPidFileStale, isPostmaster, listOrphans } from './postmaster-process.ts';
import type { ProcessOwner } from './process-owner.ts';

const LOG_LIMIT = 10 * 1024 * 1024;
/** Crash recovery replays up to max_wal_size; on a slow disk that takes minutes. */
const START_LIMIT_MS = 300_000;
const STOP_LIMIT_MS = 60_000;
const POLL_MS = 25;

/** A running postmaster; `gone` settles when it has ended, however it ended. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
  readonly gone: Promise<void>;
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function tail(file: string, from: number): string {
  return readFileSync(file).subarray(from).toString('utf8').trim().split('\n').slice(-5).join('\n');
}

async function untilGone(pid: number, dataDir: string): Promise<void> {
  while (isPostmaster(pid, dataDir)) await delay(200);
}

/** Backends of a killed postmaster notice late when busy; a new one must not start beside them. */
async function endOrphans(paths: ClusterPaths): Promise<void> {
  for (let waited = 0; ; waited += POLL_MS) {
    const orphans = listOrphans(clusterName(paths), paths.dataDir);
    if (orphans.length === 0) return;
    const signal = waited < 5_000 ? 'SIGQUIT' : 'SIGKILL';
    for (const pid of orphans) sendSignal(pid, signal);
    await delay(POLL_MS);
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function untilReady(paths: ClusterPaths, child?: ChildProcess): Promise<number | undefined> {
  for (let waited = 0; waited < START_LIMIT_MS; waited += POLL_MS) {
    const found = findPostmaster(paths.dataDir);
    if (found?.ready) return found.pid;
    if (child ? child.exitCode !== null || child.signalCode !== null : !found) return undefined;
    await delay(POLL_MS);
  }
  return undefined;
}

/** The postmaster already serving this data folder, once it is ready. */
export async function adoptPostmaster(paths: ClusterPaths): Promise<Postmaster | undefined> {
  const found = findPostmaster(paths.dataDir);
  if (!found) return undefined;
  const pid = await untilReady(paths);
  if (pid === undefined) return undefined;
  return { pid, port: found.port, adopted: true, gone: untilGone(pid, paths.dataDir) };
}

/** Starts a postmaster in a session of its own and waits until it accepts connections. */
export async function startPostmaster(paths: ClusterPaths, owner: ProcessOwner, port: number): Promise<Postmaster> {
  await endOrphans(paths);
  // PostgreSQL itself would balk at a pid that another program has by now.
  if (isPidFileStale(paths.dataDir)) rmSync(join(paths.dataDir, 'postmaster.pid'));
  const { binDir } = getPostgres(paths.dataDir);
  const log = openLog(paths.postgresLog);
  const from = statSync(paths.postgresLog).size;
  const child = spawn(join(binDir, 'postgres'), ['-D', paths.dataDir, '-c', `port=${port}`], {
    ...owner,
    cwd: paths.dataDir,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  });
  closeSync(log);
  const gone = once(child, 'exit').then(() => undefined);
  const pid = await untilReady(paths, child);
  if (pid === undefined || child.pid !== pid) {
    child.kill('SIGQUIT');
    throw new EmbeddedError('embedded.start_failed', `PostgreSQL did not start: ${tail(paths.postgresLog, from)}`);
  }
  return { pid, port, adopted: false, gone };
}

/** Ends the postmaster: clients are cut off, transactions rolled back, a checkpoint written ("fast"). */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  const limit = AbortSignal.timeout(STOP_LIMIT_MS);
  const onLimit = () => sendSignal(postmaster.pid, 'SIGQUIT');
  limit.addEventListener('abort', onLimit);
  sendSignal(postmaster.pid, 'SIGINT');
  await postmaster.gone;
  limit.removeEventListener('abort', onLimit);
}
