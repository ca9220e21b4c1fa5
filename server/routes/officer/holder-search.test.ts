/** Staff finds who holds land: by certificate, by number, by name with a second key; for a purpose, noted first, and within its communes. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pino from 'pino';
import type { FoundHolding } from '../../domain/contract/parcel/desk-search.ts';
import type { ProblemReply } from '../../domain/problem/problem.ts';
import { createIdentityCipher } from '../../registry/store/identity-cipher.ts';
import { type Caller, type DealingStage, openDealingStage } from '../../testing/dealing-stage.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { TEST_CONFIG } from '../../testing/test-app.ts';

/** A person of the test, with two parcels in 99001 and one in 99002. */
const NAME = 'Bùi Thị Ngọc Ánh';
const NUMBER = '024190006789';
const SERIAL = 'DB 01234567';
const WHY = { purpose: 'dispute', note: 'Hồ sơ 12/2026, số 024190006789' };

let stage: DealingStage;
let here: { parcel: string; neighbour: string };
const log: string[] = [];
before(async () => {
  stage = await openDealingStage(
    {},
    { log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }) },
  );
  here = await stage.plot();
  const party = randomUUID();
  const { cipher, hash } = createIdentityCipher(TEST_CONFIG.personalDataKey).seal(NUMBER);
  const [dealing] = await stage.query<{ id: string }>(
    'select raised_by as id from cadastre.parcel where parcel_id = $1',
    [here.parcel],
  );
  for (const commune of ['99001', '99002'])
    await stage.query('insert into party.visibility (party_id, commune_code) values ($1, $2)', [party, commune]);
  await stage.query(
    `insert into party.party (party_id, kind, name, search_key, raised_by) values ($1, 'person', $2, 'bui thi ngoc anh', $3)`,
    [party, NAME, dealing!.id],
  );
  await stage.query(
    'insert into party.identity_paper (party_id, ordinal, cipher, lookup_hash) values ($1, 1, $2, $3)',
    [party, cipher, hash],
  );
  for (const [parcel, commune, serial] of [
    [here.parcel, '99001', SERIAL],
    [here.neighbour, '99001', null],
    [stage.register.twins[0], '99002', null],
  ])
    await stage.query(
      `insert into rights."right" (right_id, parcel_id, party_id, kind, certificate_serial, commune_code, verified, raised_by, registered_at)
       values ($1, $2, $3, 'use', $4, $5, true, $6, '2026-03-10T12:00:00+07:00')`,
      [randomUUID(), parcel, party, serial, commune, dealing!.id],
    );
});
after(() => stage?.close());

interface Found {
  readonly by: readonly string[];
  readonly items: readonly FoundHolding[];
  readonly more: boolean;
}
const ask = (body: object, who: Caller = stage.officer) =>
  stage.post<Found & ProblemReply>('/api/desk/holders', body, who);
const find = async (q: string, more: object = {}, who = stage.officer) => {
  const { status, body } = await ask({ q, ...WHY, ...more }, who);
  assert.equal(status, 200, `${q}: ${JSON.stringify(body)}`);
  return body;
};
const parcelsOf = ({ items }: Found) => items.map(({ parcel }) => parcel.id).sort();
const everything = () => [here.parcel, here.neighbour].sort();
interface Look {
  readonly actor: string;
  readonly asked: string[];
  readonly party_ids: string[];
  readonly purpose: string;
  readonly note: string;
}
const looks = () =>
  stage.query<Look>(
    `select actor, asked, party_ids, purpose, note from audit.read_log where subject_kind = 'search' order by seq`,
  );

test('by serial, by number, by name and commune, by name and parcel, and by two keys that must both hold', async () => {
  const { no } = await stage.parcel(here.parcel);
  const cases: [q: string, by: string[], parcels: string[], more?: object][] = [
    [SERIAL, ['serial'], [here.parcel]],
    ['gcn số db01234567', ['serial'], [here.parcel]],
    [NUMBER, ['identity_number'], everything()],
    ['CCCD 024 190 006 789', ['identity_number'], everything()],
    [NAME, ['name', 'commune'], everything(), { commune: '99001' }],
    ['bui thi ngoc anh, xã Thử Nghiệm', ['name', 'commune'], everything()],
    ['Ngọc Ánh, xã Đông Thử', ['name', 'commune'], everything()],
    [`${NAME}, 77/${no}`, ['name', 'parcel'], [here.parcel]],
    [`${NAME}, ${NUMBER}`, ['identity_number', 'name'], everything()],
    [`Lê Văn Khác, ${NUMBER}`, ['identity_number', 'name'], []],
    [`${SERIAL}, Lê Văn Khác`, ['serial', 'name'], []],
    ['Ngọc Án', ['name', 'commune'], [], { commune: '99001' }],
    ['024190006780', ['identity_number'], []],
  ];
  for (const [q, by, parcels, more] of cases) {
    const found = await find(q, more);
    assert.deepEqual([found.by, parcelsOf(found), found.more], [by, parcels, false], q);
  }
  const [holding] = (await find(SERIAL)).items;
  assert.equal(holding?.holder.name, NAME);
  assert.deepEqual(
    [holding?.right.share, holding?.right.certificateSerial, holding?.right.endedAt],
    ['1', SERIAL, null],
  );
  assert.deepEqual([holding?.parcel.sheet, holding?.parcel.no], ['77', no]);
});

