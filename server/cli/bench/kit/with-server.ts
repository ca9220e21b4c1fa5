import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PoolUrls } from '../../../db/kit/pools.ts';
import { REGISTRY_SRID } from './bench-database.ts';
import type { ServeJob } from './serve-child.ts';

const CHILD = fileURLToPath(new URL('./serve-child.ts', import.meta.url));

/** Runs `work` beside a server process of its own, which ends with it. */
export async function withServer<T>(
  { urls, identity }: { readonly urls: PoolUrls; readonly identity?: ServeJob['identity'] },
  work: (port: number) => Promise<T>,
): Promise<T> {
  const server = fork(CHILD, { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const ended = once(server, 'exit');
  try {
    server.send({ urls, registrySrid: REGISTRY_SRID, ...(identity ? { identity } : {}) } satisfies ServeJob);
    const ready = await Promise.race([once(server, 'message'), ended.then(() => null)]);
    if (!ready) throw new Error('the server ended before it was asked');
    const [{ port }] = ready as [{ port: number }];
    return await work(port);
  } finally {
    if (server.connected) server.disconnect();
    await ended;
  }
}
