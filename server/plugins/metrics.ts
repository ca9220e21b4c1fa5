import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { CLIENT_GONE } from './request/access-log.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The counters in Prometheus text form; also for a server on METRICS_PORT. */
    metricsText(): string;
  }
}

/** Upper edges of the histogram of durations, seconds. */
const EDGES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Histogram {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** Label values are route patterns, methods and numbers of ours; escaped as the text format asks all the same. */
const label = (value: string) => value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`));

function histogramLines(name: string, histograms: ReadonlyMap<string, Histogram>): string[] {
  return [...histograms].flatMap(([labels, { counts, sum, count }]) => [
    ...EDGES.map(
      (edge, i) => `${name}_bucket{${labels},le="${edge}"} ${counts.slice(0, i + 1).reduce((a, b) => a + b, 0)}`,
    ),
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${sum}`,
    `${name}_count{${labels}} ${count}`,
  ]);
}

/** Counts every request by route pattern, method and status, and measures how long it took. */
export function countRequests(app: FastifyInstance): void {
  const totals = new Map<string, number>();
  const durations = new Map<string, Histogram>();
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  app.addHook('onClose', async () => {
    loop.disable();
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = `route="${label(request.routeOptions.url ?? 'unknown')}",method="${label(request.method)}"`;
    const status = reply.raw.writableEnded ? reply.statusCode : CLIENT_GONE;
    const total = `${route},status="${status}"`;
    totals.set(total, (totals.get(total) ?? 0) + 1);
    const seconds = reply.elapsedTime / 1000;
    const histogram = durations.get(route) ?? { counts: EDGES.map(() => 0), sum: 0, count: 0 };
    const bucket = EDGES.findIndex((edge) => seconds <= edge);
    if (bucket >= 0) histogram.counts[bucket] = (histogram.counts[bucket] ?? 0) + 1;
    histogram.sum += seconds;
    histogram.count += 1;
    durations.set(route, histogram);
  });
  app.decorate('metricsText', () => {
    const memory = process.memoryUsage();
    return [
      '# TYPE diaba_http_requests_total counter',
      ...[...totals].map(([labels, n]) => `diaba_http_requests_total{${labels}} ${n}`),
      '# TYPE diaba_http_request_seconds histogram',
      ...histogramLines('diaba_http_request_seconds', durations),
      '# TYPE diaba_database_connections gauge',
      ...Object.entries(app.pools).flatMap(([role, pool]) => [
        `diaba_database_connections{role="${role}",state="open"} ${pool.totalCount}`,
        `diaba_database_connections{role="${role}",state="idle"} ${pool.idleCount}`,
        `diaba_database_connections{role="${role}",state="waiting"} ${pool.waitingCount}`,
      ]),
      '# TYPE diaba_event_loop_delay_p99_seconds gauge',
      `diaba_event_loop_delay_p99_seconds ${loop.percentile(99) / 1e9}`,
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${memory.rss}`,
      '# TYPE process_uptime_seconds counter',
      `process_uptime_seconds ${Math.round(process.uptime())}`,
      '',
    ].join('\n');
  });
}