test('what is asked is in the read log with its purpose, its answer noted or not, and never the words or the number', async () => {
  const before = (await looks()).length;
  await find(NUMBER);
  await find('024190006780');
  const [hit, miss] = (await looks()).slice(before);
  assert.deepEqual(
    [hit?.actor, hit?.asked, hit?.party_ids.length, hit?.purpose, hit?.note],
    ['ha', ['identity_number'], 1, 'dispute', 'Hồ sơ 12/2026, số •••••••••789'],
  );
  assert.deepEqual([miss?.asked, miss?.party_ids], [['identity_number'], []]);
  const kept = JSON.stringify(await stage.query('select * from audit.read_log')) + notEmpty(log).join('');
  for (const secret of [NUMBER, '024190006780', NAME, 'ngoc anh']) assert.ok(!kept.includes(secret), secret);
});

test('what may not be asked is said with what to add, and nothing is noted of it', async () => {
  const before = (await looks()).length;
  const refused: [body: object, status: number, code: string][] = [
    [{ q: NAME, ...WHY }, 422, 'search.second_key_missing'],
    [{ q: `${NAME}, thửa 12`, ...WHY }, 422, 'search.second_key_missing'],
    [{ q: SERIAL }, 422, 'search.purpose_missing'],
    [{ q: SERIAL, purpose: 'dispute' }, 422, 'search.purpose_missing'],
    [{ q: SERIAL, note: 'hồ sơ 1' }, 422, 'search.purpose_missing'],
    [{ q: 'tờ 12 thửa 345', ...WHY }, 422, 'search.not_understood'],
    [{ q: 'Ánh', commune: '99001', ...WHY }, 422, 'search.not_understood'],
    [{ q: `${NAME}, xã Không Có`, ...WHY }, 422, 'search.commune_unknown'],
    [{ q: NAME, commune: '99002', ...WHY }, 403, 'auth.forbidden'],
    [{ q: `${NAME}, phường Mẫu`, ...WHY }, 403, 'auth.forbidden'],
    [{ q: SERIAL, purpose: 'curiosity', note: 'hồ sơ 1' }, 400, 'request.invalid'],
    [{ q: SERIAL, purpose: 'dispute', note: ' . ' }, 400, 'request.invalid'],
    [{ q: 'x'.repeat(401), ...WHY }, 400, 'request.invalid'],
  ];
  for (const [body, status, code] of refused) {
    const reply = await ask(body);
    assert.deepEqual([reply.status, reply.body.code], [status, code], JSON.stringify(body));
  }
  assert.equal((await looks()).length, before);
});

test('nobody is found outside the communes of who asks, and only staff asks', async () => {
  for (const q of [SERIAL, NUMBER, `${NAME}, ${NUMBER}`]) {
    const found = await find(q, {}, stage.stranger);
    assert.deepEqual(parcelsOf(found), q === SERIAL ? [] : [stage.register.twins[0]], q);
  }
  const both = await find(NUMBER, {}, { ...stage.officer, communes: ['99001', '99002'] });
  assert.deepEqual(parcelsOf(both), [...everything(), stage.register.twins[0]].sort());
  for (const role of ['citizen', 'business', 'auditor', 'admin'] as const) {
    const reply = await ask({ q: SERIAL, ...WHY }, { role, sub: role });
    assert.deepEqual([reply.status, reply.body.code], [403, 'auth.forbidden'], role);
  }
});

test('a name that is corrected is found as it is called now, a number that was corrected away no more', async () => {
  const { rights } = await stage.rights(here.parcel);
  const partyId = rights.find(({ holder }) => holder === NAME)!.partyId;
  await stage.deal('holder_correction', here.parcel, {
    partyId,
    changes: { name: 'Bùi Thị Ngọc Anh Đào', identityNumber: '024190006771' },
    document: { no: '9/GXN', date: '2026-05-02' },
  });
  const named = (q: string) => find(q, { commune: '99001' }).then(parcelsOf);
  assert.deepEqual(await named('ngọc anh đào'), everything());
  assert.deepEqual(await named('Lê Ngọc Anh'), []);
  assert.deepEqual([parcelsOf(await find(NUMBER)), parcelsOf(await find('024190006771'))], [[], everything()]);
});

test('who searches without end is stopped, however many at once, and others go on', async () => {
  const eager: Caller = { role: 'archivist', sub: 'nhanh' };
  await stage.query(`update reference.setting set value = 3 where name = 'person_searches_an_hour'`);
  const replies = await Promise.all(Array.from({ length: 6 }, () => ask({ q: SERIAL, ...WHY }, eager)));
  assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 200, 200, 429, 429, 429]);
  assert.equal(replies.find(({ status }) => status === 429)?.body.code, 'search.limit_reached');
  await stage.query(`update reference.setting set value = 120 where name = 'person_searches_an_hour'`);
  assert.equal((await find(SERIAL)).items.length, 1);
});
