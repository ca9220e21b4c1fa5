import { once } from 'node:events';
import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';

/**
 * Serves /metrics of `app` on a port of its own (METRICS_PORT), to be kept inside by the firewall. Closes with the app.
 * Resolves with the port it listens on; rejects when the port cannot be had.
 */
export async function serveMetrics(app: FastifyInstance, host: string, port: number): Promise<number> {
  const server = createServer((request, response) => {
    const found = request.method === 'GET' && request.url === '/metrics';
    response.writeHead(found ? 200 : 404, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(found ? app.metricsText() : '');
  });
  server.listen(port, host);
  await once(server, 'listening');
  app.addHook('onClose', async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}
