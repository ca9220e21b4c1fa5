/** Who acts: a person in a session, a program with a person's token, or a service. */
import type { Role } from './role.ts';

export interface Actor {
  /** Subject of the identity provider: what audit rows name. */
  readonly id: string;
  /** For the screen of the person herself; never for a log. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Codes of the communes the actor acts in, or '*' for all. */
  readonly communes: readonly string[] | '*';
  /** The provider's session; null for a service, which has none. */
  readonly sid: string | null;
  /** Client the token was made for. */
  readonly azp: string;
  readonly kind: 'session' | 'bearer' | 'service';
  /** Identity number, 12 digits, where the provider vouches for it: only to find what is the actor's own. Never for a log or a reply. */
  readonly identityNumber?: string;
}

const COMMUNE = /^[0-9]{5}$/;

/**
 * The claim `communes` of a token: a list of codes or '*'. What does not look like one counts as nothing, since
 * row-level security joins the codes with commas.
 */
export function communesOf(claim: unknown): Actor['communes'] {
  const listed = Array.isArray(claim) ? claim : typeof claim === 'string' ? [claim] : [];
  if (listed.includes('*')) return '*';
  return [...new Set(listed.filter((code): code is string => typeof code === 'string' && COMMUNE.test(code)))];
}

/** Whether the actor has one of the roles. */
export const hasRole = (actor: Pick<Actor, 'roles'>, roles: readonly Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role));

/** Whether the actor acts in this commune. */
export const actsIn = (actor: Pick<Actor, 'communes'>, commune: string): boolean =>
  actor.communes === '*' || actor.communes.includes(commune);
