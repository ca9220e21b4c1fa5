/** Look-ups of many parcels through their doors: what is answered, to whom, and what no answer may hold. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { AnsweredLookupRow, LookupQuota, LookupSummary } from '../domain/contract/lookups.ts';
import type { Worker } from '../jobs/start-worker.ts';
import { createLookupCipher } from '../registry/lookup/lookup-cipher.ts';
import { runLookup } from '../registry/lookup/run-lookup.ts';
import { createIdentityCipher } from '../registry/store/identity-cipher.ts';
import { type LookupStage, openLookupStage } from '../testing/lookup-stage.ts';
import { notEmpty } from '../testing/not-empty.ts';
import { openChannel } from '../testing/plant/open-channel.ts';
import { CANARIES } from '../testing/plant/register-fixture.ts';
import { TEST_CONFIG } from '../testing/test-app.ts';

let t: LookupStage;
let worker: Worker;
before(async () => {
  t = await openLookupStage();
  worker = await t.startWorker();
});
after(async () => {
  await worker.stop();
  await t.close();
});

/** What became of each row: outcome, why, and how many parcels. */
const ends = (rows: readonly AnsweredLookupRow[]) =>
  rows.map(({ outcome, reason, parcels }) => [outcome, reason, parcels.length]);

test('a table comes back filled: former communes and their sheets resolve, and nothing is guessed', async () => {
  const rows = await t.answer(
    [
      'Ghi chú;Xã;Số tờ;Số thửa',
      'của tôi;Xã Đông Thử;12;345',
      ';Tây Thử;012;345',
      ';99012;tờ 12;345',
      ';Xã Thử Nghiệm;12;345',
      ';;12;346',
      ';Phường Mẫu;7;0004',
      ';Phường Mẫu;7;999',
      ';Xã Không Có;7;4',
      ';Phường Mẫu;7;',
      ';Phường Mẫu;7;bốn',
      ';Phường Mẫu;7;1',
    ].join('\r\n'),
  );
  assert.deepEqual(ends(rows), [
    ['matched', null, 1],
    ['matched', null, 1],
    ['matched', null, 1],
    ['ambiguous', 'several', 2],
    ['ambiguous', 'commune_missing', 1],
    ['matched', null, 1],
    ['not_matched', 'nothing_fits', 0],
    ['not_matched', 'commune_unknown', 0],
    ['not_understood', 'no_missing', 0],
    ['not_understood', 'unreadable', 0],
    ['matched', null, 1],
  ]);
  const [east, west] = t.register.twins;
  assert.deepEqual(
    rows.slice(0, 3).map(({ parcels }) => parcels[0]?.id),
    [east, west, west],
  );
  assert.deepEqual(rows[0]?.given, ['của tôi', 'Xã Đông Thử', '12', '345']);
  assert.deepEqual([rows.at(-1)?.parcels[0]?.id, rows.at(-1)?.parcels[0]?.state], [t.register.parent, 'historic']);
});

test('by code, by coordinates in a system that is named or not, and as one types it', async () => {
  const { rows: codes } = await t.ownerClient.query<{ code: string }>(
    'select parcel_code::text as code from cadastre.parcel where parcel_id = $1',
    [t.register.twins[0]],
  );
  const code = codes[0]!.code;
  const rows = await t.answer({
    rows: [
      { ref: 'a', code: code.toUpperCase() },
      { code: 'w00000000000' },
      { code: '12' },
      { code, sheet: 12, no: 345, commune: 'Xã Tây Thử' },
      { x: 2_353_020, y: 416_715, srid: 9214 },
      { x: '2353020', y: '416715' },
      { lat: 48.8566, lon: 2.3522 },
      { lat: 21.27 },
      'tờ 12 thửa 345, xã Đông Thử',
      'gì đó',
    ],
  });
  assert.deepEqual(ends(rows), [
    ['matched', null, 1],
    ['not_matched', 'nothing_fits', 0],
    ['not_understood', 'code_unreadable', 0],
    ['not_matched', 'contradiction', 0],
    ['matched', null, 1],
    ['ambiguous', 'system_several', 1],
    ['not_matched', 'outside', 0],
    ['not_understood', 'coordinates_unreadable', 0],
    ['matched', null, 1],
    ['not_understood', 'no_missing', 0],
  ]);
});

test('no table at all is told as an empty one', async () => {
  const reply = await t.app.inject({
    method: 'POST',
    url: '/api/lookups',
    headers: { ...t.as('business'), 'idempotency-key': randomUUID() },
  });
  assert.equal(reply.json().code, 'lookup.empty');
});

