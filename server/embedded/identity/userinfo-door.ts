import type { IncomingMessage, ServerResponse } from 'node:http';
import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type pg from 'pg';
import { type DemoAccount, findDemoAccount } from './demo-accounts.ts';
import type { IdentityKeys } from './identity-keys.ts';

interface UserinfoFacts {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: IdentityKeys;
  readonly pool: pg.Pool;
}

async function readToken(facts: UserinfoFacts, authorization: string | undefined): Promise<JWTPayload | null> {
  const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const { kty, n, e, kid, alg } = facts.keys.signing;
  const publicKeys = createLocalJWKSet({ keys: [{ kty: kty!, n: n!, e: e!, kid: kid!, alg: alg! }] });
  try {
    return (await jwtVerify(token, publicKeys, { issuer: facts.issuer, audience: facts.audience })).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/** The account behind a token whose session still lasts. */
async function findSignedIn(facts: UserinfoFacts, payload: JWTPayload | null): Promise<DemoAccount | undefined> {
  if (!payload?.sub || typeof payload.sid !== 'string') return undefined;
  const { rowCount } = await facts.pool.query(
    `select from identity.entry where kind = 'Session' and expires_at > now() and payload->>'accountId' = $1
       and payload->'authorizations'->$2->>'sid' = $3`,
    [payload.sub, payload.azp, payload.sid],
  );
  return rowCount ? findDemoAccount(payload.sub) : undefined;
}

/**
 * Who a token speaks for. As at Keycloak the token that goes to the register is taken; oidc-provider's own endpoint
 * takes none that was made for a resource.
 */
export async function openUserinfoDoor(
  facts: UserinfoFacts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const account = await findSignedIn(facts, await readToken(facts, request.headers.authorization));
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  if (!account) {
    response.writeHead(401, { ...headers, 'www-authenticate': 'Bearer realm="diaba", error="invalid_token"' });
    response.end('{"error":"invalid_token"}');
    return;
  }
  response.writeHead(200, headers);
  response.end(JSON.stringify({ sub: account.id, name: account.name, preferred_username: account.userName }));
}
