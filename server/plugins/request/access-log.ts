import type { FastifyInstance } from 'fastify';

/** Status written for a request whose client went away before the reply was out. Nothing of the kind is ever sent. */
export const CLIENT_GONE = 499;

/**
 * One line a request: which door, how it ended, how long. The route's pattern, never the address itself: search words
 * and identifiers of parcels say who looked for what, and do not belong in a log.
 */
export function logAccess(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        route: request.routeOptions.url ?? 'unknown',
        method: request.method,
        status: reply.raw.writableEnded ? reply.statusCode : CLIENT_GONE,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
  });
}
