/**
 * How long a session lives, seconds: limits of Keycloak's own that our provider has too, and docs/keycloak/diaba-realm.json
 * names. A session ends after so long without a request of somebody who is there, and in any case after its lifetime.
 */
export const IDLE_S = 30 * 60;
export const LIFETIME_S = 10 * 3600;
/** An access token: for so long a session is good without the provider being asked again. */
export const ACCESS_S = 5 * 60;
