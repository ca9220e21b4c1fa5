import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import type pg from 'pg';
import type { Html } from '../../domain/words/html.ts';
import { signInGonePage, signInPage } from '../../pages/sign-in-page.ts';
import { checkPassword, DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.ts';
import { identityFrame, type PageLook } from './identity-page.ts';
import { countFailure, forgiveFailures, waitBeforeAttempt } from './sign-in-attempts.ts';

const LONGEST_FORM = 10_000;

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += part;
    if (text.length > LONGEST_FORM) throw new errors.InvalidRequest('the form is too large');
  }
  return new URLSearchParams(text);
}

function send(response: ServerResponse, status: number, policy: string, page: Html): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  });
  response.end(page.markup);
}

async function isSignedIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const session = await provider.Session.get(provider.createContext(request, response));
  return session.accountId !== undefined;
}

/** GET shows the page, POST tries what was typed. The sign-in it belongs to is in a cookie of the provider. */
export async function openSignInDoor(
  provider: Provider,
  pool: pg.Pool,
  look: PageLook,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const details = await provider.interactionDetails(request, response).catch((error: unknown) => {
    if (error instanceof errors.SessionNotFound) return null;
    throw error;
  });
  const action = (request as { originalUrl?: string }).originalUrl?.split('?')[0] ?? '';
  const reader = { headers: request.headers, uiLocales: details?.params.ui_locales };
  const { frame, policy } = identityFrame(look, details ? { ...reader, address: action } : reader);
  if (!details && (await isSignedIn(provider, request, response))) {
    // The Back button, after signing in: the service knows where that led.
    response.writeHead(303, { location: '/auth/callback', 'cache-control': 'no-store' }).end();
    return;
  }
  if (!details) return send(response, 400, policy, signInGonePage(frame));
  const accounts = look.demo ? DEMO_ACCOUNTS : [];
  const show = (status: number, more: { userName: string; wrong: boolean; wait: number }) =>
    send(response, status, policy, signInPage(frame, { action, accounts, password: DEMO_PASSWORD, ...more }));
  if (request.method !== 'POST') return show(200, { userName: '', wrong: false, wait: 0 });

  const form = await readForm(request);
  const [userName, password] = [form.get('username') ?? '', form.get('password') ?? ''];
  // Failures are kept of names that exist: invented ones would only fill a table.
  const exists = accounts.some((account) => account.userName === userName);
  const wait = exists ? await waitBeforeAttempt(pool, userName) : 0;
  if (wait > 0) return show(429, { userName, wrong: false, wait });
  const account = look.demo ? checkPassword(userName, password) : undefined;
  if (!account) {
    if (exists) await countFailure(pool, userName);
    return show(401, { userName, wrong: true, wait: 0 });
  }
  await forgiveFailures(pool, userName);
  await provider.interactionFinished(request, response, { login: { accountId: account.id } });
}
