import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionCipher } from '../../registry/session/session-cipher.ts';
import type { SignInAttempt } from './provider.ts';
import { cookieSettings } from './session-cookie.ts';

/** A sign-in under way, and where it is going. Sealed in a cookie: whoever is not signed in costs us no row. */
export interface PendingSignIn extends SignInAttempt {
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
}

const MINUTES = 10;
/** One cookie a tab; of more than this many the others are dropped, so that headers stay short. */
const AT_ONCE = 4;

export interface PendingSignIns {
  keep(request: FastifyRequest, reply: FastifyReply, pending: PendingSignIn): void;
  /** The sign-in with this state, once: its cookie is cleared. */
  take(request: FastifyRequest, reply: FastifyReply, state: string): PendingSignIn | undefined;
  /** Notes where a sign-in led, for who comes upon its doors again by the Back button. */
  keepTarget(reply: FastifyReply, to: string): void;
  findTarget(request: FastifyRequest): string;
}

export function pendingSignIns(cipher: SessionCipher, https: boolean): PendingSignIns {
  const prefix = https ? '__Host-sign-in-' : 'sign-in-';
  /** Of the callback alone, so that no other request carries it; sealed, so the prefix adds nothing. */
  const [led, ledSettings] = ['signed-in-to', { ...cookieSettings(https), path: '/auth/callback' }] as const;
  const nameOf = (state: string) => prefix + state.slice(0, 12).replaceAll(/[^\w-]/g, '');
  return {
    keep(request, reply, pending) {
      const others = Object.keys(request.cookies).filter((name) => name.startsWith(prefix));
      if (others.length >= AT_ONCE) for (const name of others) reply.clearCookie(name, cookieSettings(https));
      const value = cipher.seal(pending).toString('base64url');
      reply.setCookie(nameOf(pending.state), value, { ...cookieSettings(https), maxAge: MINUTES * 60 });
    },
    take(request, reply, state) {
      const name = nameOf(state);
      const value = request.cookies[name];
      if (value === undefined) return undefined;
      reply.clearCookie(name, cookieSettings(https));
      const pending = cipher.open(Buffer.from(value, 'base64url')) as PendingSignIn | null;
      if (pending?.state !== state || Date.now() - pending.begunAt > MINUTES * 60_000) return undefined;
      return pending;
    },
    keepTarget: (reply, to) => void reply.setCookie(led, cipher.seal({ to }).toString('base64url'), ledSettings),
    findTarget(request) {
      const value = request.cookies[led];
      const kept =
        value === undefined ? null : (cipher.open(Buffer.from(value, 'base64url')) as { to?: string } | null);
      return kept?.to ?? '/';
    },
  };
}
