/** `npm run worker` as a process of its own, for tests that end it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from './test-database.ts';

const WORKER = fileURLToPath(new URL('../cli/worker.ts', import.meta.url));

export interface WorkerProcess {
  readonly child: ChildProcess;
  /** Exit status and signal. */
  readonly ended: Promise<unknown[]>;
}

/** Starts the worker by its entry file, on one processor core if one is named; resolves when it says that it waits for batches. Whoever starts it ends it. */
export async function startWorkerProcess(
  { urls }: Pick<TestDatabase, 'urls'>,
  storageDir: string,
  started: (child: ChildProcess) => unknown,
  core?: number,
): Promise<WorkerProcess> {
  const command = core === undefined ? [process.execPath] : ['taskset', '-c', String(core), process.execPath];
  const child = spawn(command[0]!, [...command.slice(1), WORKER], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: urls.app,
      MIGRATION_DATABASE_URL: urls.migrator,
      PORTAL_DATABASE_URL: urls.portal,
      TILES_DATABASE_URL: urls.tiles,
      PERSONAL_DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      STORAGE_DIR: storageDir,
    },
  });
  started(child);
  let said = '';
  const ended = once(child, 'close');
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('the worker waits for batches')) resolve();
      });
  });
  await Promise.race([
    ready,
    ended.then(() => {
      throw new Error(`the worker did not start: ${said}`);
    }),
  ]);
  return { child, ended };
}
