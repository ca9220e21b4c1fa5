/**
 * A process of ours under limits, for strangers' bytes. Its resident size is watched, and `prlimit --data` stops at once what grows
 * between two looks (a worker thread's own limits would not count Buffers and WebAssembly). The hard limit is wider: every thread of
 * the runtime reserves writable memory that it never touches.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface ChildLimits {
  /** Resident memory. */
  readonly memoryBytes: number;
  /** Longest silence: no output, no message. */
  readonly silenceMs: number;
}

/** What ended a child from outside. */
export type LimitReached = 'time' | 'memory';

export interface LimitedChild {
  readonly child: ChildProcess;
  /** Says that it is at work. */
  seen(): void;
  /** Says that nothing is asked of it, until it is seen again: its silence is none. */
  rest(): void;
  /** Which limit it came to, once it is over; its own last words count too. */
  limit(complaint: string): LimitReached | null;
  /** Stops watching. */
  stop(): void;
}

/** Writable memory reserved per resident byte with one thread per processor, measured: 2.1 GB beside 0.47 GB. */
const WRITABLE_PER_RESIDENT = 3;
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit'].find((path) => existsSync(path));

/**
 * Where the runtime keeps what it made of our sources: a child that finds it starts in half the processor time. It lies beside the packages,
 * which whoever may write there could change as well; where nobody may, nothing is kept and nothing fails.
 */
const COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url));

/** What the runtime says when its memory ends. */
const OUT_OF_MEMORY = /out of memory|Allocation failed|ENOMEM|Cannot allocate memory|Array buffer allocation/i;

/** A command line that may not write more memory than this. */
export const underLimit = (writableBytes: number, command: readonly string[]): string[] =>
  PRLIMIT ? [PRLIMIT, `--data=${writableBytes}`, '--core=0', ...command] : [...command];

/** Starts a script of ours in a process of its own, with a channel for messages. */
export function spawnLimited(script: string, limits: ChildLimits): LimitedChild {
  const heap = Math.floor(limits.memoryBytes / 1_048_576 / 2);
  const node = [process.execPath, `--max-old-space-size=${heap}`, '--disable-warning=ExperimentalWarning', script];
  const command = underLimit(limits.memoryBytes * WRITABLE_PER_RESIDENT, node);
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: COMPILE_CACHE },
  });
  let timer: NodeJS.Timeout;
  let reached: LimitReached | null = null;
  const end = (limit: LimitReached) => {
    reached ??= limit;
    child.kill('SIGKILL');
  };
  const memory = setInterval(() => void checkResident(child, limits, () => end('memory')), 250);
  const seen = () => {
    clearTimeout(timer);
    timer = setTimeout(() => end('time'), limits.silenceMs);
  };
  seen();
  child.stdout?.on('data', seen);
  return {
    child,
    seen,
    rest: () => clearTimeout(timer),
    // Whoever fails says why, but for memory that ends where there is none left to say it with.
    limit: (complaint) =>
      reached ??
      (OUT_OF_MEMORY.test(complaint) || (child.signalCode === 'SIGABRT' && complaint.trim() === '') ? 'memory' : null),
    stop() {
      clearTimeout(timer);
      clearInterval(memory);
    },
  };
}

async function checkResident(child: ChildProcess, limits: ChildLimits, tooMuch: () => void): Promise<void> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  if (kilobytes * 1024 > limits.memoryBytes) tooMuch();
}
