import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { handleClientError } from './raw-errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a body may come for as long as it comes at all: a large file over a slow line. */
    readonly unlimitedBody?: boolean;
  }
}

/** Route configuration of a door whose bodies may take their time. */
export const isUnlimited = { unlimitedBody: true } as const;

/**
 * Ends requests whose body is not there in time, but for doors that say otherwise: Node's own limit knows no doors. The
 * limit for headers stays Node's.
 */
export function limitSlowBodies(app: FastifyInstance, longestMs: number): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    const carries = raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length'] ?? 0) > 0;
    if (!carries || routeOptions.config.unlimitedBody) return;
    const timer = setTimeout(() => {
      // A request that was injected, by a test, came over no connection that could be slow.
      if (raw.complete || !(raw.socket instanceof Socket)) return;
      handleClientError(Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), raw.socket);
    }, longestMs);
    const done = () => clearTimeout(timer);
    raw.once('end', done).once('close', done);
  });
}
