import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, actsIn, hasRole } from '../../domain/actor.ts';
import { type Contract, isWrite, type Right } from '../../domain/contract/contract.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { requireSameOrigin } from './same-origin.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, at a door that is not public; set once the door let the request in. */
    actor: Actor | null;
    /** Until when what he showed holds: what goes on longer than that asks again. */
    actorUntil: Date | null;
  }
}

/** The actor of a request that a door with a right has let in. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error('this door is public: nobody was asked who he is');
  return request.actor;
}

/** The commune a request names, wherever it does. */
function communesNamed(request: FastifyRequest): unknown[] {
  return [request.params, request.query, request.body]
    .map((part) => (part as { commune?: unknown } | null | undefined)?.commune)
    .filter((commune) => commune !== undefined);
}

/** Media of doors that a page asks by itself, for as long as it is open. */
const BY_ITSELF: readonly string[] = ['text/event-stream', 'application/vnd.mapbox-vector-tile'];

/**
 * Whether somebody is there: our pages say of each request whether the last sign of a person is longer ago than a minute
 * (web/api/batch/attendance.ts). What they fetch without being told to is no sign.
 */
const isAttended = (request: FastifyRequest, { media }: Pick<Contract, 'media'>): boolean =>
  request.headers['x-diaba-unattended'] === undefined && !BY_ITSELF.includes(media);

async function requireRight(
  request: FastifyRequest,
  reply: FastifyReply,
  right: Exclude<Right, 'public'>,
  contract: Contract,
) {
  const write = isWrite(contract);
  const found = await request.server.identity.identify(request, reply, isAttended(request, contract));
  if (found === null) throw new Problem('auth.required');
  const { actor, confirmed, until } = found;
  if (!hasRole(actor, right.roles)) throw new Problem('auth.forbidden');
  if (right.scope === 'commune' && actor.communes.length === 0) throw new Problem('auth.forbidden');
  // What changes something rests on what the provider says now, not on what it said before it went away.
  if (write && !confirmed) throw new Problem('identity.unavailable', { retryAfter: 5 });
  request.actor = actor;
  request.actorUntil = until;
}

/** A person on the way to a page is sent to sign in, and comes back. */
const signsIn = (error: unknown): boolean =>
  error instanceof Problem && (error.code === 'auth.required' || error.code === 'session.expired');

/**
 * Who may pass a door: the one place that says so. Before a byte of the body is read: does a write come from our own
 * pages, is somebody there, has he the role. After the body was checked: is the commune his.
 */
export function admit(contract: Contract) {
  const { right } = contract;
  const write = isWrite(contract);
  return {
    async onRequest(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
      const { identity } = request.server;
      const byCookie = request.headers.authorization === undefined && identity.cookie.find(request) !== undefined;
      if (write && byCookie) requireSameOrigin(request, identity.publicOrigin);
      if (right === 'public') return undefined;
      try {
        await requireRight(request, reply, right, contract);
        return undefined;
      } catch (error) {
        if (contract.media !== 'text/html' || write || !signsIn(error)) throw error;
        return reply
          .header('cache-control', 'no-store')
          .redirect(`/auth/login?to=${encodeURIComponent(request.url)}`, 303);
      }
    },
    async preHandler(request: FastifyRequest): Promise<void> {
      if (right === 'public' || right.scope !== 'commune') return;
      const actor = actorOf(request);
      for (const commune of communesNamed(request)) {
        if (typeof commune !== 'string' || !actsIn(actor, commune)) throw new Problem('auth.forbidden');
      }
    },
  };
}
