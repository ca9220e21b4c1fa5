import type { FastifyInstance } from 'fastify';
import { getMe } from '../domain/contract/identity.ts';
import { actorOf } from '../plugins/access/admit.ts';
import { serve } from '../plugins/serve.ts';

/** Who one is. */
export function meRoutes(app: FastifyInstance): void {
  serve(app, getMe, async (_asked, request) => actorOf(request));
}
