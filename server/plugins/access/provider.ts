import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  refreshTokenGrant,
} from 'openid-client';
import { Problem } from '../../domain/problem/problem.ts';
import { IDLE_S } from '../../domain/session/session-duration.ts';
import type { TokenReply } from '../keycloak.ts';
import { CLOCK_AHEAD_S } from './verify-token.ts';

export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** Where the provider sends the browser after a sign-out. */
  readonly afterSignOut: string;
}

/** What must still be there when the browser comes back. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Provider {
  jwksUri(): Promise<string>;
  authorizationUrl(attempt: SignInAttempt, language: string): Promise<string>;
  /** Exchanges the code in `query`; a refused one is sign_in.failed. */
  exchange(query: string, attempt: SignInAttempt): Promise<TokenReply>;
  /** Null where the provider says no: the session has ended there. */
  refresh(refreshToken: string): Promise<TokenReply | null>;
  signOutUrl(idToken: string): Promise<string>;
}

/** A slow provider must not hold a session's row, and those who wait for it, for longer. */
const TIMEOUT_S = 4;

/** "Too slow" and "too many": of those who ask, not of what they ask. */
const LATER = new Set([408, 429]);

/** Replies that say no, as against no reply or one that says the provider is in trouble. */
function isRefusal(error: unknown): boolean {
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status === 'number') return status >= 400 && status < 500 && !LATER.has(status);
  return (
    code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR' ||
    code === 'OAUTH_INVALID_RESPONSE' ||
    code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'
  );
}

/** The provider as seen by a signing-in browser. It is asked for its addresses when the first of them is needed. */
export function createProvider(options: ProviderOptions): Provider {
  const { issuer, clientId, clientSecret, redirectUri, afterSignOut } = options;
  let known: Promise<Configuration> | undefined;
  const unavailable = (error: unknown) => new Problem('identity.unavailable', { cause: error, retryAfter: 5 });

  function configuration(): Promise<Configuration> {
    known ??= discovery(
      new URL(issuer),
      clientId,
      { id_token_signed_response_alg: 'RS256', [clockTolerance]: CLOCK_AHEAD_S },
      ClientSecretBasic(clientSecret),
      {
        timeout: TIMEOUT_S,
        ...(issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : {}),
      },
    ).catch((error: unknown) => {
      known = undefined;
      throw unavailable(error);
    });
    return known;
  }

  return {
    async jwksUri() {
      const { jwks_uri } = (await configuration()).serverMetadata();
      if (!jwks_uri) throw unavailable(new Error('the provider names no keys'));
      return jwks_uri;
    },
    async authorizationUrl({ state, nonce, verifier }, language) {
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        // Names come in the access token, which stays here; the ID token is part of an address at sign-out.
        scope: 'openid',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ui_locales: language,
        // Who left her desk alone until its session ended is asked for her password, not only for a click.
        max_age: String(IDLE_S),
      });
      return url.href;
    },
    async exchange(query, { state, nonce, verifier }) {
      const found = await configuration();
      try {
        return await authorizationCodeGrant(found, new URL(`${redirectUri}?${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
      } catch (error) {
        if (isRefusal(error)) throw new Problem('sign_in.failed', { cause: error });
        throw unavailable(error);
      }
    },
    async refresh(refreshToken) {
      const found = await configuration();
      try {
        return await refreshTokenGrant(found, refreshToken);
      } catch (error) {
        if (isRefusal(error)) return null;
        throw unavailable(error);
      }
    },
    async signOutUrl(idToken) {
      const url = buildEndSessionUrl(await configuration(), {
        id_token_hint: idToken,
        post_logout_redirect_uri: afterSignOut,
      });
      return url.href;
    },
  };
}
