/**
 * Everything that is used of keycloak-connect: the grant, a signed-in person's token set. Its own check of a token takes
 * RS256 only, fetches keys without a time limit and lets an answer that is no JSON end the process, so the set is
 * checked with our keys. Whether a token lets anybody in is decided in token-check.ts. docs/adr/0013 says why this file
 * is here and how to do without it.
 */
import type { JWTVerifyGetKey } from 'jose';
import GrantManager from 'keycloak-connect/middleware/auth-utils/grant-manager.js';
import { verifyToken } from './access/verify-token.ts';

export interface TokenSet {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Null where a refresh brought none. */
  readonly idToken: string | null;
}

/** The token endpoint's reply. */
export interface TokenReply {
  readonly access_token: string;
  readonly refresh_token?: string | undefined;
  readonly id_token?: string | undefined;
}

export type HoldTokens = (reply: TokenReply) => Promise<TokenSet>;

export interface GrantRules {
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** For our client of one realm. Rejects a set whose tokens are not that realm's, not for us, or not of their kind. */
export function createTokenHolder(keys: JWTVerifyGetKey, rules: GrantRules): HoldTokens {
  const { issuer, audience, clientId, clientSecret } = rules;
  const manager = new GrantManager({
    realmUrl: issuer,
    clientId,
    secret: clientSecret,
    public: false,
    bearerOnly: false,
  });
  manager.validateToken = async (token, expectedType) => {
    if (token?.content.typ !== expectedType) throw new Error(`the provider sent no token of type ${expectedType}`);
    await verifyToken(token.token, keys, { issuer, audience: expectedType === 'ID' ? clientId : audience });
    return token;
  };
  return async (reply) => {
    const { access_token, refresh_token, id_token } = await manager.createGrant({ ...reply });
    if (!access_token) throw new Error('the provider sent no access token');
    return {
      accessToken: access_token.token,
      refreshToken: refresh_token?.token ?? null,
      idToken: id_token?.token ?? null,
    };
  };
}
