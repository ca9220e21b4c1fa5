import { Agent, get } from 'node:http';

export interface TileReply {
  readonly status: number;
  /** As sent: gzip. */
  readonly bytes: number;
  /** From asking to the last byte. */
  readonly ms: number;
}

/** Asks a server for tiles over one kept connection, as a browser does: gzip accepted, no tag known. */
export function createTileClient(port: number): { ask(path: string): Promise<TileReply>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string) =>
    new Promise<TileReply>((resolve, reject) => {
      const started = performance.now();
      const request = get(
        { host: '127.0.0.1', port, path, agent, headers: { 'accept-encoding': 'gzip' } },
        (response) => {
          let bytes = 0;
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, bytes, ms: performance.now() - started }),
          );
          response.on('error', reject);
        },
      );
      request.on('error', reject);
    });
  return { ask, close: () => agent.destroy() };
}
