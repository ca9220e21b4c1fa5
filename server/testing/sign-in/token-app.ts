import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../domain/role.ts';
import { openTestApp, TEST_IDENTITY, type TestApp } from '../test-app.ts';
import { signToken, type TokenMaker } from './bad-tokens.ts';

export interface TokenApp extends TestApp {
  readonly maker: TokenMaker;
  /** Folder with the keys the server remembers: another process that reads them knows the same people. */
  readonly cacheDir: string;
  /** Headers of somebody with this role in these communes (`*` for all). */
  as(role: Role | readonly Role[], communes?: readonly string[], sub?: string): { authorization: string };
}

/**
 * The real server, whose identity provider is away but whose keys it remembers from before (key-set.ts): a test can
 * then be anybody, without signing in.
 */
export async function openTokenApp(...[config, parts, given]: Parameters<typeof openTestApp>): Promise<TokenApp> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const cacheDir = mkdtempSync(join(tmpdir(), 'diaba-token-app-'));
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' };
  writeFileSync(join(cacheDir, 'identity-keys.json'), JSON.stringify({ keys: [jwk] }));
  const identity = { ...TEST_IDENTITY, serviceClients: ['diaba-service'], cacheDir };
  const opened = await openTestApp({ ...config, identity }, parts, given);
  const maker: TokenMaker = { ...identity, serviceClient: 'diaba-service', key: privateKey, kid: 'test' };
  return {
    ...opened,
    maker,
    cacheDir,
    as: (role, communes = ['99001'], sub = `test-${[role].flat().join('-')}`) => ({
      authorization: `Bearer ${signToken(maker, { sub, sid: `sid-${sub}`, realm_access: { roles: [role].flat() }, communes })}`,
    }),
    async close() {
      await opened.close();
      rmSync(cacheDir, { recursive: true });
    },
  };
}