test('a list of one column without a head is of questions; unknown columns, no rows and no tables are told apart', async () => {
  assert.deepEqual(ends(await t.answer('tờ 12 thửa 345 xã Tây Thử\nthửa 4 tờ 7 phường Mẫu\n')), [
    ['matched', null, 1],
    ['matched', null, 1],
  ]);
  const refused: [body: string | Buffer | object, code: string][] = [
    ['', 'lookup.empty'],
    ['Xã,Số tờ,Số thửa\n', 'lookup.empty'],
    ['A,B\n1,2\n', 'lookup.columns_unknown'],
    ['Số thửa\n"12', 'lookup.not_a_table'],
    ['Số thửa\n12,13,14', 'lookup.not_a_table'],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), 'lookup.not_a_table'],
    [`Số thửa\n${'1\n'.repeat(200_001)}`, 'lookup.too_many_rows'],
    [{ rows: [] }, 'request.invalid'],
    [{ rows: [{ owner: 'x' }] }, 'request.invalid'],
  ];
  for (const [body, code] of refused) {
    const reply = await t.post(body);
    assert.deepEqual([reply.body.code, reply.status < 500], [code, true], code);
  }
});

test('who may ask: businesses and staff; somebody else’s look-up is not there', async () => {
  assert.equal((await t.post('Mã thửa\nw7g900000001', { role: 'citizen', sub: 'x' })).status, 403);
  const { body } = await t.post('Mã thửa\nw7g900000001');
  const { lookupId } = body;
  const other = { role: 'business', sub: 'another' } as const;
  for (const path of ['', '/rows', '.csv']) {
    const reply = await t.app.inject({ url: `/api/lookups/${lookupId}${path}`, headers: t.headers(other) });
    assert.deepEqual([reply.statusCode, reply.json().code], [404, 'lookup.not_found'], path);
  }
  const removed = await t.app.inject({
    method: 'DELETE',
    url: `/api/lookups/${lookupId}`,
    headers: t.headers(other),
  });
  assert.equal(removed.statusCode, 404);
  assert.deepEqual((await t.get<{ items: unknown[] }>('/api/lookups', other)).body.items, []);
  await t.whenDone(lookupId);
  const own = await t.app.inject({ method: 'DELETE', url: `/api/lookups/${lookupId}`, headers: t.headers(t.business) });
  assert.equal(own.statusCode, 204);
  assert.equal((await t.get(`/api/lookups/${lookupId}`, t.business)).status, 404);
});

test('the same key is the same look-up, asked twice or by two at once; with another table it is refused', async () => {
  const who = { role: 'business', sub: 'twice' } as const;
  const key = { 'idempotency-key': randomUUID() };
  const table = 'Xã,Tờ,Thửa\nPhường Mẫu,7,4';
  const replies = await Promise.all([t.post(table, who, key), t.post(table, who, key)]);
  assert.deepEqual(
    replies.map(({ status }) => status),
    [202, 202],
  );
  assert.equal(replies[0]!.body.lookupId, replies[1]!.body.lookupId);
  assert.equal((await t.post(`${table}\nPhường Mẫu,7,5`, who, key)).body.code, 'idempotency.key_reused');
  assert.equal((await t.get<LookupQuota>('/api/lookups/quota', who)).body.rowsUsed, 1);
});

test('rows of a day: counted, bounded, and by two at once never more than there are', async () => {
  const who = { role: 'business', sub: 'bounded' } as const;
  await t.ownerClient.query(
    `insert into reference.lookup_allowance (account, valid_from, rows_a_day, source) values ('bounded', '2025-01-01', 3, 'test')`,
  );
  const table = 'Xã,Tờ,Thửa\nPhường Mẫu,7,4\nPhường Mẫu,7,5';
  const replies = await Promise.all([t.post(table, who), t.post(table, who)]);
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [202, 429]);
  assert.ok(replies.some(({ body }) => body.code === 'lookup.quota_exceeded'));
  const { body: quota } = await t.get<LookupQuota>('/api/lookups/quota', who);
  assert.deepEqual([quota.rowsADay, quota.rowsUsed], [3, 2]);
  assert.equal((await t.get<{ items: unknown[] }>('/api/lookups', who)).body.items.length, 1);
  assert.equal((await t.post('Xã,Tờ,Thửa\nPhường Mẫu,7,4', who)).status, 202);
  assert.equal((await t.post('Xã,Tờ,Thửa\nPhường Mẫu,7,4', who)).status, 429);
  assert.equal((await t.get<LookupQuota>('/api/lookups/quota', t.officer)).body.rowsADay, null);
});

