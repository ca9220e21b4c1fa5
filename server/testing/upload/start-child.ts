import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ChildJob } from './upload-child.ts';

const CHILD = fileURLToPath(new URL('./upload-child.ts', import.meta.url));

export interface Child {
  readonly process: ChildProcess;
  readonly exited: Promise<NodeJS.Signals | null>;
  /** What it complained about. */
  complaint(): string;
  kill(signal?: NodeJS.Signals): Promise<NodeJS.Signals | null>;
}

/** Starts a server or worker as a process of its own; resolves when it is ready. */
export const startChild = (job: ChildJob): Promise<Child> => startProcess(CHILD, job);

/** The same of any file that says something when it is ready. */
export async function startProcess(file: string, job: object): Promise<Child> {
  const child = spawn(process.execPath, [file, JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const exited = once(child, 'close').then(([, signal]) => signal as NodeJS.Signals | null);
  const ready = once(child.stdout, 'data');
  await Promise.race([
    ready,
    exited.then(() => {
      throw new Error(`the child did not start: ${complaint}`);
    }),
  ]);
  return {
    process: child,
    exited,
    complaint: () => complaint,
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      // A stopped process does not hear anything else.
      if (signal === 'SIGTERM') child.kill('SIGCONT');
      return exited;
    },
  };
}
