import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** Whether a program can be called by its name. */
export function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false; // Not in this folder.
    }
  });
}

const COMPLAINT_CHARACTERS = 2_000;

/** Runs a shell line to its end and answers with the milliseconds it took; throws with its last words when it fails. */
export async function timeShell(line: string, env: Readonly<Record<string, string>>): Promise<number> {
  const started = performance.now();
  const child = spawn('bash', ['-c', `set -euo pipefail; ${line}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', ...env },
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_CHARACTERS);
  });
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`${line.split(' ', 1)[0]} ended with ${status}: ${complaint.trim()}`);
  return performance.now() - started;
}