test('certificates and persons are for staff, within its communes, persons for a purpose that is in the read log', async () => {
  const [, number, serial] = CANARIES;
  const table = `Số phát hành,CCCD\n${serial},\n,${number}\n`;
  assert.deepEqual(ends(await t.answer(table)), [
    ['not_understood', 'staff_only', 0],
    ['not_understood', 'staff_only', 0],
  ]);
  const hash = createIdentityCipher(TEST_CONFIG.personalDataKey).hash(number);
  await t.ownerClient.query('update party.identity_paper set lookup_hash = $1', [hash]);
  await t.ownerClient.query(
    `insert into party.visibility select party_id, '99001' from party.party on conflict do nothing`,
  );
  assert.equal((await t.post(table, t.officer)).body.code, 'lookup.purpose_missing');
  const purpose = { 'x-purpose': encodeURIComponent('Trả lời toà án') };
  assert.deepEqual(ends(await t.answer(table, t.officer, purpose)), [
    ['matched', null, 1],
    ['matched', null, 1],
  ]);
  const { rows: log } = await t.ownerClient.query(
    `select actor, purpose, cardinality(party_ids) as parties from audit.read_log where subject_kind = 'party'`,
  );
  assert.deepEqual(log, [{ actor: 'lan', purpose: 'Trả lời toà án', parties: 1 }]);
  const elsewhere = { role: 'officer', sub: 'xa', communes: ['99002'] } as const;
  assert.deepEqual(ends(await t.answer(table, elsewhere, purpose)), [
    ['not_matched', 'nothing_fits', 0],
    ['not_matched', 'nothing_fits', 0],
  ]);
});

test('what the policy withholds is in no answer, and cannot be found out by asking', async () => {
  const table = 'Xã,Tờ,Thửa\nPhường Mẫu,7,4';
  await t.publish('lookup', 'landUse', false);
  try {
    const [row] = await t.answer(table);
    assert.equal(row?.parcels[0]?.landUse, undefined);
    assert.ok(row?.parcels[0]?.areaM2);
  } finally {
    await t.publish('lookup', 'landUse', true);
  }
  await t.publish('lookup', 'no', false);
  try {
    assert.deepEqual(ends(await t.answer(table)), [['not_matched', 'not_published', 0]]);
  } finally {
    await t.publish('lookup', 'no', true);
  }
  await t.publish('lookup', '*', false);
  try {
    assert.equal((await t.post(table)).body.code, 'publication.closed');
  } finally {
    await t.publish('lookup', '*', true);
  }
});

