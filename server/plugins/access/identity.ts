import { join } from 'node:path';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { findSession } from '../../registry/session/find-session.ts';
import { isFresh, type Renewal, renewSession } from '../../registry/session/renew-session.ts';
import { requireNotEnded } from '../../registry/session/require-not-ended.ts';
import { createSessionCipher, type SessionCipher } from '../../registry/session/session-cipher.ts';
import type { LiveSession, SessionContent } from '../../registry/session/session-content.ts';
import { createTokenHolder, type TokenReply } from '../keycloak.ts';
import { createKeySet } from './key-set.ts';
import { type PendingSignIns, pendingSignIns } from './pending-sign-in.ts';
import { createProvider, type Provider } from './provider.ts';
import { type CookieJar, sessionCookie } from './session-cookie.ts';
import { createTokenCheck } from './token-check.ts';

/** The identity provider and our place with it. */
export interface IdentitySettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly audience: string;
  /** Other clients whose users may call us with a bearer token. */
  readonly bearerClients: readonly string[];
  readonly serviceClients: readonly string[];
  /** At least 32 bytes, the same in every process. */
  readonly sessionSecret: Buffer;
  /** Folder in which the provider's keys are kept for the next start; null keeps none. */
  readonly cacheDir: string | null;
}

/** Who asks, and whether the provider could confirm it just now. */
export interface Identified {
  readonly actor: Actor;
  /** False while the provider is away: such a person may read, and do nothing. */
  readonly confirmed: boolean;
  /** Until when the credentials hold without being asked for again. */
  readonly until: Date;
}

export interface Identity {
  readonly settings: IdentitySettings;
  readonly publicOrigin: string;
  readonly provider: Provider;
  readonly keys: JWTVerifyGetKey;
  readonly cipher: SessionCipher;
  readonly cookie: CookieJar;
  readonly pending: PendingSignIns;
  /** Checks what a sign-in or a refresh brought and makes it what a session holds. */
  receiveTokens(reply: TokenReply, formerIdToken: string | null): Promise<LiveSession>;
  /**
   * Who asks; null for nobody. Refused credentials are a problem, never nobody. A request of a page with nobody at it (`attended` is
   * false) does not keep a session from timing out.
   */
  identify(request: FastifyRequest, reply: FastifyReply, attended: boolean): Promise<Identified | null>;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly identity: Identity;
  }
}

const ASK_AGAIN_MS = 5_000;

async function fetchJson(url: string): Promise<JSONWebKeySet> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(4000), redirect: 'error' });
  if (!reply.ok) throw new Error(`${new URL(url).host} answered ${reply.status}`);
  return (await reply.json()) as JSONWebKeySet;
}

/** Assembles what the doors of sign-in and every guarded door need. Asks the provider nothing yet. */
function createIdentity(
  app: FastifyInstance,
  settings: IdentitySettings,
  publicUrl: string,
  log: FastifyBaseLogger,
): Identity {
  const { issuer, clientId, clientSecret, audience, sessionSecret, cacheDir } = settings;
  const { origin, protocol } = new URL(publicUrl);
  const https = protocol === 'https:';
  const provider = createProvider({
    issuer,
    clientId,
    clientSecret,
    redirectUri: `${origin}/auth/callback`,
    afterSignOut: `${origin}/`,
  });
  const keys = createKeySet({
    fetchKeys: async () => fetchJson(await provider.jwksUri()),
    cacheFile: cacheDir && join(cacheDir, 'identity-keys.json'),
    onTrouble: (error) => log.warn({ cause: String(error) }, 'the keys of the identity provider could not be renewed'),
  });
  const check = createTokenCheck(keys, {
    issuer,
    audience,
    clients: [clientId, ...settings.bearerClients],
    serviceClients: settings.serviceClients,
  });
  const hold = createTokenHolder(keys, { issuer, audience, clientId, clientSecret });
  const cipher = createSessionCipher(sessionSecret, 'session');
  const cookie = sessionCookie(https);
  const renewing = new Map<string, Promise<LiveSession | undefined>>();
  /** While the provider is away it is not asked for each request anew, which would take its time limit each. */
  let askAgainAt = 0;

  async function receiveTokens(reply: TokenReply, formerIdToken: string | null): Promise<LiveSession> {
    const { actor, expiresAt } = await check(reply.access_token, 'session');
    const { refreshToken, idToken = formerIdToken } = await hold(reply);
    if (idToken === null) throw new Error('the identity provider sent no ID token');
    return { actor, refreshToken, idToken, accessExpiresAt: expiresAt };
  }

  async function refresh({ refreshToken, idToken }: SessionContent): Promise<Renewal> {
    if (refreshToken === null) return 'ended';
    try {
      const reply = await provider.refresh(refreshToken);
      if (reply === null) return 'ended';
      const renewed = await receiveTokens(reply, idToken);
      return { ...renewed, refreshToken: renewed.refreshToken ?? refreshToken };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      log.warn({ code: error.code, cause: String(error.cause) }, 'a session could not be renewed');
      if (error.code !== 'identity.unavailable') return 'ended';
      askAgainAt = Date.now() + ASK_AGAIN_MS;
      return 'unreachable';
    }
  }

  /** One renewal a session in this process; the row's lock sees to the others. */
  function renew(id: string): Promise<LiveSession | undefined> {
    const running = renewing.get(id);
    if (running) return running;
    const started = renewSession(app.pools.app, cipher, id, refresh).finally(() => renewing.delete(id));
    renewing.set(id, started);
    return started;
  }

  async function fromBearer(header: string): Promise<Identified> {
    const token = /^Bearer ([\w~+/.-]+=*)$/i.exec(header)?.[1];
    if (!token) throw new Problem('token.refused');
    const { actor, issuedAt, expiresAt } = await check(token);
    await requireNotEnded(app.pools.app, { sid: actor.sid, subject: actor.id, issuedAt });
    return { actor, confirmed: true, until: expiresAt };
  }

  async function fromCookie(id: string, reply: FastifyReply, attended: boolean): Promise<Identified> {
    let session = await findSession(app.pools.app, cipher, id, attended);
    if (session && !isFresh(session) && Date.now() >= askAgainAt) session = await renew(id);
    if (!session) {
      cookie.clear(reply);
      throw new Problem('session.expired');
    }
    const { actor, accessExpiresAt: until } = session;
    return { actor, confirmed: until.getTime() > Date.now(), until };
  }

  return {
    settings,
    publicOrigin: origin,
    provider,
    keys,
    cipher,
    cookie,
    pending: pendingSignIns(createSessionCipher(sessionSecret, 'sign-in'), https),
    receiveTokens,
    async identify(request, reply, attended) {
      const { authorization } = request.headers;
      if (authorization !== undefined) return fromBearer(authorization);
      const id = cookie.find(request);
      return id === undefined ? null : fromCookie(id, reply, attended);
    },
  };
}

/** Gives the doors their identity provider. */
export function useIdentity(app: FastifyInstance, settings: IdentitySettings, publicUrl: string): void {
  app.decorate('identity', createIdentity(app, settings, publicUrl, app.log));
}
