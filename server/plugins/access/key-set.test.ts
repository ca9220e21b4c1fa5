import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK, jwtVerify, SignJWT } from 'jose';
import { Problem } from '../../domain/problem/problem.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { createKeySet } from './key-set.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'diaba-keys-'));
});
after(() => rmSync(folder, { recursive: true }));

async function makeKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
  const sign = (as = kid) => new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: as }).sign(privateKey);
  return { jwk, sign };
}

/** A provider that counts how often it is asked, can be away, and a clock that is turned by hand. */
function stage(cacheFile: string | null = null) {
  const state = { keys: [] as JWK[], asked: 0, away: false, now: 1_000_000, troubles: 0 };
  const keySet = createKeySet({
    cacheFile,
    now: () => state.now,
    onTrouble: () => {
      state.troubles += 1;
    },
    async fetchKeys(): Promise<JSONWebKeySet> {
      state.asked += 1;
      if (state.away) throw new Error('away');
      return { keys: state.keys };
    },
  });
  return { state, accepts: async (token: string) => (await jwtVerify(token, keySet)) !== undefined };
}
const NO_KEY = { code: 'ERR_JWKS_NO_MATCHING_KEY' };

test('two hundred tokens with unknown keys ask the provider once; a known key goes on being accepted', async () => {
  const key = await makeKey('a');
  const { state, accepts } = stage();
  state.keys = [key.jwk];
  assert.ok(await accepts(await key.sign()));
  state.now += 31_000;
  const storm = await Promise.all(Array.from({ length: 200 }, (_, n) => key.sign(`unknown-${n}`)));
  const refused = await Promise.allSettled(storm.map(accepts));
  assert.ok(notEmpty(refused).every(({ status }) => status === 'rejected'));
  assert.equal(state.asked, 2);
  assert.ok(await accepts(await key.sign()));
});

test('a new key of the provider is found as soon as the cooldown allows', async () => {
  const [old, fresh] = [await makeKey('old'), await makeKey('new')];
  const { state, accepts } = stage();
  state.keys = [old.jwk];
  assert.ok(await accepts(await old.sign()));
  state.keys = [fresh.jwk];
  await assert.rejects(accepts(await fresh.sign()), NO_KEY, 'asked a moment ago');
  state.now += 30_001;
  assert.ok(await accepts(await fresh.sign()));
  await assert.rejects(accepts(await old.sign()), NO_KEY, 'what the provider withdrew is withdrawn here');
});

test('a restart without the provider uses the keys of before; a torn file counts as none', async () => {
  const key = await makeKey('kept');
  const file = join(folder, 'identity-keys.json');
  const first = stage(file);
  first.state.keys = [key.jwk];
  assert.ok(await first.accepts(await key.sign()));
  assert.deepEqual(readdirSync(folder), ['identity-keys.json'], 'nothing half-written is left');
  const second = stage(file);
  second.state.away = true;
  assert.ok(await second.accepts(await key.sign()));
  assert.equal(second.state.troubles, 1);
});

test('without any key the answer is to come again, and the provider is not hammered', async () => {
  const key = await makeKey('never');
  const { state, accepts } = stage(join(folder, 'absent.json'));
  state.away = true;
  const token = await key.sign();
  for (let n = 0; n < 20; n += 1) {
    await assert.rejects(accepts(token), (error) => error instanceof Problem && error.code === 'identity.unavailable');
  }
  assert.equal(state.asked, 1);
  state.away = false;
  state.keys = [key.jwk];
  state.now += 30_001;
  assert.ok(await accepts(token));
});

test('a stale set is renewed, and kept where that fails', async () => {
  const key = await makeKey('a');
  const { state, accepts } = stage();
  state.keys = [key.jwk];
  assert.ok(await accepts(await key.sign()));
  state.now += 11 * 60_000;
  state.away = true;
  assert.ok(await accepts(await key.sign()));
  assert.deepEqual([state.asked, state.troubles], [2, 1]);
});
