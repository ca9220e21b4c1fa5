/** Sessions in the database itself: two processes, a connection that dies, a sign-out in the middle of a renewal. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { closePools, openPools, type Pools } from '../../db/kit/pools.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asSuperuser } from '../../embedded/ensure-database.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { closeSession } from './close-session.ts';
import { endProviderSession } from './end-provider-session.ts';
import { findSession } from './find-session.ts';
import { openSession } from './open-session.ts';
import { renewSession } from './renew-session.ts';
import { requireNotEnded } from './require-not-ended.ts';
import { createSessionCipher } from './session-cipher.ts';
import type { LiveSession } from './session-content.ts';

let database: TestDatabase;
let one: Pools;
let two: Pools;
let owner: pg.Client;
const cipher = createSessionCipher(Buffer.alloc(32, 3), 'session');
before(async () => {
  database = await createTestDatabase();
  one = openPools(database.urls, () => undefined);
  two = openPools(database.urls, () => undefined);
  owner = new pg.Client({ connectionString: database.urls.migrator });
  await owner.connect();
});
beforeEach(() => owner.query('delete from session.session; delete from session.ended'));
after(async () => {
  await owner.end();
  await closePools(one);
  await closePools(two);
  await database.drop();
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const content = (sid: string, minutes: number): LiveSession => ({
  actor: { id: 'somebody', name: 'Ai đó', roles: ['officer'], communes: ['99001'], sid, azp: 'diaba', kind: 'session' },
  refreshToken: `refresh-of-${sid}`,
  idToken: 'id-token',
  accessExpiresAt: inMinutes(minutes),
});
const open = (sid: string, minutes = 5, former?: string) => openSession(one.app, cipher, content(sid, minutes), former);
const audit = async (action: string, sid: string) =>
  (await owner.query('select from audit.entry where action = $1 and subject_id = $2', [action, sid])).rowCount;

test('what was opened is found, by its id alone, and nothing of it can be read in the row', async () => {
  const id = await open('s1');
  const found = await findSession(two.app, cipher, id);
  assert.deepEqual(found, { ...content('s1', 5), accessExpiresAt: found!.accessExpiresAt });
  assert.equal(await findSession(two.app, cipher, `${id}x`), undefined);
  const { rows } = await owner.query('select encode(sealed, $1) || encode(id_hash, $1) as bytes from session.session', [
    'escape',
  ]);
  for (const secret of [id, 'refresh-of-s1', 'somebody']) assert.ok(!rows[0].bytes.includes(secret), secret);
  const stranger = createSessionCipher(Buffer.alloc(32, 4), 'session');
  assert.equal(await findSession(two.app, stranger, id), undefined, 'another SESSION_SECRET');
  assert.equal(await audit('session.open', 's1'), 1);
});

test('of many renewals at once, in two processes, one asks the provider and all get its answer', async () => {
  const id = await open('s2', -1);
  let asked = 0;
  const refresh = async () => {
    asked += 1;
    return content('s2', 5);
  };
  const renewals = await Promise.all(
    Array.from({ length: 8 }, (_, n) => renewSession((n % 2 ? one : two).app, cipher, id, refresh)),
  );
  assert.equal(asked, 1);
  for (const renewed of notEmpty(renewals)) assert.ok(renewed!.accessExpiresAt > new Date());
});

test('a sign-out waits for a renewal under way, then leaves nothing of it', async () => {
  const id = await open('s3', -1);
  let closing: Promise<unknown> | undefined;
  await renewSession(one.app, cipher, id, async () => {
    closing = closeSession(two.app, cipher, id);
    return content('s3', 5);
  });
  await closing;
  assert.equal(await findSession(one.app, cipher, id), undefined);
  const refused = { sid: 's3', subject: 'somebody', issuedAt: new Date() };
  await assert.rejects(requireNotEnded(one.app, refused), (error) => (error as Problem).code === 'token.refused');
  assert.equal(await closeSession(two.app, cipher, id), null, 'twice is harmless');
  assert.equal(await audit('session.close', 's3'), 1);
});

test('a renewal after a sign-out asks nobody', async () => {
  const id = await open('s4', -1);
  await closeSession(one.app, cipher, id);
  const never = async () => assert.fail('the provider was asked');
  assert.equal(await renewSession(two.app, cipher, id, never), undefined);
});

test('a provider that says no ends the session; one that is away, or a fault of ours, changes nothing', async () => {
  const id = await open('s5', -1);
  const away = await renewSession(one.app, cipher, id, async () => 'unreachable');
  assert.equal(away!.refreshToken, 'refresh-of-s5');
  await assert.rejects(
    renewSession(one.app, cipher, id, async () => {
      throw new TypeError('ours');
    }),
    TypeError,
  );
  assert.ok(await findSession(one.app, cipher, id));
  assert.equal(await renewSession(one.app, cipher, id, async () => 'ended'), undefined);
  assert.equal(await findSession(one.app, cipher, id), undefined);
});

test('a connection that dies while the provider answers leaves the row as it was, and is a passing trouble', async () => {
  const id = await open('s6', -1);
  const killed = renewSession(one.app, cipher, id, async () => {
    await asSuperuser(database.cluster, database.name, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'diaba-app' and state = 'idle in transaction' and datname = current_database()`,
      ),
    );
    return content('s6', 5);
  });
  await assert.rejects(killed, (error) => error instanceof Problem && error.code === 'service.unavailable');
  const held = await findSession(two.app, cipher, id);
  assert.ok(held && held.accessExpiresAt < new Date());
  const renewed = await renewSession(two.app, cipher, id, async () => content('s6', 5));
  assert.ok(renewed!.accessExpiresAt > new Date(), 'the lock went with the connection');
});

test('a session that the provider ended before it was opened is not opened', async () => {
  const notice = { jti: 'n1', issuedAt: new Date(), sid: 's7', subject: null };
  assert.equal(await endProviderSession(one.app, notice), true);
  assert.equal(await endProviderSession(two.app, notice), false, 'a notice counts once');
  await assert.rejects(open('s7'), (error) => (error as Problem).code === 'session.expired');
  assert.equal(await audit('session.open', 's7'), 0);
});

test('the same notice twice at once is taken once', async () => {
  const notice = { jti: 'n2', issuedAt: new Date(), sid: null, subject: 'somebody' };
  const taken = await Promise.all([endProviderSession(one.app, notice), endProviderSession(two.app, notice)]);
  assert.deepEqual(taken.sort(), [false, true]);
});

test('an end of all of a subject’s sessions reaches those until then, not those after', async () => {
  const id = await open('s8');
  await endProviderSession(one.app, { jti: 'n3', issuedAt: new Date(), sid: null, subject: 'somebody' });
  assert.equal(await findSession(two.app, cipher, id), undefined);
  const later = await open('s9');
  assert.ok(await findSession(two.app, cipher, later));
  const token = (issuedAt: Date) => requireNotEnded(two.app, { sid: 's9', subject: 'somebody', issuedAt });
  await assert.rejects(token(inMinutes(-1)), Problem);
  await token(inMinutes(1));
});

test('opening another session in the same browser forgets the first, and ends nothing else', async () => {
  const first = await open('s10');
  const other = await open('s10');
  const second = await open('s10', 5, first);
  assert.equal(await findSession(one.app, cipher, first), undefined);
  assert.ok(await findSession(one.app, cipher, second));
  assert.ok(await findSession(one.app, cipher, other));
});

test('a page that nobody is at, and that only asks for news, does not keep its session from timing out', async () => {
  const id = await open('s9', 5);
  const age = (minutes: number) =>
    asSuperuser(database.cluster, database.name, (client) =>
      client.query('update session.session set last_seen_at = clock_timestamp() - make_interval(mins => $1)', [
        minutes,
      ]),
    );
  await age(29);
  assert.ok(await findSession(one.app, cipher, id, false), 'it is answered');
  await age(31);
  assert.equal(await findSession(one.app, cipher, id, false), undefined);
  assert.equal(await findSession(one.app, cipher, id), undefined, 'and whoever comes then signs in');
  await age(29);
  assert.ok(await findSession(one.app, cipher, id), 'somebody is there');
  const { rows } = await asSuperuser(database.cluster, database.name, (client) =>
    client.query(
      "select count(*)::int as seen from session.session where last_seen_at > clock_timestamp() - interval '1 minute'",
    ),
  );
  assert.deepEqual(rows, [{ seen: 1 }]);
});
