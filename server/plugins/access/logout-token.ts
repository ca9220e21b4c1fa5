import { errors, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Problem } from '../../domain/problem/problem.ts';
import type { LogoutNotice } from '../../registry/session/end-provider-session.ts';
import { verifyToken } from './verify-token.ts';

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * Whether a token says that it is a logout token. The header's `logout+jwt` is what the standard recommends and Keycloak writes since 25;
 * before, it wrote `JWT` there, as in every token, and `typ: Logout` among the claims, which no other token of it has.
 */
const isLogoutType = (header: string | undefined, { typ }: JWTPayload): boolean =>
  /^(application\/)?logout\+jwt$/i.test(header ?? '') || (/^(|JWT)$/i.test(header ?? '') && typ === 'Logout');

/**
 * Checks a logout token (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6): signed by the provider for our client,
 * of the type that nothing else has, about a session or a subject, at most two minutes old, and no ID token (nonce).
 */
export async function checkLogoutToken(
  keys: JWTVerifyGetKey,
  token: string,
  { issuer, clientId }: { issuer: string; clientId: string },
): Promise<LogoutNotice> {
  try {
    const { payload, type } = await verifyToken(token, keys, {
      issuer,
      audience: clientId,
      requiredClaims: ['iat', 'jti', 'events'],
      maxAgeS: 120,
    });
    if (!isLogoutType(type, payload)) throw new errors.JWTInvalid('not of the type of a logout token');
    const { jti, sub, sid, events } = payload as { jti: string; sub?: string; sid?: unknown; events?: unknown };
    const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, LOGOUT_EVENT);
    if (!isLogout) throw new errors.JWTInvalid('not a logout event');
    if (Object.hasOwn(payload, 'nonce')) throw new errors.JWTInvalid('a nonce makes it an ID token');
    if (typeof jti !== 'string' || jti === '') throw new errors.JWTInvalid('jti is empty');
    const about = { sid: typeof sid === 'string' && sid ? sid : null, subject: sub || null };
    if (about.sid === null && about.subject === null) throw new errors.JWTInvalid('neither sid nor sub');
    // PostgreSQL has no text with a NUL; whose session it would be nobody has.
    if (/[\p{Cc}\p{Cs}]/u.test(`${jti}${about.sid ?? ''}${about.subject ?? ''}`))
      throw new errors.JWTInvalid('a key with control characters');
    return { jti, issuedAt: new Date(payload.iat! * 1000), ...about };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new Problem('sign_out.refused', { cause: error });
    throw error;
  }
}
