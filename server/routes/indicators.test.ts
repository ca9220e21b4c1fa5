/** Indicators: counted from dated rows, kept when a day is over, told in fives where persons are meant, and adding up. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Figure, IndicatorDay, IndicatorSeries } from '../domain/contract/indicators.ts';
import { MEASURE_CODES, MEASURES, type Measure } from '../domain/indicator/measures.ts';
import { dayOf } from '../domain/legal-day.ts';
import { countIndicators } from '../registry/indicator/count-indicators.ts';
import { notEmpty } from '../testing/not-empty.ts';
import { CANARIES, REGISTERED_ON, SPLIT_ON } from '../testing/plant/register-fixture.ts';
import { openTokenApp, type TokenApp } from '../testing/sign-in/token-app.ts';

let t: TokenApp;
before(async () => {
  t = await openTokenApp();
});
after(() => t.close());

const get = async <T>(url: string, headers: Record<string, string> = {}): Promise<T> => {
  const reply = await t.app.inject({ url, headers });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json();
};
const read = (day?: string) => get<IndicatorDay>(`/api/portal/indicators${day ? `?day=${day}` : ''}`);
const value = (figures: readonly Figure[], measure: Measure, item: string | null = null) =>
  figures.find((one) => one.measure === measure && one.item === item)?.value;
const ask = async (sql: string, values: unknown[] = []) => (await t.ownerClient.query(sql, values)).rows;

/** The day after the fixture’s last registration: what came before it is over. */
const NOW = new Date('2026-06-21T08:00:00+07:00');

test('before anything is counted there is nothing to tell, and the page says so', async () => {
  const reply = await t.app.inject('/api/portal/indicators');
  assert.deepEqual([reply.statusCode, reply.json().code], [404, 'indicator.day_unknown']);
  const page = await t.app.inject('/indicators');
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /Số liệu được tính trong ít phút/);
});

test('what is counted is the same in the program and in the database', async () => {
  const rows = await ask('select measure, is_stock, unit, personal from indicator.measure order by measure');
  assert.deepEqual(
    rows,
    MEASURE_CODES.toSorted().map((measure) => {
      const { kind, unit, personal } = MEASURES[measure];
      return { measure, is_stock: kind === 'stock', unit, personal };
    }),
  );
});

test('every day that is over is kept once, by whoever counts first; a second count changes nothing', async () => {
  const counted = await Promise.all([countIndicators(t.pools.app, NOW), countIndicators(t.pools.app, NOW)]);
  const [{ days, first, last }] = await ask(
    'select count(*)::int as days, min(day)::text as first, max(day)::text as last from indicator.day',
  );
  assert.deepEqual([first, last], [REGISTERED_ON, SPLIT_ON]);
  assert.equal(counted[0] + counted[1], days);
  const kept = await ask('select * from indicator.figure order by 1, 2, 3, 4');
  assert.equal(await countIndicators(t.pools.app, NOW), 0);
  assert.deepEqual(await ask('select * from indicator.figure order by 1, 2, 3, 4'), kept);
});

test('figures are those of the day: a parcel that was split counts until its day, its parts from it on', async () => {
  const [{ parcels, area }] = await ask(
    `select count(*)::int as parcels, sum(area_m2)::float8 as area from cadastre.parcel_version where status = 'current'`,
  );
  const [before, on] = [await read('2026-06-19'), await read(SPLIT_ON)];
  assert.equal(value(on.total, 'parcels'), parcels);
  assert.equal(value(on.total, 'area_m2'), area);
  assert.equal(value(before.total, 'parcels'), parcels - 1);
  assert.deepEqual([before.kept, on.kept], [true, true]);
  const running = await read();
  assert.deepEqual([running.day, running.kept, value(running.total, 'parcels')], ['2026-06-21', false, parcels]);
});

