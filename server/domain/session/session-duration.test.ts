import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ACCESS_S, IDLE_S, LIFETIME_S } from './session-duration.ts';

test('the realm that Keycloak is set up with has the durations of our own provider', async () => {
  const realm = JSON.parse(await readFile(new URL('../../../docs/keycloak/diaba-realm.json', import.meta.url), 'utf8'));
  assert.deepEqual(
    [realm.accessTokenLifespan, realm.ssoSessionIdleTimeout, realm.ssoSessionMaxLifespan],
    [ACCESS_S, IDLE_S, LIFETIME_S],
  );
});
