import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { Role } from '../../domain/role.ts';
import type { IdentityKeys } from './identity-keys.ts';

export interface MintOptions {
  readonly issuer: string;
  readonly audience: string;
  /** A registered service client: the token belongs to no session. */
  readonly clientId: string;
  readonly roles: readonly Role[];
  readonly communes: readonly string[] | '*';
}

/** Minutes such a token lasts: no token is accepted for longer. */
export const MINTED_MINUTES = 15;

/** A bearer token for the command line, signed with the embedded identity's own key. */
export async function mintToken({ signing }: IdentityKeys, options: MintOptions): Promise<string> {
  const { issuer, audience, clientId, roles, communes } = options;
  return new SignJWT({
    typ: 'Bearer',
    azp: clientId,
    preferred_username: clientId,
    realm_access: { roles },
    communes: communes === '*' ? ['*'] : communes,
  })
    .setProtectedHeader({ alg: 'RS256', kid: signing.kid!, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(clientId)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${MINTED_MINUTES}m`)
    .sign(await importJWK(signing, 'RS256'));
}
