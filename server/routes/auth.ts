import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listAnswersAboutMe } from '../certificates/answer/list-answers-about-me.ts';
import {
  finishSignIn,
  getAccountPage,
  getSignOutPage,
  receiveLogout,
  signIn,
  signOut,
} from '../domain/contract/identity.ts';
import { localPath } from '../domain/local-path.ts';
import { Problem } from '../domain/problem/problem.ts';
import { accountPage } from '../pages/account-page.ts';
import { signOutPage } from '../pages/sign-out-page.ts';
import { actorOf } from '../plugins/access/admit.ts';
import { checkLogoutToken } from '../plugins/access/logout-token.ts';
import { languageOf, openPage } from '../plugins/reply/page-frame.ts';
import { readForms } from '../plugins/request/read-forms.ts';
import { serve } from '../plugins/serve.ts';
import { getOwnRecord } from '../registry/own/get-own-record.ts';
import { closeSession } from '../registry/session/close-session.ts';
import { endProviderSession } from '../registry/session/end-provider-session.ts';
import { findSession } from '../registry/session/find-session.ts';
import { openSession } from '../registry/session/open-session.ts';

/** A longer address would make a cookie that browsers refuse; such a sign-in ends on the first page. */
const LONGEST_TARGET = 1500;
const secret = () => randomBytes(32).toString('base64url');

/** Where a sign-in leads that was begun for its own sake. */
const ACCOUNT = '/account';

/** Back from sign-in to the doors of sign-in would be a circle. */
function targetOf(to: string | undefined): string {
  if (to === undefined) return ACCOUNT;
  const path = localPath(to);
  return path.length > LONGEST_TARGET || path.startsWith('/auth/') ? '/' : path;
}

async function begin(request: FastifyRequest, reply: FastifyReply, to: string): Promise<FastifyReply> {
  const { provider, pending } = request.server.identity;
  const attempt = { state: secret(), nonce: secret(), verifier: secret() };
  const url = await provider.authorizationUrl(attempt, languageOf(request));
  pending.keep(request, reply, { ...attempt, to, begunAt: Date.now() });
  return reply.redirect(url, 303);
}

async function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  asked: { state?: string; error_description?: string },
) {
  const { identity, pools } = request.server;
  const { pending, provider, cookie, cipher } = identity;
  const former = cookie.find(request);
  const attempt = pending.take(request, reply, asked.state ?? '');
  if (!attempt) {
    // Back button, or the page asked for twice: whoever is in already has lost nothing.
    if (former && (await findSession(pools.app, cipher, former)))
      return reply.redirect(pending.findTarget(request), 303);
    throw new Problem('sign_in.failed');
  }
  // Keycloak's login page was open for too long: it asks to begin again.
  if (asked.error_description === 'authentication_expired') return begin(request, reply, attempt.to);
  const tokens = await provider.exchange(request.url.slice(request.url.indexOf('?') + 1), attempt);
  const session = await identity.receiveTokens(tokens, null);
  cookie.keep(reply, await openSession(pools.app, cipher, session, former));
  pending.keepTarget(reply, attempt.to);
  return reply.redirect(attempt.to, 303);
}

/** Ends the session here; the address that ends it at the provider, or our first page where that cannot be reached. */
async function end(request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const { cookie, cipher, provider } = request.server.identity;
  const id = cookie.find(request);
  cookie.clear(reply);
  const closed = id === undefined ? null : await closeSession(request.server.pools.app, cipher, id);
  if (!closed) return '/';
  try {
    return await provider.signOutUrl(closed.idToken);
  } catch (error) {
    request.log.warn({ cause: String(error) }, 'the identity provider could not be told of a sign-out');
    return '/';
  }
}

/** Signing in and out. */
export async function authRoutes(root: FastifyInstance, personalDataKey: Buffer): Promise<void> {
  await root.register(async (app) => {
    readForms(app);
    serve(app, signIn, ({ query }, request, reply) => begin(request, reply, targetOf(query.to)));
    serve(app, finishSignIn, ({ query }, request, reply) => finish(request, reply, query));
    serve(app, getSignOutPage, async (_asked, request, reply) => {
      const { cookie, cipher, settings } = request.server.identity;
      const id = cookie.find(request);
      const session = id === undefined ? undefined : await findSession(app.pools.app, cipher, id);
      const frame = openPage(request, reply, new URL(settings.issuer).origin);
      return signOutPage(frame, session?.actor.name ?? null).markup;
    });
    serve(app, getAccountPage, async (_asked, request, reply) => {
      const frame = openPage(request, reply, new URL(request.server.identity.settings.issuer).origin);
      const actor = actorOf(request);
      const [asked, record] = [
        await listAnswersAboutMe(app.pools.app, personalDataKey, actor),
        await getOwnRecord(app.pools.app, personalDataKey, actor),
      ];
      return accountPage(frame, actor, { asked, record }).markup;
    });
    serve(app, signOut, async (_asked, request, reply) => {
      const to = await end(request, reply);
      return (request.headers.accept ?? '').includes('text/html') ? reply.redirect(to, 303) : { to };
    });
  });
  // OpenID Connect Back-Channel Logout 1.0, 2.5: a form, and nothing else.
  await root.register(async (app) => {
    app.removeAllContentTypeParsers();
    readForms(app);
    serve(app, receiveLogout, async ({ body }, request) => {
      const { keys, settings } = request.server.identity;
      const notice = await checkLogoutToken(keys, body.logout_token, settings);
      if (!(await endProviderSession(app.pools.app, notice))) throw new Problem('sign_out.refused');
      return { ended: true };
    });
  });
}
