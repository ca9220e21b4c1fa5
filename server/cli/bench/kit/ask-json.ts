import { Agent, request } from 'node:http';

export interface TimedReply<T> {
  readonly status: number;
  readonly body: T;
  /** From asking to the last byte. */
  readonly ms: number;
}

export interface JsonClient {
  ask<T>(method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: object): Promise<TimedReply<T>>;
  close(): void;
}

/** Asks a server of this machine for JSON over one kept connection, and times it. Throws on 5xx. */
export function createJsonClient(port: number): JsonClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: <T>(method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: object) =>
      new Promise<TimedReply<T>>((resolve, reject) => {
        const sent = body ? JSON.stringify(body) : undefined;
        const started = performance.now();
        const asked = request(
          {
            host: '127.0.0.1',
            port,
            path,
            method,
            agent,
            headers: sent
              ? { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }
              : headers,
          },
          (reply) => {
            const parts: Buffer[] = [];
            reply.on('data', (part: Buffer) => parts.push(part));
            reply.on('error', reject);
            reply.on('end', () => {
              const ms = performance.now() - started;
              const status = reply.statusCode ?? 0;
              const text = Buffer.concat(parts).toString();
              if (status >= 500) reject(new Error(`${method} ${path}: ${status} ${text}`));
              else resolve({ status, body: JSON.parse(text) as T, ms });
            });
          },
        );
        asked.on('error', reject);
        asked.end(sent);
      }),
    close: () => agent.destroy(),
  };
}
