/** Entry processes of a private cluster that a test may kill, in storage folders of the test's own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const opener = import.meta.resolve('../embedded/open-cluster.ts');

/** Waits for a state of the machine; fails when it does not come. */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await delay(20)) if (await isTrue()) return;
  throw new Error(`Waited in vain: ${what}`);
}

/** A new storage folder that uid postgres may enter (mode 0755) or may not (0700). Under /tmp, which all may enter. */
export function makeStorageDir(mode = 0o755): string {
  const folder = mkdtempSync('/tmp/diaba-storage-test-');
  chmodSync(folder, mode);
  return folder;
}

/** Pids whose command line holds every one of these words. */
export function listProcesses(...words: string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        const line = readFileSync(join('/proc', pid, 'cmdline'), 'utf8').split('\0');
        return words.every((word) => line.some((part) => part === word || part.endsWith(`/${word}`)));
      } catch (error) {
        if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
        throw error;
      }
    })
    .map(Number);
}

/** The keepers of a storage folder: one at most, if all is well. */
export const listKeepers = (storageDir: string) => listProcesses('keeper.ts', storageDir);

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}

/** Postmasters of a data folder. A child has the same command line until it has set its own title. */
export function listPostmasters(dataDir: string): number[] {
  const found = listProcesses('postgres', dataDir);
  return found.filter((pid) => !found.includes(parentOf(pid)));
}

export interface ClusterEntry {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Settles with the port, or rejects with what the entry said when it failed. */
  readonly port: Promise<number>;
  kill(): Promise<void>;
}

/** A process like `npm start` or `npm run import`: opens the cluster and holds it until it is killed. */
export function startEntry(storageDir: string): ClusterEntry {
  const program = `
    import { openCluster } from ${JSON.stringify(opener)};
    process.on('SIGINT', () => undefined);
    const cluster = await openCluster({ storageDir: process.argv[1] });
    console.log(cluster.port);
    process.stdin.resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, storageDir], {
    detached: true, // its own process group, as a terminal gives each command
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const port = new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(Number(line)));
    child.once('close', () => reject(new Error(said)));
  });
  port.catch(() => undefined); // Whoever awaits it hears of it; whoever kills the entry does not care.
  return {
    process: child,
    pid: child.pid ?? 0,
    port,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Waits until nothing of the storage folder runs, then removes it and what lies for it elsewhere. */
export async function removeStorageDir(storageDir: string, dataDir = join(storageDir, 'pg')): Promise<void> {
  await until('keeper and postmaster have ended', () => {
    return listKeepers(storageDir).length === 0 && listPostmasters(dataDir).length === 0;
  });
  rmSync(storageDir, { recursive: true });
  rmSync(dataDir, { recursive: true, force: true });
}