/** Mortgages that stand and requests in every state, on the land of the fixture. */
async function plantWork(): Promise<void> {
  await ask(
    `insert into rights.mortgage (mortgage_id, mortgagee_id, commune_code, document, raised_by, registered_at)
     select gen_random_uuid(), (select party_id from party.party limit 1), c.code, '{}', (select dealing_id from dealing.dealing limit 1),
       '2026-06-21T09:00:00+07:00'
     from (values ('99001', 3), ('99002', 9)) c(code, many), generate_series(1, c.many)`,
  );
  await ask(
    `insert into dealing.request (request_id, reference, request_key, asked, code_hash, kind, blocks, delivery, parcel_id, commune_code,
       identity_hash, status, due_on, grounds, fee_status, received_at, suspended_at)
     select gen_random_uuid(), 'YC-2026-90000' || n, sha256(n::text::bytea), sha256('x'), sha256(n::text::bytea), 'map_extract', '{}', 'counter',
       (select parcel_id from cadastre.parcel limit 1), '99001', sha256($1), 'received', '2026-06-21', null, 'undecided', '2026-06-21T10:00:00+07:00', null
     from generate_series(1, 3) n`,
    [Buffer.from(CANARIES[1])],
  );
  await ask(
    `insert into dealing.request_stop (request_id, ordinal, cause, stopped_at)
     select request_id, 1, 'papers', '2026-06-21T11:00:00+07:00' from dealing.request where reference = 'YC-2026-900003'`,
  );
}

test('the sum over the communes is the province; what could tell of persons is told in fives, to staff exactly', async () => {
  await plantWork();
  await countIndicators(t.pools.app, new Date('2026-06-22T01:00:00+07:00'));
  const day = await read('2026-06-21');
  const sum = (measure: Measure, item: string | null) =>
    day.communes.reduce((all, { figures }) => all + (value(figures, measure, item) ?? 0), 0);
  const open = day.total.filter(({ measure }) => !MEASURES[measure].personal);
  for (const { measure, item, value: total } of notEmpty(open))
    assert.ok(Math.abs(sum(measure, item) - total!) < 0.005, `${measure} ${item}`);
  const mortgages = (from: IndicatorDay) => [
    value(from.total, 'mortgages'),
    ...from.communes.map(({ figures }) => value(figures, 'mortgages')),
  ];
  assert.deepEqual(mortgages(day), [10, null, 5]);
  const all = await get<IndicatorDay>('/api/indicators?day=2026-06-21', t.as('auditor', ['*']));
  assert.deepEqual(mortgages(all), [12, 3, 9]);
  const own = await get<IndicatorDay>('/api/indicators?day=2026-06-21', t.as('officer', ['99001']));
  assert.deepEqual(mortgages(own), [3, 3]);
  assert.deepEqual(
    ['requests_received', 'requests_open', 'requests_overdue'].map((measure) => value(day.total, measure as Measure)),
    [3, 3, 2],
    'a request whose clock stands still is not overdue',
  );
});

test('a day that is over stays what it was, whatever is dated back, and nobody changes it', async () => {
  const [before] = await ask(`select sum(value)::float8 as all from indicator.figure where day = '2026-06-21'`);
  await ask(
    `insert into rights.mortgage (mortgage_id, mortgagee_id, commune_code, document, raised_by, registered_at)
     select gen_random_uuid(), (select party_id from party.party limit 1), '99001', '{}', (select dealing_id from dealing.dealing limit 1), '2026-06-20'`,
  );
  await countIndicators(t.pools.app, new Date('2026-06-22T02:00:00+07:00'));
  assert.deepEqual(
    (await ask(`select sum(value)::float8 as all from indicator.figure where day = '2026-06-21'`))[0],
    before,
  );
  const changes = [
    'update indicator.figure set value = 1',
    'delete from indicator.figure',
    'truncate indicator.figure',
    'delete from indicator.day',
  ];
  for (const change of notEmpty(changes)) await assert.rejects(ask(change), { code: 'DB002' }, change);
  await assert.rejects(t.pools.portal.query('select from indicator.figure'), { code: '42501' });
});

