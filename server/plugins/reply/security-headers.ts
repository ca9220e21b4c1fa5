import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyReply {
    /**
     * Makes this reply a page: it may run our scripts and styles, and carries the nonce returned here. `formTo` is an
     * origin that a form of the page may be sent on to by a redirect, which browsers hold against form-action.
     */
    allowPage(formTo?: string): string;
  }
}

/** For everything but pages: data is never a document that may load or run anything. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Canvas maps need blob: and data: images, and no blob worker. OpenLayers sets styles through the DOM, which CSP allows. */
const page = (nonce: string, baseLayerOrigin: string | null, formTo?: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:${baseLayerOrigin ? ` ${baseLayerOrigin}` : ''}`,
    `connect-src 'self'${baseLayerOrigin ? ` ${baseLayerOrigin}` : ''}`,
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action 'self'${formTo ? ` ${formTo}` : ''}`,
    "frame-ancestors 'none'",
  ].join('; ');

export interface SecurityOptions {
  /** HSTS only where the public address is https: elsewhere it would lock people out of their own laptop. */
  readonly https: boolean;
  readonly baseLayerOrigin: string | null;
}

/** The headers that every reply carries, errors and files included. */
export async function addSecurityHeaders(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  app.decorateReply('allowPage', function (formTo?: string) {
    const nonce = randomBytes(16).toString('base64');
    this.header('content-security-policy', page(nonce, options.baseLayerOrigin, formTo));
    return nonce;
  });
  await app.register(helmet, {
    contentSecurityPolicy: false,
    hsts: options.https ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', NOTHING);
    reply.header('permissions-policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()');
  });
  // A reply that nobody thought about is not kept by anybody.
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}
