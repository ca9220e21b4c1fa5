import type { FastifyInstance } from 'fastify';
import { Problem } from '../../domain/problem/problem.ts';

/**
 * Bodies come as they are: what is announced as compressed is refused for that (RFC 9110, 8.4: 415), not read as if it
 * were text and found malformed, and never unpacked, which a few bytes could make large.
 */
export function refuseEncodedBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || /^\s*(identity)?\s*$/i.test(encoding)) return;
    reply.header('accept-encoding', 'identity');
    throw new Problem('media.unsupported');
  });
}
