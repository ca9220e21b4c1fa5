import { errors, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { type Actor, communesOf } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { rolesOf } from '../../domain/role.ts';
import { verifyToken } from './verify-token.ts';

export interface TokenRules {
  readonly issuer: string;
  /** Our name as a resource: a token for somebody else is nothing to us, however well it is signed. */
  readonly audience: string;
  /** Clients that may call us with a person's token (`azp`). */
  readonly clients: readonly string[];
  /** Clients that act for themselves: their tokens have no session. */
  readonly serviceClients: readonly string[];
}

/** What a token says once everything about it was checked. */
export interface CheckedToken {
  readonly actor: Actor;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

export type TokenCheck = (token: string, kind?: 'session' | 'bearer') => Promise<CheckedToken>;

/** Longest life of an access token, whatever it says itself. */
const MAX_AGE_S = 15 * 60;

/** The claim `national_id`; what does not look like one vouches for nothing. */
const IDENTITY_NUMBER = /^[0-9]{12}$/;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** A subject and a session are keys: control characters are no part of one, and PostgreSQL has no text with a NUL. */
const isKey = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text);
/** A name is for the screen: what cannot be seen, or turns the letters around it, is left out. */
const shownName = (value: unknown): string =>
  textOf(value)
    .replace(/[\s\p{Cc}\p{Cs}\p{Bidi_Control}]+/gu, ' ')
    .trim();

function readActor(payload: JWTPayload, rules: TokenRules, kind: 'session' | 'bearer'): Actor {
  const azp = textOf(payload.azp);
  const isService = rules.serviceClients.includes(azp);
  const sid = textOf(payload.sid) || null;
  if (payload.typ !== 'Bearer') throw new errors.JWTInvalid('typ is not Bearer');
  if (!payload.sub || !isKey(payload.sub)) throw new errors.JWTInvalid('sub is empty or no key');
  if (sid !== null && !isKey(sid)) throw new errors.JWTInvalid('sid is no key');
  if (!isService && !rules.clients.includes(azp)) throw new errors.JWTInvalid('azp is not a client of ours');
  if (!isService && sid === null) throw new errors.JWTInvalid('sid is missing');
  const number =
    typeof payload.national_id === 'string' && IDENTITY_NUMBER.test(payload.national_id)
      ? payload.national_id
      : undefined;
  const listed = (payload.realm_access as { roles?: unknown } | undefined)?.roles;
  return {
    id: payload.sub,
    name: shownName(payload.name) || shownName(payload.preferred_username) || azp,
    roles: Array.isArray(listed) ? rolesOf(listed) : [],
    communes: communesOf(payload.communes),
    sid,
    azp,
    kind: isService ? 'service' : kind,
    ...(isService || number === undefined ? {} : { identityNumber: number }),
  };
}

/**
 * The check of an access token, the same for a program's bearer and for what a sign-in brings. A token that fails is
 * refused without saying why to whoever sent it.
 */
export function createTokenCheck(keys: JWTVerifyGetKey, rules: TokenRules): TokenCheck {
  return async (token, kind = 'bearer') => {
    try {
      const { payload } = await verifyToken(token, keys, {
        issuer: rules.issuer,
        audience: rules.audience,
        requiredClaims: ['exp', 'iat', 'sub', 'azp'],
        maxAgeS: MAX_AGE_S,
      });
      const actor = readActor(payload, rules, kind);
      const [iat, exp] = [payload.iat!, payload.exp!];
      // A realm with longer tokens is asked again all the same: what it said of roles and communes is as old as that.
      return { actor, issuedAt: new Date(iat * 1000), expiresAt: new Date(Math.min(exp, iat + MAX_AGE_S) * 1000) };
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new Problem('token.refused', { cause: error });
      throw error;
    }
  };
}
