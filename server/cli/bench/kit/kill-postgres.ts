import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The postmaster and every process of it, as when the machine's power goes (short of the disk's own cache). */
export function killPostgres(dataDir: string): void {
  const postmaster = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]!;
  const children = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === postmaster);
  for (const pid of [postmaster, ...children]) process.kill(Number(pid), 'SIGKILL');
}

function parentOf(pid: string): string | undefined {
  try {
    return /\) \S+ (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
  } catch {
    return undefined; // it ended meanwhile
  }
}
