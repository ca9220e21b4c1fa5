import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../domain/actor.ts';

/**
 * Who asks at a door that is open to all, where a token is sent: null for nobody, a problem for a token that is refused. A cookie does not
 * count: pages of other origins may read what such a door answers.
 */
export async function bearerOf(request: FastifyRequest, reply: FastifyReply): Promise<Actor | null> {
  if (request.headers.authorization === undefined) return null;
  return (await request.server.identity.identify(request, reply, false))?.actor ?? null;
}