test('page by page, by outcome, and as a file with its date and filter; what runs in a spreadsheet is text there', async () => {
  const { body } = await t.post(
    ['=Ghi chú,Xã,Tờ,Thửa', ...Array.from({ length: 9 }, (_, i) => `"=cmd|' /C calc'!A0",Phường Mẫu,7,${i + 1}`)].join(
      '\n',
    ),
  );
  const { lookupId } = body;
  const done = await t.whenDone(lookupId);
  assert.deepEqual([done.rows, done.done, done.counts.matched], [9, 9, 9]);
  assert.ok(done.asOf);
  type Page = { items: AnsweredLookupRow[]; nextCursor: string | null };
  const first = await t.get<Page>(`/api/lookups/${lookupId}/rows?limit=5`, t.business);
  const second = await t.get<Page>(`/api/lookups/${lookupId}/rows?limit=5&cursor=${first.body.nextCursor}`, t.business);
  assert.deepEqual(
    [...first.body.items, ...second.body.items].map(({ rowNo }) => rowNo),
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
  );
  assert.equal(second.body.nextCursor, null);
  assert.deepEqual(await t.rows(lookupId, 'outcome=ambiguous'), []);
  assert.equal((await t.get(`/api/lookups/${lookupId}/rows?cursor=x`, t.business)).status, 400);
  const file = await t.app.inject({
    url: `/api/lookups/${lookupId}.csv?outcome=matched&lang=en`,
    headers: t.headers(t.business),
  });
  assert.match(
    String(file.headers['content-disposition']),
    /attachment; filename="lookup-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.csv"/,
  );
  const [head, ...lines] = file.body.trimEnd().split('\r\n');
  assert.match(head!, /^\ufeff'=Ghi chú,Xã,Tờ,Thửa,Row,Result,Reason,/);
  assert.equal(lines.length, 9);
  for (const line of notEmpty(lines)) {
    assert.ok(line.startsWith(`'=cmd|' /C calc'!A0,Phường Mẫu,7,`), line);
    assert.ok(line.endsWith(`,${done.asOf},Matched`), line);
  }
});

test('a person is in no answer of a business, no job and no log of what was done', async () => {
  const [name, number, serial] = CANARIES;
  const { body } = await t.post(`Xã,Tờ,Thửa,Chủ\nXã Đông Thử,12,345,${name} ${number} ${serial}`);
  await t.whenDone(body.lookupId);
  const kept = await t.ownerClient.query(
    `select (select string_agg(data::text, ' ') from pgboss.job) as jobs,
       (select string_agg(body::text, ' ') from audit.entry) as audit,
       (select string_agg(l::text, ' ') from lookup.lookup l) || (select string_agg(r::text, ' ') from lookup.row r) as kept`,
  );
  for (const text of notEmpty(Object.values(kept.rows[0] as Record<string, string>)))
    for (const canary of CANARIES) assert.ok(!text.includes(canary));
  const file = await t.app.inject({ url: `/api/lookups/${body.lookupId}.csv`, headers: t.headers(t.business) });
  // What came in front came from the asker; behind it stands what the register says.
  const found = file.body.split(`${serial},`)[1]!;
  assert.ok(found.length > 40);
  for (const canary of CANARIES) assert.ok(!found.includes(canary));
  const [row] = await t.rows(body.lookupId);
  for (const canary of CANARIES) assert.ok(!JSON.stringify(row?.parcels).includes(canary));
  const list = await t.get<{ items: LookupSummary[] }>('/api/lookups?limit=1', t.business);
  assert.equal(list.body.items[0]?.lookupId, body.lookupId);
});

test('a run that was killed goes on behind its last kept rows, two at once keep every answer once, and a removed one ends quietly', async () => {
  const quiet = await openLookupStage();
  try {
    const { body } = await quiet.post(
      ['Xã,Tờ,Thửa', ...Array.from({ length: 2_300 }, (_, i) => `Phường Mẫu,7,${(i % 30) + 1}`)].join('\n'),
    );
    const { lookupId } = body;
    const cipher = createLookupCipher(TEST_CONFIG.personalDataKey);
    const { app: pool, portal } = quiet.pools;
    const doneNow = async () => (await quiet.get<LookupSummary>(`/api/lookups/${lookupId}`, quiet.business)).body;
    assert.deepEqual([(await doneNow()).state, (await doneNow()).done], ['queued', 0]);
    let rounds = 0;
    const breaksOff = () => {
      rounds += 1;
      return rounds > 2;
    };
    await assert.rejects(runLookup({ pool, portal, cipher, stopping: breaksOff }, lookupId));
    const half = await doneNow();
    assert.deepEqual([half.state, half.done], ['running', 1_100]);
    assert.equal((await quiet.get(`/api/lookups/${lookupId}.csv`, quiet.business)).status, 409);
    // Rows that are answered can be read meanwhile.
    assert.equal((await quiet.rows(lookupId, 'limit=2&outcome=not_matched', quiet.business)).length, 2);
    await Promise.all([runLookup({ pool, portal, cipher }, lookupId), runLookup({ pool, portal, cipher }, lookupId)]);
    const whole = await doneNow();
    assert.deepEqual([whole.state, whole.done, whole.asOf], ['done', 2_300, half.asOf]);
    const { rows } = await quiet.ownerClient.query(
      'select count(*)::int as n, count(distinct row_no)::int as rows, max(row_no) as last from lookup.answer where lookup_id = $1',
      [lookupId],
    );
    assert.deepEqual(rows, [{ n: 2_300, rows: 2_300, last: 2_300 }]);
    await runLookup({ pool, portal, cipher }, randomUUID());
    await runLookup({ pool, portal, cipher }, lookupId);
    assert.deepEqual(await doneNow(), whole);
  } finally {
    await quiet.close();
  }
});

test('what has been kept for its time is taken away, rows and answers with it', async () => {
  const rows = await t.answer('Xã,Tờ,Thửa\nPhường Mẫu,7,4', { role: 'business', sub: 'long-ago' });
  assert.equal(rows.length, 1);
  await t.ownerClient.query(`update lookup.lookup set keep_until = '2020-01-01' where owner = 'long-ago'`);
  const sweeper = await t.startWorker();
  await sweeper.stop();
  const left = await t.ownerClient.query(`select from lookup.lookup where owner = 'long-ago'`);
  assert.equal(left.rowCount, 0);
});

test('the form of the page sent twice is one look-up; without a row left it says so', async () => {
  const who = { role: 'business', sub: 'form' } as const;
  const send = (table: string, key: string) =>
    t.app.inject({
      method: 'POST',
      url: '/business',
      headers: {
        ...t.headers(who),
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams({ table, key, name: '' }).toString(),
    });
  const key = randomUUID();
  const table = 'Xã\tTờ\tThửa\nPhường Mẫu\t7\t4';
  const [first, second] = [await send(table, key), await send(table, key)];
  assert.deepEqual([first.statusCode, second.statusCode], [303, 303]);
  assert.equal(first.headers.location, second.headers.location);
  await t.ownerClient.query(
    `insert into reference.lookup_allowance (account, valid_from, rows_a_day, source) values ('form', '2025-01-01', 1, 'test')`,
  );
  const over = await send(table, randomUUID());
  assert.equal(over.statusCode, 422);
  assert.match(over.body, /Hết số dòng trong ngày/);
  assert.match(over.body, /Tài khoản đã dùng hết 1 dòng của hôm nay/);
});

/** A square around a point, degrees. */
const around = ([x, y]: readonly [number, number], by: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x - by, y - by],
      [x + by, y - by],
      [x + by, y + by],
      [x - by, y + by],
      [x - by, y - by],
    ],
  ],
});
const askArea = async (polygon: unknown, who = t.business, key: string = randomUUID()) => {
  const reply = await t.app.inject({
    method: 'POST',
    url: '/api/lookups/areas',
    headers: { ...t.headers(who), 'idempotency-key': key },
    payload: { polygon },
  });
  return { status: reply.statusCode, ...reply.json<{ lookupId: string; code?: string }>() };
};

