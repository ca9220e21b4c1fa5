import type { FastifyInstance, FastifyRequest } from 'fastify';
import { getMetrics } from '../domain/contract/dealing/operations.ts';
import { Problem } from '../domain/problem/problem.ts';
import { serve } from '../plugins/serve.ts';

const FORWARDING = /^(forwarded|via|x-forwarded-.*|x-real-ip)$/;

/** From this machine and not on behalf of somebody else: a proxy beside us also arrives from loopback. */
function isLocal(request: FastifyRequest): boolean {
  const loopback = /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');
  return loopback && !Object.keys(request.headers).some((name) => FORWARDING.test(name));
}

/** Counters for the operators; to others this address does not exist. With METRICS_PORT it is served there alone. */
export function metricsRoutes(app: FastifyInstance, metricsPort: number | null): void {
  serve(app, getMetrics, async (_asked, request, reply) => {
    if (metricsPort !== null || !isLocal(request)) throw new Problem('route.not_found');
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await app.metricsText());
  });
}
