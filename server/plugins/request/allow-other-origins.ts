import type { FastifyInstance } from 'fastify';

/**
 * What programs of other web sites may read: the open doors for programs. No account counts there and no answer depends
 * on a cookie, so any origin may, and none with credentials. Pages and everything else stay with their own origin.
 */
const OPEN = /^\/(?:api\/(?:portal|reference|communes|openapi\.json)|tiles\/(?:parcels|outlines)|ogc)(?=[/?]|$)/;
/** A day: the answer to "may I ask" does not change. */
const REMEMBERED_S = 86_400;

/** Lets pages of other origins read the open doors (Fetch standard, CORS protocol), refusals too. */
export function allowOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!OPEN.test(request.url)) return;
    reply.header('access-control-allow-origin', '*');
    reply.header('access-control-expose-headers', 'ETag, Retry-After, Link, Content-Crs');
    reply.header('cross-origin-resource-policy', 'cross-origin');
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return;
    reply.header('access-control-allow-methods', 'GET, HEAD');
    reply.header('access-control-allow-headers', 'If-None-Match');
    reply.header('access-control-max-age', String(REMEMBERED_S));
    await reply.code(204).send();
  });
}