test('day by day, of one commune or of all; wrong spans and unknown places are told', async () => {
  const series = await get<IndicatorSeries>('/api/portal/indicators/days?from=2026-06-19&to=2026-06-22');
  assert.deepEqual(
    series.days.map(({ day, kept }) => [day, kept]),
    [
      ['2026-06-19', true],
      ['2026-06-20', true],
      ['2026-06-21', true],
      ['2026-06-22', false],
    ],
  );
  const one = await get<IndicatorSeries>(
    '/api/indicators/days?commune=99002&to=2026-06-21',
    t.as('officer', ['99002']),
  );
  assert.equal(value(one.days.at(-1)!.figures, 'mortgages'), 9);
  assert.equal(one.days.length, 30);
  const wrong: [url: string, code: string][] = [
    ['/api/portal/indicators?day=2020-01-01', 'indicator.day_unknown'],
    ['/api/portal/indicators?day=2020-02-31', 'request.invalid'],
    ['/api/portal/indicators/days?from=2026-06-22&to=2026-06-21', 'indicator.span_wrong'],
    ['/api/portal/indicators/days?from=2026-01-01&to=2026-06-21', 'indicator.span_wrong'],
    ['/api/portal/indicators/days?commune=00000', 'commune.not_found'],
    ['/api/portal/indicators.csv?from=2026-06-22&to=2026-06-21', 'indicator.span_wrong'],
  ];
  for (const [url, code] of notEmpty(wrong)) assert.equal((await t.app.inject(url)).json().code, code, url);
  const foreign = await t.app.inject({
    url: '/api/indicators/days?commune=99001',
    headers: t.as('officer', ['99002']),
  });
  assert.equal(foreign.json().code, 'commune.not_found');
});

test('as open data: a row for each figure, with the total of each day', async () => {
  const reply = await t.app.inject('/api/portal/indicators.csv?from=2026-06-20&to=2026-06-21');
  assert.equal(reply.statusCode, 200);
  const lines = reply.body.split('\r\n');
  assert.equal(lines[0], '\ufeffday,kept,communeCode,communeName,measure,item,value,inFives');
  assert.ok(lines.includes('2026-06-21,true,99002,Phường Mẫu,mortgages,,5,true'), reply.body);
  assert.ok(lines.includes('2026-06-21,true,,,mortgages,,10,true'));
  assert.ok(lines.includes('2026-06-21,true,99001,Xã Thử Nghiệm,mortgages,,,true'));
});

test('land is told as far as the publication policy tells it; the counters tell no persons', async () => {
  await t.publish('lookup', 'landUse', false);
  const closed = await read('2026-06-21');
  assert.ok(notEmpty(closed.measures).every(({ measure }) => !measure.startsWith('land_use')));
  assert.ok(notEmpty(closed.total).every(({ measure }) => !measure.startsWith('land_use')));
  await t.publish('lookup', 'landUse', true);
  const metrics = (await t.app.inject('/metrics')).body;
  assert.match(metrics, /diaba_indicator\{measure="parcels"\} \d+/);
  assert.doesNotMatch(metrics, /mortgage/);
});

test('the page draws and tells them, of all communes and of one', async () => {
  const all = await t.app.inject('/indicators?day=2026-06-21');
  assert.equal(all.statusCode, 200);
  assert.match(all.body, /Số liệu đến hết ngày 21\/06\/2026/);
  assert.match(all.body, /dưới 5/);
  const one = await t.app.inject('/indicators?day=&commune=99002&lang=en');
  assert.match(one.body, /as of/);
  assert.doesNotMatch(one.body, /\/communes\/99001/);
  assert.equal((await t.app.inject('/indicators?commune=12')).statusCode, 400);
  assert.equal(dayOf(NOW), '2026-06-21');
});
