/**
 * Recognises the processes of one cluster by their command line, which every user may read (`/proc/<pid>/cwd` needs
 * ptrace rights that root lacks in containers). A pid alone proves nothing: it may be another program's by now, or a
 * zombie's, whose command line is empty.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function commandLine(pid: string | number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return [];
    throw error;
  }
}

/** Whether this pid is the living postmaster of that data folder. */
export function isPostmaster(pid: number, dataDir: string): boolean {
  const [program, flag, folder] = commandLine(pid);
  return program?.endsWith('/postgres') === true && flag === '-D' && folder === dataDir;
}

/** The pid file of a data folder is stale unless its pid is some living PostgreSQL, started by whatever means. */
export function isPidFileStale(dataDir: string): boolean {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return commandLine(pid)[0]?.endsWith('/postgres') !== true;
}

/** What `postmaster.pid` says: lines are pid, data folder, start, port, socket folder, address, memory key, state. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The state of the living postmaster of a data folder; undefined when none lives, whatever the file says. */
export function findPostmaster(dataDir: string): PostmasterFile | undefined {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || !isPostmaster(pid, dataDir)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Server processes of a cluster without a living postmaster: their titles begin with the cluster's name, or, just
 * forked, are still the postmaster's own. To be asked only after {@link findPostmaster} found none.
 */
export function listOrphans(clusterName: string, dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandLine(pid)[0]?.startsWith(`postgres: ${clusterName}: `) || isPostmaster(pid, dataDir));
}
