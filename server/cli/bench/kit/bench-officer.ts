import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IdentitySettings } from '../../../plugins/access/identity.ts';
import { BENCH_COMMUNE } from '../large-file.ts';

export interface BenchOfficer {
  readonly identity: Omit<IdentitySettings, 'sessionSecret'>;
  readonly headers: { readonly authorization: string };
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * An officer for an hour, of a provider that is not there: the measured server knows its keys from a file, as one does
 * that was started while its provider is away.
 */
export async function createBenchOfficer(folder: string): Promise<BenchOfficer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'bench', alg: 'RS256', use: 'sig' };
  await writeFile(join(folder, 'identity-keys.json'), JSON.stringify({ keys: [jwk] }));
  const identity = {
    issuer: 'http://127.0.0.1:9/realms/diaba',
    clientId: 'diaba',
    clientSecret: 'bench',
    audience: 'diaba-api',
    bearerClients: [],
    serviceClients: [],
    cacheDir: folder,
  };
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: identity.issuer,
    aud: identity.audience,
    azp: identity.clientId,
    typ: 'Bearer',
    sub: 'bench',
    sid: 'bench',
    jti: randomUUID(),
    iat: now,
    exp: now + 1_800,
    realm_access: { roles: ['officer'] },
    communes: [BENCH_COMMUNE],
  };
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'bench' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), privateKey).toString('base64url');
  return { identity, headers: { authorization: `Bearer ${signed}.${signature}` } };
}
