/** Watching land through its doors: what changes is told once it is registered, signed, again until it is taken, and to the owner alone. */
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { OpenedWatch, OpenWatch, Watch, WatchList } from '../domain/contract/watches.ts';
import type { OutgoingMessage } from '../domain/request/outgoing-message.ts';
import { foldChanges, HOOK_WAITS_S } from '../domain/watch/watch.ts';
import { bundleNotices, type NoticeTools, sendNextNotice } from '../registry/watch/send-notices.ts';
import { createWatchCipher } from '../registry/watch/watch-cipher.ts';
import { notEmpty } from '../testing/not-empty.ts';
import { CANARIES } from '../testing/plant/register-fixture.ts';
import { openTokenApp, type TokenApp } from '../testing/sign-in/token-app.ts';
import { TEST_CONFIG } from '../testing/test-app.ts';

let t: TokenApp;
let owner: Record<string, string>;
let other: Record<string, string>;
before(async () => {
  t = await openTokenApp({ rateLimits: { tiles: 1_000_000, others: 1_000_000 } });
  owner = t.as('business', [], 'one');
  other = t.as('business', [], 'two');
});
after(() => t.close());

const HOOK = 'https://client.example/hook';
const post = (url: string, payload: object, headers: Record<string, string>) =>
  t.app.inject({ method: 'POST', url, payload, headers: { 'idempotency-key': randomUUID(), ...headers } });
async function open(asked: OpenWatch, headers = owner): Promise<OpenedWatch> {
  const reply = await post('/api/watches', asked, headers);
  assert.equal(reply.statusCode, 201, reply.body);
  return reply.json();
}
const own = async (headers = owner): Promise<WatchList> =>
  (await t.app.inject({ url: '/api/watches', headers })).json();
const one = async (id: string): Promise<Watch> =>
  (await t.app.inject({ url: `/api/watches/${id}`, headers: owner })).json();

interface Call {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}
const calls: Call[] = [];
const mails: OutgoingMessage[] = [];
const cipher = createWatchCipher(TEST_CONFIG.personalDataKey);
const tools = (answer: Awaited<ReturnType<NoticeTools['post']>> = { kind: 'sent' }): NoticeTools => ({
  pool: t.pools.app,
  portal: t.pools.portal,
  cipher,
  publicUrl: 'https://diaba.example',
  mail: async (message) => {
    mails.push(message);
    return { kind: 'sent' };
  },
  post: async (url, body, headers) => {
    calls.push({ url, body, headers });
    return answer;
  },
});
/** Bundles, and sends everything that waits. */
async function tell(answer?: Awaited<ReturnType<NoticeTools['post']>>): Promise<void> {
  calls.length = 0;
  mails.length = 0;
  await bundleNotices(t.pools.app);
  while (await sendNextNotice(tools(answer)));
}

/** Another version of a parcel is registered in place of the one that holds, as a dealing does it. */
async function reregister(parcel: string): Promise<void> {
  await t.ownerClient.query('begin');
  await t.ownerClient.query(
    `update cadastre.parcel_version set status = 'historic', ended_at = now(), ended_by = raised_by where parcel_id = $1 and status = 'current'`,
    [parcel],
  );
  await t.ownerClient.query(
    `insert into cadastre.parcel_version (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, legal_area_m2, address,
       raised_by, registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
     select parcel_id, version_no + 1, sheet_id, parcel_no, parcel_code, 'current', 'LUC', area_m2, legal_area_m2, address, raised_by, now(),
       geom_legal, geom, geom_3857, label_3857, feature_point
     from cadastre.parcel_version where parcel_id = $1 order by version_no desc limit 1`,
    [parcel],
  );
  await t.ownerClient.query('commit');
}

