import type { Actor } from '../../domain/actor.ts';

/** What is sealed in a session. The access token is not: once it was checked, nothing is done with it. */
export interface SessionContent {
  readonly actor: Actor;
  readonly refreshToken: string | null;
  /** Names the session to the provider when it is to be ended. */
  readonly idToken: string;
}

/** A session that may be acted on. */
export interface LiveSession extends SessionContent {
  readonly accessExpiresAt: Date;
}