test('the parcels of an area are looked up where bulk is open: each once, counted against the day, the area said in the name', async () => {
  const who = { ...t.business, sub: 'vung' };
  const polygon = around(t.register.centre, 0.02);
  assert.deepEqual(await askArea(polygon, who).then(({ status, code }) => [status, code]), [403, 'publication.closed']);
  await openChannel(t.ownerClient, 'bulk');
  const key = randomUUID();
  const [first, again] = await Promise.all([askArea(polygon, who, key), askArea(polygon, who, key)]);
  assert.deepEqual([first.status, again.status], [202, 202], first.code);
  assert.equal(again.lookupId, first.lookupId);
  const summary = await t.whenDone(first.lookupId, who);
  const rows = await t.rows(first.lookupId, 'limit=200', who);
  const { rows: inside } = await t.ownerClient.query<{ id: string }>(
    `select parcel_id as id from cadastre.parcel_version where status = 'current' and ended_at is null
       and st_covers(st_setsrid(st_geomfromgeojson($1), 4326), st_transform(feature_point, 4326))`,
    [JSON.stringify(polygon)],
  );
  assert.deepEqual(
    rows.flatMap(({ parcels }) => parcels.map(({ id }) => id)).sort(),
    notEmpty(inside)
      .map(({ id }) => id)
      .sort(),
  );
  assert.match(summary.name ?? '', /^\d+\.\d{5},\d+\.\d{5}–.* \(Polygon, 5\)$/);
  const { body: quota } = await t.get<LookupQuota>('/api/lookups/quota', who);
  assert.equal(quota.rowsUsed, rows.length, 'asked twice, counted once');
  assert.equal((await askArea(around(t.register.centre, 0.01), who, key)).code, 'idempotency.key_reused');
});

test('an area that is none, or has nothing in it, is told so; a citizen may not ask', async () => {
  const [x, y] = t.register.centre;
  const code = async (polygon: unknown) => (await askArea(polygon)).code;
  assert.equal(await code(around([y, x], 0.01)), 'lookup.area_unfit', 'latitude first');
  const { coordinates } = around([x, y], 0.01);
  assert.equal(
    await code({ type: 'Polygon', coordinates: [[...coordinates[0]!.slice(0, 4), [x, y]]] }),
    'lookup.area_unfit',
  );
  assert.equal(await code(around([110, 10], 0.01)), 'lookup.area_empty');
  assert.equal(await code({ type: 'Point', coordinates: [x, y] }), 'request.invalid');
  assert.equal((await askArea(around([x, y], 0.01), { role: 'citizen', sub: 'dan', communes: [] })).status, 403);
});
