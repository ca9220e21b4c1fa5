/**
 * The keeper: a small process in a session of its own that owns the private cluster. Every entry file holds a
 * connection to its socket as a lease; when the last one closes, for whatever reason, PostgreSQL is stopped.
 * A killed postmaster is started again while leases exist; a killed keeper leaves PostgreSQL to its successor.
 */
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ClusterPaths, openClusterPaths } from './cluster-paths.ts';
import { writeSecrets } from './cluster-secrets.ts';
import { EmbeddedError } from './embedded-error.ts';
import { findFreePort } from './find-free-port.ts';
import { holdLock } from './hold-lock.ts';
import { initCluster } from './init-cluster.ts';
import type { KeeperMessage } from './keeper-message.ts';
import { adoptPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { getProcessOwner } from './process-owner.ts';

const FIRST_LEASE_LIMIT_MS = 30_000;
const RESTARTS_PER_MINUTE = 10;

const owner = getProcessOwner();
const paths: ClusterPaths = openClusterPaths(process.argv[2] ?? 'var', owner);
const unlock = holdLock(paths.lock);
if (!unlock) process.exit(0); // Another keeper lives: the entry that started us connects to that one.

const leases = new Set<Socket>();
const restarts: number[] = [];
let postmaster: Postmaster | undefined;
let answer: KeeperMessage | undefined;
let stopping = false;

function tell(socket: Socket, message: KeeperMessage): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

function announce(message: KeeperMessage): void {
  answer = message;
  for (const lease of leases) tell(lease, message);
}

const server = createServer((socket) => {
  socket.on('error', (error) => console.error(`lease: ${error.message}`));
  if (answer?.state === 'failed') {
    socket.end(`${JSON.stringify(answer)}\n`);
    return;
  }
  if (stopping) {
    socket.destroy();
    return;
  }
  leases.add(socket);
  if (answer) tell(socket, answer);
  let releasing = false;
  socket.on('data', () => {
    // The only thing a client says is "release": it waits for the answer, so that it knows nothing was left running.
    if (releasing) return;
    releasing = true;
    leases.delete(socket);
    if (leases.size > 0) socket.end(`${JSON.stringify({ state: 'released' } satisfies KeeperMessage)}\n`);
    else stop([socket]).catch(fail);
  });
  socket.on('close', () => {
    if (leases.delete(socket) && leases.size === 0) stop([]).catch(fail);
  });
});

/** Socket and lock go with the keeper; only the lock's holder may remove them. */
function exit(code: number): never {
  rmSync(dirname(paths.lock), { recursive: true, force: true });
  process.exit(code);
}

async function stop(waiting: Socket[]): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.close();
  rmSync(paths.socket, { force: true });
  await startingUp;
  if (postmaster) await stopPostmaster(postmaster);
  const closed = waiting.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  for (const socket of waiting) socket.end(`${JSON.stringify({ state: 'released' } satisfies KeeperMessage)}\n`);
  await Promise.race([Promise.all(closed), delay(1000)]);
  exit(0);
}

function fail(error: unknown): void {
  const known = error instanceof EmbeddedError;
  console.error(error);
  stopping = true; // A postmaster that could not be stopped stays for the next keeper to adopt.
  announce({
    state: 'failed',
    code: known ? error.code : 'embedded.keeper_failed',
    message: known
      ? error.message
      : `The keeper of the embedded database failed: ${String(error)} (${paths.keeperLog})`,
  });
  // Whoever started us may not have connected yet, and shall hear why.
  const exitSoon = () => setTimeout(() => exit(1), 200);
  if (leases.size > 0) exitSoon();
  else server.once('connection', exitSoon);
}

async function serve(): Promise<void> {
  const { secrets, notice } = await initCluster(paths, owner);
  postmaster = await adoptPostmaster(paths);
  if (!postmaster) {
    const port = await findFreePort(secrets.port);
    postmaster = await startPostmaster(paths, owner, port);
  }
  if (postmaster.port !== secrets.port) writeSecrets(paths.secretsFile, { ...secrets, port: postmaster.port });
  watch(postmaster);
  announce({ state: 'ready', port: postmaster.port, notice });
}

function watch(running: Postmaster): void {
  running.gone
    .then(async () => {
      if (stopping) return;
      console.error(`postmaster ${running.pid} ended; starting it again`);
      const minuteAgo = Date.now() - 60_000;
      restarts.splice(0, restarts.findLastIndex((at) => at < minuteAgo) + 1);
      restarts.push(Date.now());
      if (restarts.length > RESTARTS_PER_MINUTE) {
        throw new EmbeddedError('embedded.start_failed', `PostgreSQL ends again and again; see ${paths.postgresLog}`);
      }
      startingUp = startPostmaster(paths, owner, running.port).then((next) => {
        postmaster = next;
        watch(next);
      });
      await startingUp;
    })
    .catch(fail);
}

process.on('SIGINT', () => undefined);
process.on('SIGHUP', () => undefined);
process.on('SIGTERM', () => stop([...leases]).catch(fail));

rmSync(paths.socket, { force: true }); // We hold the lock, so a socket found here is a dead keeper's.
let startingUp: Promise<void> = Promise.resolve();
server.listen(paths.socket, () => {
  startingUp = serve();
  startingUp.catch(fail);
});
setTimeout(() => {
  if (answer?.state === 'failed') exit(1);
  if (leases.size === 0) stop([]).catch(fail);
}, FIRST_LEASE_LIMIT_MS);
