import { hkdfSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Config } from '../../config.ts';
import type { IdentitySettings } from '../../plugins/access/identity.ts';
import type { Registry } from './open-registry.ts';

/** The client under which `npm run admin -- token` acts: a service, since nobody signed in for it. */
export const ADMIN_CLIENT = 'diaba-admin';

/** The configured Keycloak, or the embedded identity: the doors cannot tell one from the other. */
export function identitySettings(
  config: Pick<Config, 'keycloak' | 'keycloakAudience' | 'storageDir'>,
  { sessionSecret }: Pick<Registry, 'sessionSecret'>,
  publicUrl: string,
): IdentitySettings {
  mkdirSync(config.storageDir, { recursive: true });
  return {
    ...(config.keycloak ?? {
      issuer: `${new URL(publicUrl).origin}/realms/diaba`,
      clientId: 'diaba',
      // Both ends are this process, or another one on the same database.
      clientSecret: Buffer.from(hkdfSync('sha256', sessionSecret, '', 'diaba embedded client', 32)).toString(
        'base64url',
      ),
      bearerClients: [],
      serviceClients: [ADMIN_CLIENT],
    }),
    audience: config.keycloakAudience,
    sessionSecret,
    cacheDir: config.storageDir,
  };
}
