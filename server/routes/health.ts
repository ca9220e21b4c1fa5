import type { FastifyInstance } from 'fastify';
import { getLiveness, getReadiness } from '../domain/contract/operations.ts';
import { serve } from '../plugins/serve.ts';
import { checkReadiness } from '../registry/check-readiness.ts';

/** Probes for whoever watches the process. */
export function healthRoutes(app: FastifyInstance, registrySrid: number): void {
  serve(app, getLiveness, () => ({ status: 'ok' }));
  serve(app, getReadiness, async (_asked, _request, reply) => {
    const readiness = await checkReadiness(app.pools, registrySrid);
    if (readiness.status !== 'ready') reply.code(503);
    return readiness;
  });
}
