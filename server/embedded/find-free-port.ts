/** A TCP port on loopback nobody listens on, so that no cluster or service of the machine is disturbed. */
import { createServer } from 'node:net';

/** The preferred port when it is free, else one of the kernel's choosing. */
export async function findFreePort(preferred = 0): Promise<number> {
  const server = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (preferred !== 0 && error.code === 'EADDRINUSE') resolve(findFreePort());
    else reject(error);
  });
  server.listen({ host: '127.0.0.1', port: preferred, exclusive: true }, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    server.close(() => resolve(port));
  });
  return promise;
}
