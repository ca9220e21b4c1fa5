import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Names and settings of the cookies of a sign-in. On https the prefix makes browsers refuse one that was set by another
 * host or without Secure; on a laptop's http there is no such thing, so the name differs.
 */
export interface CookieJar {
  find(request: FastifyRequest): string | undefined;
  keep(reply: FastifyReply, id: string): void;
  clear(reply: FastifyReply): void;
  readonly https: boolean;
}

export const cookieSettings = (https: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: https }) as const;

/** Cookie of the session. It has no age: browsers drop it when they close, the server ends it earlier. */
export function sessionCookie(https: boolean): CookieJar {
  const name = https ? '__Host-sid' : 'sid';
  return {
    https,
    find: (request) => request.cookies?.[name] || undefined,
    keep: (reply, id) => void reply.setCookie(name, id, cookieSettings(https)),
    clear: (reply) => void reply.clearCookie(name, cookieSettings(https)),
  };
}
