import { type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type pg from 'pg';
import type { Role } from '../../domain/role.ts';
import { ACCESS_S, IDLE_S, LIFETIME_S } from '../../domain/session/session-duration.ts';
import { type DemoAccount, findDemoAccount } from './demo-accounts.ts';
import type { IdentityKeys } from './identity-keys.ts';
import { createPostgresAdapter } from './postgres-adapter.ts';

/** A program that signs in for itself. */
export interface ServiceClient {
  readonly clientId: string;
  readonly secret: string;
  readonly roles: readonly Role[];
  readonly communes: readonly string[] | '*';
}

export interface ProviderFacts {
  readonly issuer: string;
  readonly publicOrigin: string;
  readonly audience: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly services: readonly ServiceClient[];
  /** Whether the demonstration's accounts may sign in. */
  readonly demo: boolean;
  /** Communes of the demonstration. */
  readonly listCommunes: () => Promise<readonly string[]>;
}

/** Where userinfo-door.ts answers. */
export const USERINFO = '/protocol/openid-connect/userinfo';
/** The register's API as a resource; its audience is what tokens name. */
const RESOURCE = 'urn:diaba:api';
const SCOPES = 'openid';

/** Lives in seconds. */
const ttl = {
  AccessToken: ACCESS_S,
  ClientCredentials: ACCESS_S,
  IdToken: ACCESS_S,
  AuthorizationCode: 60,
  Interaction: 600,
  RefreshToken: IDLE_S,
  Session: LIFETIME_S,
  Grant: LIFETIME_S,
};

async function rightsOf(account: DemoAccount, facts: ProviderFacts): Promise<Record<string, unknown>> {
  const { name, userName, communes, nationalId } = account;
  return {
    name,
    preferred_username: userName,
    realm_access: { roles: [userName] },
    communes: communes === 'all' ? ['*'] : communes === 'none' ? [] : await facts.listCommunes(),
    ...(nationalId ? { national_id: nationalId } : {}),
  };
}

/** What makes an access token of ours look like Keycloak's. */
async function claimsOf(
  token: { kind: string; accountId?: string; clientId?: string; sid?: string },
  facts: ProviderFacts,
): Promise<Record<string, unknown>> {
  const own = { typ: 'Bearer', azp: token.clientId, ...(token.sid ? { sid: token.sid } : {}) };
  if (token.kind === 'ClientCredentials') {
    const service = facts.services.find(({ clientId }) => clientId === token.clientId);
    return { ...own, realm_access: { roles: service?.roles ?? [] }, communes: service?.communes ?? [] };
  }
  const account = findDemoAccount(token.accountId ?? '');
  return account ? { ...own, ...(await rightsOf(account, facts)) } : own;
}

/** Nobody is asked whether our own client may know who signs in. */
async function grantToOwnClient(ctx: KoaContextWithOIDC) {
  const { session, client, provider, result } = ctx.oidc;
  const known = result?.consent?.grantId ?? session?.grantIdFor(client!.clientId);
  const found = known ? await provider.Grant.find(known) : undefined;
  if (found) return found;
  const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
  grant.addOIDCScope(SCOPES);
  grant.addResourceScope(RESOURCE, '');
  await grant.save();
  return grant;
}

function clientsOf(facts: ProviderFacts): Configuration['clients'] {
  return [
    {
      client_id: facts.clientId,
      client_secret: facts.clientSecret,
      redirect_uris: [`${facts.publicOrigin}/auth/callback`],
      post_logout_redirect_uris: [`${facts.publicOrigin}/`],
      backchannel_logout_uri: `${facts.publicOrigin}/auth/backchannel-logout`,
      backchannel_logout_session_required: true,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      id_token_signed_response_alg: 'RS256',
    },
    ...facts.services.map(({ clientId, secret }) => ({
      client_id: clientId,
      client_secret: secret,
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
    })),
  ];
}

/** Everything the provider is told: Keycloak's paths, our look, our claims, PostgreSQL. */
export function providerConfiguration(facts: ProviderFacts, keys: IdentityKeys, pool: pg.Pool): Configuration {
  const { pathname } = new URL(facts.issuer);
  const base = interactionPolicy.base();
  const openid = '/protocol/openid-connect';
  return {
    adapter: createPostgresAdapter(pool),
    clients: clientsOf(facts) ?? [],
    jwks: { keys: [keys.signing as never] },
    cookies: {
      keys: [keys.cookie],
      names: { session: 'identity_session', interaction: 'identity_interaction', resume: 'identity_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true, path: `${pathname}/` },
      short: { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true },
    },
    routes: {
      authorization: `${openid}/auth`,
      token: `${openid}/token`,
      jwks: `${openid}/certs`,
      end_session: `${openid}/logout`,
      revocation: `${openid}/revoke`,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      backchannelLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: facts.audience,
          accessTokenTTL: ttl.AccessToken,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    pkce: { required: () => true },
    scopes: SCOPES.split(' '),
    // The ID token names the session in the address of a sign-out: no name of a person in it.
    claims: { openid: ['sub', 'typ'] },
    responseTypes: ['code'],
    discovery: { userinfo_endpoint: `${facts.issuer}${USERINFO}` },
    conformIdTokenClaims: false,
    interactions: { policy: base, url: (_ctx, { uid }) => `${pathname}/login/${uid}` },
    loadExistingGrant: grantToOwnClient,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    ttl,
    clockTolerance: 5,
    async findAccount(_ctx, id) {
      const account = facts.demo ? findDemoAccount(id) : undefined;
      if (!account) return undefined;
      return { accountId: id, claims: async () => ({ sub: id, typ: 'ID' }) };
    },
    formats: {
      customizers: {
        async jwt(_ctx, token, jwt) {
          const { client_id: _ours, ...payload } = jwt.payload;
          jwt.payload = { ...payload, ...(await claimsOf(token as never, facts)) };
        },
      },
    },
    // SSRF protection refuses loopback, which is exactly where our own back-channel door is.
    fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
  };
}
