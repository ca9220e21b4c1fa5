import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const EVERY_MS = 25;

/** A field of /proc/<pid>/status in MiB; undefined once the process has ended. */
function statusMiB(pid: number, field: string): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/**
 * Watches a process and its children until it ends. Answers with the highest resident size of each (VmHWM of proc(5)),
 * added up, in MiB: an upper bound, since they need not have reached it at the same moment.
 */
export async function watchPeak(pid: number): Promise<{ process: number; children: number; sum: number }> {
  const peaks = new Map<number, number>();
  for (;;) {
    const own = statusMiB(pid, 'VmHWM');
    if (own === undefined) break;
    peaks.set(pid, own);
    for (const child of childrenOf(pid)) {
      const peak = statusMiB(child, 'VmHWM');
      if (peak !== undefined) peaks.set(child, peak);
    }
    await delay(EVERY_MS);
  }
  const process = peaks.get(pid) ?? 0;
  const sum = [...peaks.values()].reduce((total, peak) => total + peak, 0);
  return { process, children: sum - process, sum };
}
