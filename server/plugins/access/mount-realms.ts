import type { RequestListener } from 'node:http';
import type { FastifyInstance } from 'fastify';

/**
 * Gives every request under /realms/ to an identity provider that runs inside this process. It reads bodies and writes
 * replies itself; limits and security headers are those of every other door.
 */
export async function mountRealms(app: FastifyInstance, handle: RequestListener): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/realms/*', { exposeHeadRoute: false }, (request, reply) => {
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.hijack();
      handle(request.raw, reply.raw);
    });
  });
}
