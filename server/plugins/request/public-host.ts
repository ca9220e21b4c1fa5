import type { FastifyInstance } from 'fastify';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const isLoopbackAddress = (address: string | undefined) => /^(127\.|::1$|::ffff:127\.)/.test(address ?? '');

/**
 * On one's own machine the same server answers to several names (localhost, 127.0.0.1), and a foreign name can be made
 * to point at it. Cookies and sign-in belong to one name, so requests to another are sent to PUBLIC_URL's (contract 4).
 * The target is the configured address and the path asked for; no header ends up in it.
 */
export function redirectToPublicHost(app: FastifyInstance, publicUrl: string): void {
  const { hostname, origin } = new URL(publicUrl);
  if (!LOOPBACK.test(hostname)) return;
  app.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host;
    if (!host || /^\/(health|metrics)\b/.test(request.url) || !isLoopbackAddress(request.socket.localAddress)) return;
    const asked = host.replace(/:\d+$/, '').toLowerCase();
    if (asked === hostname) return;
    const path = request.url.startsWith('/') ? request.url.replace(/^\/+/, '/') : '/';
    return reply.header('cache-control', 'no-store').redirect(`${origin}${path}`, 307);
  });
}
