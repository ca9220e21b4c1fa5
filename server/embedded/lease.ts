/** An entry file's hold on the private cluster: an open connection to the keeper, which a kill -9 closes too. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ClusterPaths } from './cluster-paths.ts';
import { EmbeddedError } from './embedded-error.ts';
import type { KeeperMessage } from './keeper-message.ts';

const CONNECT_LIMIT_MS = 120_000;
const LOG_LIMIT = 1024 * 1024;

export interface Lease {
  readonly port: number;
  release(): Promise<void>;
}

function startKeeper(paths: ClusterPaths): ChildProcess {
  const size = statSync(paths.keeperLog, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(paths.keeperLog, `${paths.keeperLog}.1`);
  const log = openSync(paths.keeperLog, 'a', 0o600);
  const keeper = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./keeper.ts')), paths.storageDir], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  keeper.unref();
  return keeper;
}

async function tryConnect(path: string): Promise<Socket | undefined> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return socket;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return undefined;
    throw error;
  }
}

interface Hold {
  readonly socket: Socket;
  readonly port: number;
}

/** Waits for the keeper's verdict; undefined when it went away meanwhile, as one does that is stopping. */
async function askReady(socket: Socket): Promise<Hold | undefined> {
  const lines = createInterface({ input: socket });
  const { promise, resolve } = Promise.withResolvers<KeeperMessage | undefined>();
  lines.once('line', (line) => resolve(JSON.parse(line) as KeeperMessage));
  socket.once('close', () => resolve(undefined));
  // A reset connection is a keeper gone; readline passes the event on, so it has two listeners.
  for (const source of [socket, lines]) source.on('error', () => resolve(undefined));
  const message = await promise;
  if (message?.state === 'failed') throw new EmbeddedError(message.code, message.message);
  if (message?.state === 'ready' && message.notice) console.error(message.notice);
  return message?.state === 'ready' ? { socket, port: message.port } : undefined;
}

async function acquire(paths: ClusterPaths): Promise<Hold> {
  let keeper: ChildProcess | undefined;
  for (const until = Date.now() + CONNECT_LIMIT_MS; Date.now() < until; ) {
    const socket = await tryConnect(paths.socket);
    const hold = socket && (await askReady(socket));
    if (hold) return hold;
    if (keeper?.exitCode) break;
    // A keeper that found the lock taken has ended with 0: the other one is starting up, or stopping.
    if (!keeper || keeper.exitCode === 0 || keeper.signalCode) keeper = startKeeper(paths);
    await delay(40);
  }
  throw new EmbeddedError('embedded.keeper_failed', `The embedded database did not start; see ${paths.keeperLog}`);
}

/** Takes a lease, starting the keeper where none lives, and takes it anew should the keeper be killed. */
export async function takeLease(paths: ClusterPaths): Promise<Lease> {
  let hold = await acquire(paths);
  let released = false;
  const { port } = hold;

  const guard = ({ socket }: Hold) => {
    socket.unref(); // A lease keeps the database alive, not the process that holds it.
    socket.once('close', () => {
      if (released) return;
      acquire(paths).then(
        (next) => {
          hold = next;
          if (released) next.socket.destroy();
          else guard(next);
        },
        (error: Error) => console.error(`The embedded database lost its keeper: ${error.message}`),
      );
    });
  };
  guard(hold);

  return {
    port,
    async release() {
      if (released) return;
      released = true;
      const { socket } = hold;
      if (socket.destroyed) return;
      socket.ref();
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      socket.write('release\n');
      await closed;
    },
  };
}