test('a parcel, its commune and the ground it lies on are told of a change, each once, signed, with links alone', async () => {
  const [parcel] = t.register.twins;
  const [lon, lat] = t.register.centre;
  const [west, south, east, north] = [lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01];
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const watched = [
    await open({ parcelId: parcel, hook: HOOK, name: 'Thế chấp 17' }),
    await open({ commune: '99001', hook: HOOK }),
    await open({ area: { type: 'Polygon', coordinates: [ring] }, hook: HOOK }),
    await open({ commune: '99002', hook: HOOK }),
  ];
  await reregister(parcel);
  await tell();
  assert.equal(calls.length, 3, 'the other commune has not changed');
  for (const { url, body, headers } of notEmpty(calls)) {
    assert.equal(url, HOOK);
    const told = JSON.parse(body);
    assert.deepEqual(Object.keys(told), ['deliveryId', 'watchId', 'more', 'changes']);
    assert.deepEqual(
      told.changes.map(({ at, ...rest }: { at: string }) => [Number.isNaN(Date.parse(at)), rest]),
      [[false, { parcelId: parcel, change: 'changed', href: `https://diaba.example/api/portal/parcels/${parcel}` }]],
    );
    assert.equal(headers['idempotency-key'], told.deliveryId);
    const [, seconds, given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['diaba-signature'] ?? '') ?? [];
    const { secret } = watched.find(({ watch }) => watch.watchId === told.watchId)!;
    assert.equal(given, createHmac('sha256', secret!).update(`${seconds}.${body}`).digest('hex'));
    for (const canary of notEmpty(CANARIES)) assert.ok(!body.includes(canary));
    assert.ok(!body.includes('17'.concat('"')), 'not even what the owner calls it');
  }
  await tell();
  assert.equal(calls.length, 0, 'what was acknowledged is not told again');
});

test('a call is made again under its id until it is taken, later each time, and given up at last', async () => {
  const [, parcel] = t.register.twins;
  const { watch } = await open({ parcelId: parcel, hook: HOOK });
  await reregister(parcel);
  const mine = () => calls.filter(({ body }) => JSON.parse(body).watchId === watch.watchId);
  const due = () =>
    t.ownerClient.query(
      `update watch.delivery set next_at = clock_timestamp() where state = 'waiting' and watch_id = $1`,
      [watch.watchId],
    );
  await tell({ kind: 'later', error: 'hook_503' });
  const id = JSON.parse(mine()[0]!.body).deliveryId;
  let [delivery] = (await one(watch.watchId)).deliveries;
  assert.deepEqual([delivery?.state, delivery?.attempts, delivery?.error], ['waiting', 1, 'hook_503']);
  await tell();
  assert.deepEqual(mine(), [], 'not before its time');
  await due();
  await tell();
  assert.deepEqual(
    mine().map(({ body }) => JSON.parse(body).deliveryId),
    [id],
  );
  [delivery] = (await one(watch.watchId)).deliveries;
  assert.deepEqual([delivery?.state, delivery?.attempts, delivery?.changes], ['sent', 2, 1]);
  await reregister(parcel);
  for (const _ of notEmpty([0, ...HOOK_WAITS_S])) {
    await tell({ kind: 'later', error: 'hook_503' });
    await due();
  }
  [delivery] = (await one(watch.watchId)).deliveries;
  assert.deepEqual([delivery?.state, delivery?.attempts], ['failed', HOOK_WAITS_S.length + 1]);
});

test('two workers tell each change once; one that was lost is followed by another, and ends nothing that is no longer its own', async () => {
  const [parcel] = t.register.children;
  const { watch } = await open({ parcelId: parcel, hook: HOOK });
  await reregister(parcel);
  calls.length = 0;
  await Promise.all([bundleNotices(t.pools.app), bundleNotices(t.pools.app)]);
  await Promise.all([sendNextNotice(tools()), sendNextNotice(tools())]);
  while (await sendNextNotice(tools()));
  assert.equal(calls.filter(({ body }) => JSON.parse(body).watchId === watch.watchId).length, 1);
  await reregister(parcel);
  await bundleNotices(t.pools.app);
  let id = '';
  await sendNextNotice({
    ...tools(),
    post: async (_url, body) => {
      id = JSON.parse(body).deliveryId;
      await t.ownerClient.query(
        `update watch.delivery set taken_at = now() - interval '1 hour' where state = 'sending'`,
      );
      await bundleNotices(t.pools.app);
      while (await sendNextNotice(tools()));
      return { kind: 'later', error: 'hook_503' };
    },
  });
  const { rows } = await t.ownerClient.query('select state, attempts from watch.delivery where delivery_id = $1', [id]);
  assert.deepEqual(rows, [{ state: 'sent', attempts: 2 }]);
});

