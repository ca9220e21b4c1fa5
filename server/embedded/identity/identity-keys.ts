import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type pg from 'pg';

export interface IdentityKeys {
  /** Private signing key, with its kid. */
  readonly signing: JWK;
  /** Signs the provider's own cookies. */
  readonly cookie: string;
}

async function makeKeys(): Promise<IdentityKeys> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const jwk = await exportJWK(privateKey);
  const signing = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' };
  return { signing, cookie: randomBytes(32).toString('base64url') };
}

/** The keys of this register's embedded identity; made once, whoever comes first. */
export async function ensureIdentityKeys(pool: pg.Pool): Promise<IdentityKeys> {
  const find = async () =>
    (await pool.query<{ value: IdentityKeys }>("select value from identity.secret where name = 'keys'")).rows[0]?.value;
  const found = await find();
  if (found) return found;
  await pool.query("insert into identity.secret values ('keys', $1) on conflict do nothing", [await makeKeys()]);
  return (await find())!;
}
