import { once } from 'node:events';
import { createServer } from 'node:net';
import { ConfigError } from '../../config.ts';

/** The refusal of a port as a sentence about the setting that chose it. Other errors come back as they are. */
export function portProblem(variable: string, host: string, port: number, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== 'listen') return error;
  const why =
    code === 'EADDRINUSE'
      ? `port ${port} on ${host} is taken by another program`
      : `port ${port} on ${host} cannot be opened (${code})`;
  return new ConfigError(variable, `${why}; set ${variable} to another port`);
}

/** Opens the port and gives it back, so that a taken one is told before any work is done. Port 0 is always free. */
export async function ensurePortFree(variable: string, host: string, port: number): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  try {
    await once(server.listen({ host, port }), 'listening');
  } catch (error) {
    throw portProblem(variable, host, port, error);
  }
  server.close();
  await once(server, 'close');
}
