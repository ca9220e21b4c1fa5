import type { FastifyInstance } from 'fastify';
import { getLiveness, getReadiness } from '../domain/contract/dealing/operations.ts';
import { serve } from '../plugins/serve.ts';
import { checkReadiness } from '../registry/register/check-readiness.ts';
import type { Belongings } from '../registry/register/register-identity.ts';

/** Probes for whoever watches the process. */
export function healthRoutes(app: FastifyInstance, config: Belongings & { readonly registrySrid: number }): void {
  serve(app, getLiveness, () => ({ status: 'ok' }));
  serve(app, getReadiness, async (_asked, _request, reply) => {
    const readiness = await checkReadiness(app.pools, config.registrySrid, config);
    if (readiness.status !== 'ready') reply.code(503);
    return readiness;
  });
}
