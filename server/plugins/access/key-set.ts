import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { Problem } from '../../domain/problem/problem.ts';

export interface KeySetOptions {
  /** Asks the provider for its keys. */
  readonly fetchKeys: () => Promise<JSONWebKeySet>;
  /** Where the last set is kept, so that a restart does not need the provider; null keeps none. */
  readonly cacheFile: string | null;
  /** Told when keys could not be fetched or kept; tokens signed with known keys go on being accepted. */
  readonly onTrouble: (error: unknown) => void;
  readonly now?: () => number;
}

/** A set older than this is fetched again with the next token. */
const STALE_MS = 10 * 60_000;
/** However many tokens name a key we do not have, the provider is asked no more often than this. */
const COOLDOWN_MS = 30_000;

function readCache(file: string | null): JSONWebKeySet | undefined {
  if (file === null) return undefined;
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as JSONWebKeySet;
    return Array.isArray(found.keys) ? found : undefined;
  } catch (error) {
    // Absent before the first start, or torn by a power cut: the provider has the keys.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The provider's signing keys for jose. Known keys are used without asking; an unknown one is looked for once per
 * cooldown; a provider that does not answer leaves the last set in use. jose's own createRemoteJWKSet does less: it
 * fails where a set is stale and the provider away, keeps none over a restart, and reaches the provider by itself and not
 * by the client that follows our settings.
 */
export function createKeySet({ fetchKeys, cacheFile, onTrouble, now = Date.now }: KeySetOptions): JWTVerifyGetKey {
  const kept = readCache(cacheFile);
  let keys = kept && createLocalJWKSet(kept);
  let fetchedAt = -Infinity;
  let triedAt = -Infinity;
  let pending: Promise<void> | undefined;

  async function fetchOnce(): Promise<void> {
    triedAt = now();
    try {
      const found = await fetchKeys();
      keys = createLocalJWKSet(found);
      fetchedAt = now();
      if (cacheFile !== null) {
        writeFileSync(`${cacheFile}.${process.pid}`, JSON.stringify(found), { mode: 0o600 });
        renameSync(`${cacheFile}.${process.pid}`, cacheFile);
      }
    } catch (error) {
      onTrouble(error);
    }
  }
  const refresh = (): Promise<void> => {
    if (now() - triedAt < COOLDOWN_MS && !pending) return Promise.resolve();
    pending ??= fetchOnce().finally(() => {
      pending = undefined;
    });
    return pending;
  };

  return async (header, token) => {
    if (!keys || now() - fetchedAt > STALE_MS) await refresh();
    if (!keys) throw new Problem('identity.unavailable', { retryAfter: 5 });
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await refresh();
      return keys(header, token);
    }
  };
}
