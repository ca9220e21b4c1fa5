/** The embedded identity: an OpenID provider at Keycloak's paths, for a laptop, a demonstration and the tests. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import pg from 'pg';
import { leavingPage, signInGonePage } from '../../pages/sign-in-page.ts';
import { ensureIdentityKeys, type IdentityKeys } from './identity-keys.ts';
import { identityFrame, type PageLook, showPage } from './identity-page.ts';
import { ensureIdentitySchema } from './identity-schema.ts';
import { type ProviderFacts, providerConfiguration, USERINFO } from './provider-configuration.ts';
import { openSignInDoor } from './sign-in-door.ts';
import { openUserinfoDoor } from './userinfo-door.ts';

export interface IdentityOptions extends ProviderFacts {
  /** Login that owns the database: the identity keeps its own schema there. */
  readonly migratorUrl: string;
  /** The files of the pages as they are now. */
  readonly filesNow: () => PageLook['files'];
  /** Told of faults; never of names or passwords. */
  readonly onTrouble: (what: string, error: unknown) => void;
}

export interface EmbeddedIdentity {
  /** Answers every request under the issuer's path. */
  readonly handle: RequestListener;
  readonly keys: IdentityKeys;
  close(): Promise<void>;
}

/** The provider would give any page of any origin leave to read its answers: nobody but our own server and pages has to. */
function refuseOtherOrigins(request: IncomingMessage, response: ServerResponse): void {
  delete request.headers.origin;
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) => (/^access-control-/i.test(name) ? response : set(name, value));
}

export async function openEmbeddedIdentity(options: IdentityOptions): Promise<EmbeddedIdentity> {
  const { issuer, publicOrigin, demo, filesNow, migratorUrl, onTrouble } = options;
  const pool = new pg.Pool({ connectionString: migratorUrl, application_name: 'diaba-identity', max: 4 });
  pool.on('error', (error) => onTrouble('a database connection of the identity was lost', error));
  await ensureIdentitySchema(pool);
  const keys = await ensureIdentityKeys(pool);
  const look: PageLook = {
    get files() {
      return filesNow();
    },
    publicOrigin,
    demo,
  };
  const configuration = providerConfiguration(options, keys, pool);
  const provider = new Provider(issuer, {
    ...configuration,
    features: {
      ...configuration.features,
      rpInitiatedLogout: {
        enabled: true,
        // Somebody who signed out here without coming from us.
        postLogoutSuccessSource: (ctx) => ctx.redirect('/'),
        logoutSource(ctx, form) {
          const { frame, policy } = identityFrame(look, {
            headers: ctx.headers,
            uiLocales: ctx.oidc.params?.ui_locales,
          });
          // The provider's own form: a hidden token and an address of ours.
          showPage(ctx, policy, leavingPage(frame, { markup: form }));
        },
      },
    },
    renderError(ctx, _out, error) {
      const { frame, policy } = identityFrame(look, { headers: ctx.headers, uiLocales: ctx.oidc?.params?.ui_locales });
      onTrouble('a sign-in could not go on', error);
      showPage(ctx, policy, signInGonePage(frame));
    },
  });
  provider.proxy = true;
  provider.on('server_error', (_ctx, error) => onTrouble('the identity failed', error));
  provider.on('backchannel.error', (_ctx, error) => onTrouble('a sign-out could not be passed on', error));
  const answer = provider.callback();
  const { pathname } = new URL(issuer);
  const { host, protocol } = new URL(publicOrigin);

  const facts = { issuer, audience: options.audience, keys, pool };
  const route: RequestListener = (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    if (/^\/login\/[\w-]+$/.test(path)) return openSignInDoor(provider, pool, look, request, response);
    if (path === USERINFO && request.method === 'GET') return openUserinfoDoor(facts, request, response);
    refuseOtherOrigins(request, response);
    return answer(request, response);
  };

  const handle: RequestListener = (request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(`${pathname}/`)) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"Realm does not exist"}');
      return;
    }
    // Addresses are made from the configured one, whatever the request claims.
    for (const name of Object.keys(request.headers)) if (name.startsWith('x-forwarded-')) delete request.headers[name];
    Object.assign(request.headers, { host, 'x-forwarded-proto': protocol.slice(0, -1) });
    Object.assign(request, { originalUrl: url });
    request.url = url.slice(pathname.length);
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    const work = route(request, response);
    Promise.resolve(work).catch((error: unknown) => {
      onTrouble('the identity failed', error);
      if (!response.headersSent) response.writeHead(503, { 'retry-after': '5' });
      response.end();
    });
  };
  return { handle, keys, close: () => pool.end() };
}