test('an address is mailed nothing but a code until the code comes back', async () => {
  const [, parcel] = t.register.children;
  const { watch, secret } = await open({ parcelId: parcel, mail: 'bank@example.vn', language: 'en' });
  assert.deepEqual([secret, watch.mailConfirmed], [null, false]);
  await reregister(parcel);
  await tell();
  assert.deepEqual(
    mails.map(({ to, subject }) => [to, subject]),
    [['bank@example.vn', 'Code to confirm your mail address']],
  );
  const code = /Code: (\d{8})/.exec(mails[0]!.text)![1]!;
  const confirm = (text: string, headers = owner) =>
    post(`/api/watches/${watch.watchId}/confirm`, { code: text }, headers);
  assert.equal((await confirm('00000000')).json().code, 'watch.code_wrong');
  assert.equal((await confirm(code, other)).json().code, 'watch.not_found');
  assert.equal((await confirm(code)).statusCode, 204);
  assert.equal((await confirm(code)).statusCode, 204);
  await reregister(parcel);
  await tell();
  assert.equal(mails.length, 1);
  assert.match(mails[0]!.text, new RegExp(`https://diaba.example/parcels/${parcel}: changed`));
  const { watch: guessed } = await open({ parcelId: parcel, mail: 'bank@example.vn' });
  for (const n of notEmpty([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
    assert.equal((await post(`/api/watches/${guessed.watchId}/confirm`, { code: `${n}` }, owner)).statusCode, 422);
  const late = await post(`/api/watches/${guessed.watchId}/confirm`, { code: cipher.codeOf(guessed.watchId) }, owner);
  assert.equal(late.json().code, 'watch.code_wrong', 'after ten wrong ones the right one is none');
});

test('wrong places, ways and keys are told; nobody sees or ends what is another’s; there are so many an account', async () => {
  const [parcel] = t.register.twins;
  const flat = {
    type: 'Polygon',
    coordinates: [
      [
        [106, 21],
        [106, 21],
        [106, 21],
        [106, 21],
      ],
    ],
  } as const;
  const wide = {
    type: 'Polygon',
    coordinates: [
      [
        [105, 20],
        [107, 20],
        [107, 22],
        [105, 22],
        [105, 20],
      ],
    ],
  } as const;
  const wrong: [asked: object, code: string][] = [
    [{ hook: HOOK }, 'watch.not_possible'],
    [{ parcelId: parcel }, 'watch.not_possible'],
    [{ parcelId: parcel, commune: '99001', hook: HOOK }, 'watch.not_possible'],
    [{ parcelId: parcel, hook: 'http://client.example/' }, 'watch.not_possible'],
    [{ parcelId: parcel, hook: 'https://127.0.0.1/' }, 'watch.not_possible'],
    [{ parcelId: parcel, hook: 'https://u:p@client.example/' }, 'watch.not_possible'],
    [{ parcelId: parcel, mail: 'nobody' }, 'request.invalid'],
    [{ parcelId: randomUUID(), hook: HOOK }, 'parcel.not_found'],
    [{ commune: '00000', hook: HOOK }, 'commune.not_found'],
    [{ commune: '99011', hook: HOOK }, 'commune.not_found'],
    [{ area: flat, hook: HOOK }, 'watch.not_possible'],
    [{ area: wide, hook: HOOK }, 'watch.not_possible'],
  ];
  for (const [asked, code] of notEmpty(wrong))
    assert.equal((await post('/api/watches', asked, owner)).json().code, code, JSON.stringify(asked));
  const key = randomUUID();
  const again = (asked: object) => post('/api/watches', asked, { ...other, 'idempotency-key': key });
  const [first, second] = await Promise.all([
    again({ parcelId: parcel, hook: HOOK }),
    again({ parcelId: parcel, hook: HOOK }),
  ]);
  assert.equal(first.body, second.body);
  assert.equal((await again({ parcelId: parcel, hook: `${HOOK}/2` })).json().code, 'idempotency.key_reused');
  const { watchId } = first.json().watch;
  for (const [method, url] of notEmpty([
    ['GET', `/api/watches/${watchId}`],
    ['DELETE', `/api/watches/${watchId}`],
  ] as const))
    assert.equal((await t.app.inject({ method, url, headers: owner })).json().code, 'watch.not_found');
  assert.equal((await own(other)).items.length, 1);
  await t.ownerClient.query(`update reference.setting set value = 1 where name = 'watches_an_account'`);
  assert.equal(
    (await post('/api/watches', { parcelId: parcel, hook: HOOK }, other)).json().code,
    'watch.quota_exceeded',
  );
  assert.equal(
    (await t.app.inject({ method: 'DELETE', url: `/api/watches/${watchId}`, headers: other })).statusCode,
    204,
  );
  assert.equal(
    (await t.app.inject({ method: 'DELETE', url: `/api/watches/${watchId}`, headers: other })).statusCode,
    404,
  );
  await t.ownerClient.query(`update reference.setting set value = 100 where name = 'watches_an_account'`);
});

test('the page begins, confirms and ends, without a script', async () => {
  const form = (url: string, fields: Record<string, string>) =>
    t.app.inject({
      method: 'POST',
      url,
      headers: { ...other, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  const [parcel] = t.register.twins;
  const begun = await form('/business/watches', {
    parcel: `http://localhost/parcels/${parcel}`,
    commune: '',
    mail: '',
    hook: HOOK,
    name: '<Của tôi>',
  });
  assert.equal(begun.statusCode, 200, begun.body);
  const [watch] = (await own(other)).items;
  assert.ok(begun.body.includes(cipher.secretOf(watch!.watchId)));
  const page = await t.app.inject({ url: '/business/watches', headers: other });
  assert.ok(!page.body.includes(cipher.secretOf(watch!.watchId)), 'told once');
  assert.match(page.body, /&lt;Của tôi&gt;/);
  const wrong = await form('/business/watches', { parcel: 'thửa nào', hook: HOOK });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /value="thửa nào"/);
  assert.equal((await form('/business/watches', { commune: '99001', mail: 'one@example.vn' })).statusCode, 303);
  const [mailed] = (await own(other)).items;
  const confirm = `/business/watches/${mailed!.watchId}/confirm`;
  assert.match((await form(confirm, { code: '1' })).body, /Mã không đúng/);
  assert.equal((await form(confirm, { code: cipher.codeOf(mailed!.watchId) })).statusCode, 303);
  assert.equal((await form(`/business/watches/${mailed!.watchId}/end`, {})).statusCode, 303);
  assert.deepEqual(
    (await own(other)).items.map(({ watchId }) => watchId),
    [watch!.watchId],
  );
});

test('what is no longer published is not told', async () => {
  await t.publish('lookup', '*', false);
  const [parcel] = t.register.twins;
  await reregister(parcel);
  await tell();
  assert.deepEqual(calls, []);
  await t.publish('lookup', '*', true);
});

test('versions of one act are one change of a parcel', () => {
  const at = new Date('2026-06-20T05:00:00Z');
  const noted = (parcelId: string, change: 'registered' | 'ended') => ({ parcelId, change, at });
  assert.deepEqual(
    foldChanges([noted('a', 'registered'), noted('b', 'ended'), noted('a', 'ended'), noted('c', 'registered')], false),
    [
      { parcelId: 'a', change: 'changed' },
      { parcelId: 'b', change: 'ended' },
      { parcelId: 'c', change: 'registered' },
    ],
  );
});
