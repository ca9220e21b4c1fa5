import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { readOverallFigures } from '../registry/indicator/read-indicators.ts';
import { CLIENT_GONE } from './request/access-log.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The counters in Prometheus text form; also for a server on METRICS_PORT. */
    metricsText(): Promise<string>;
  }
}

/** Upper edges of the histogram of durations, seconds. */
const EDGES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts every request by route pattern, method and status, and measures how long it took. */
export function countRequests(app: FastifyInstance): void {
  // One of its own for each app: the library's default one is of the whole process.
  const registry = new Registry();
  const registers = [registry];
  const totals = new Counter({
    name: 'diaba_http_requests_total',
    help: 'Requests by route pattern, method and status',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'diaba_http_request_seconds',
    help: 'How long requests took, by route pattern and method',
    labelNames: ['route', 'method'],
    buckets: EDGES,
    registers,
  });
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  app.addHook('onClose', async () => {
    loop.disable();
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    totals.inc({ route, method, status: reply.raw.writableEnded ? reply.statusCode : CLIENT_GONE });
    durations.observe({ route, method }, reply.elapsedTime / 1000);
  });
  new Gauge({
    name: 'diaba_database_connections',
    help: 'Connections to the database by role and state',
    labelNames: ['role', 'state'],
    registers,
    collect() {
      for (const [role, pool] of Object.entries(app.pools)) {
        this.set({ role, state: 'open' }, pool.totalCount);
        this.set({ role, state: 'idle' }, pool.idleCount);
        this.set({ role, state: 'waiting' }, pool.waitingCount);
      }
    },
  });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  new Gauge({
    name: 'diaba_indicator',
    help: 'Figures of the day that runs, all communes together, as the indicators count them; none that could say something of a person',
    labelNames: ['measure'],
    registers,
    async collect() {
      this.reset();
      // While the database is away the other counters are worth the more.
      const figures = await readOverallFigures(app.pools.portal).catch(() => []);
      for (const { measure, value } of figures) this.set({ measure }, value);
    },
  });
  gauge('diaba_event_loop_delay_p99_seconds', 'Delay of the event loop', () => loop.percentile(99) / 1e9);
  gauge('process_resident_memory_bytes', 'Resident memory', () => process.memoryUsage.rss());
  gauge('process_uptime_seconds', 'Seconds since the process started', () => Math.round(process.uptime()));
  app.decorate('metricsText', () => registry.metrics());
}
