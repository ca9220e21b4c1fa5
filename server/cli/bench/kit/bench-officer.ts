import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IdentitySettings } from '../../../plugins/access/identity.ts';
import { BENCH_COMMUNE } from '../large-file.ts';

export interface BenchStaff {
  readonly identity: Omit<IdentitySettings, 'sessionSecret'>;
  /** Headers of somebody with this role in these communes, for half an hour. */
  as(role: 'officer' | 'approver', communes: readonly string[], name: string): { readonly authorization: string };
}

export interface BenchOfficer {
  readonly identity: BenchStaff['identity'];
  readonly headers: { readonly authorization: string };
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Staff of a provider that is not there: the measured server knows its keys from a file, as one does that was started while its
 * provider is away.
 */
export async function createBenchStaff(folder: string): Promise<BenchStaff> {
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
  return {
    identity,
    as(role, communes, name) {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: identity.issuer,
        aud: identity.audience,
        azp: identity.clientId,
        typ: 'Bearer',
        sub: name,
        sid: name,
        jti: randomUUID(),
        iat: now,
        exp: now + 1_800,
        realm_access: { roles: [role] },
        communes,
      };
      const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'bench' })}.${part(claims)}`;
      const signature = sign('sha256', Buffer.from(signed), privateKey).toString('base64url');
      return { authorization: `Bearer ${signed}.${signature}` };
    },
  };
}

export async function createBenchOfficer(folder: string): Promise<BenchOfficer> {
  const { identity, as } = await createBenchStaff(folder);
  return { identity, headers: as('officer', [BENCH_COMMUNE], 'bench') };
}
