/**
 * Persons in every column of a file and in every field that is edited by hand, taken through the real import and the real
 * review into the register; then every public door, the log, the counters, the jobs and the findings are looked through.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pino from 'pino';
import { EDITABLE_FIELDS, type EditableField } from './domain/batch/correction.ts';
import { notEmpty } from './testing/not-empty.ts';
import { NUMBERS, PERSON, personSheet } from './testing/plant/person-sheet.ts';
import { type PlantedParcel, plantPublicParcel } from './testing/plant/plant-public-parcel.ts';
import { BINH, HA, openReviewApp, type ReviewApp } from './testing/review-app.ts';
import { isOpen, listDoors } from './testing/walk-doors.ts';

const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
const reason = 'Theo đơn của ông Trần Văn Kanaria';

let t: ReviewApp;
let parcels: PlantedParcel[];
before(async () => {
  t = await openReviewApp({}, { log });
  await t.query(
    `insert into reference.publication_policy (channel, field, valid_from, allowed, source)
     select 'bulk', field, valid_from, true, 'fixture' from reference.publication_policy where channel = 'lookup'`,
  );
});
after(() => t.close());

/** Values a person is put into by hand; null where the field takes none. */
const EDITS: Readonly<Record<EditableField, readonly unknown[]>> = {
  sheetNo: [],
  parcelNo: [],
  legalAreaM2: [],
  purposes: [
    [{ code: 'KANA', areaM2: null }],
    [
      { code: 'ONT', areaM2: 200 },
      { code: 'KANA', areaM2: 200 },
    ],
  ],
  address: [
    'Đất nhà bà Lê Thị Kanaria',
    'Thôn Trại Cau, ông Kanaria',
    'Thôn Trại Cau Nguyễn Kanaria',
    `CCCD ${NUMBERS[0]}`,
    `Thôn Trại Cau, CCCD ${NUMBERS[0]}, ĐT ${NUMBERS[1]}`,
  ],
  holders: [[{ name: `Lê Kanaria ${NUMBERS[0]}`, kind: 'person', from: 0 }]],
  certificateSerial: ['của ông Kanaria'],
  ring: [],
};

test('persons go through file and desk into the register', async () => {
  const sheet = personSheet(60);
  const loaded = await t.bringInBytes(await sheet.zip, { excludeErrors: true, promote: true });
  assert.equal(loaded.status, 'promoted');
  assert.equal(loaded.counts.read, sheet.records);
  const edits = EDITABLE_FIELDS.flatMap((field) => EDITS[field].map((value) => ({ field, value, reason })));
  const { batchId } = await t.bringIn({ rows: edits.map(() => ({ holder: 'Trần Thị Kanaria' })) });
  for (const [i, edit] of notEmpty(edits).entries()) {
    const reply = await t.post(`/api/batches/${batchId}/corrections`, { recordNo: i + 1, edit }, HA);
    // A door that refuses a person is as good as one that keeps it inside.
    assert.ok([200, 400, 409, 422].includes(reply.statusCode), reply.body);
  }
  for (const field of ['sheetNo', 'parcelNo', 'legalAreaM2', 'purposes', 'ring'] as const) {
    const edit = { field, value: 'ÔNG KANARIA', reason };
    assert.equal(
      (await t.post(`/api/batches/${batchId}/corrections`, { recordNo: 1, edit }, HA)).statusCode,
      400,
      field,
    );
  }
  const dealingId = await t.propose(batchId);
  const promoted = await t.post(`/api/batches/${batchId}/promote`, { dealingId }, BINH);
  assert.equal(promoted.statusCode, 200, promoted.body);
  await t.refresh();
  const inside = await t.query(
    `select v.address, v.land_use from cadastre.parcel_version v where v.address ~* 'kana' or v.land_use ~* 'kana'`,
  );
  assert.ok(inside.length >= 12, 'what a file says is kept inside');
});

test('no public door tells one of them', async () => {
  const rows = await t.query<{
    id: string;
    code: string;
    no: string;
    sheet: string;
    commune: string;
    unit: string;
    at: [number, number];
  }>(
    `select v.parcel_id as id, v.parcel_code::text as code, v.parcel_no as no, s.number as sheet, s.commune_code::text as commune,
       s.unit_code::text as unit, array[st_x(p), st_y(p)] as at
     from cadastre.parcel_version v join cadastre.sheet s using (sheet_id), st_transform(st_centroid(v.geom), 4326) p
     where s.commune_code = '07210' order by v.parcel_id`,
  );
  assert.ok(rows.length > 40);
  const planted = await plantPublicParcel(t.database.urls.migrator);
  parcels = rows.map((row) => ({
    ...planted,
    ...row,
    parent: row.id,
    former: row.unit,
    address: 'Thôn Trại Cau',
    centre: row.at,
  }));
  const seen = new Set<string>();
  let answered = 0;
  for (const parcel of notEmpty(parcels)) {
    for (const { contract, url } of notEmpty(
      listDoors(parcel, t.register).filter(({ contract }) => isOpen(contract)),
    )) {
      if (seen.has(url)) continue;
      seen.add(url);
      const reply = await t.app.inject(url);
      assert.ok(reply.statusCode < 500, `${url}: ${reply.statusCode}`);
      if (reply.statusCode === 200) answered += 1;
      if (contract.path.startsWith('/api/docs') || PERSON.test(decodeURIComponent(url))) continue;
      // A nonce is letters drawn anew: some day it spells a name.
      const text = reply.rawPayload.toString('latin1').replaceAll(/nonce="[^"]*"/g, '');
      const found = PERSON.exec(text);
      assert.equal(found && text.slice(found.index - 40, found.index + 40), null, url);
      for (const number of NUMBERS) assert.ok(!text.replace(/[ .]/g, '').includes(number), `${number} in ${url}`);
    }
  }
  assert.ok(answered > 500, `${answered} doors answered`);
});

test('what is public of the same land is told all the same', async () => {
  const read = async (path: string) => (await t.app.inject(path)).body;
  const csv = await read('/api/portal/communes/07210/parcels.csv');
  assert.match(csv, /Thôn Trại Cau/);
  assert.match(csv, /,ONT,/);
  const facts = JSON.parse(await read('/api/portal/communes/07210'));
  const listed: { code: string; parcels: number }[] = facts.landUse;
  assert.deepEqual(listed.map(({ code }) => code).sort(), ['', 'ONT']);
  assert.equal(
    listed.reduce((sum, { parcels: n }) => sum + n, 0),
    facts.totals.parcels,
  );
});

test('the portal itself, reading its views in full, finds nobody; the tiles cannot read the register', async () => {
  const views = await t.query<{ name: string }>(
    "select format('portal.%I', relname) as name from pg_class where relnamespace = 'portal'::regnamespace and relkind = 'v'",
  );
  for (const { name } of notEmpty(views)) {
    const { rows } = await t.pools.portal.query<{ row: string }>(`select v::text as row from ${name} v`);
    for (const { row } of rows) assert.doesNotMatch(row, PERSON, name);
  }
  const { rows } = await t.pools.tiles.query<{ row: string }>('select p::text as row from cadastre.tile_parcel p');
  assert.ok(rows.length > 40);
  for (const { row } of rows) assert.doesNotMatch(row, PERSON);
  await assert.rejects(t.pools.tiles.query('select land_use from cadastre.parcel_version'), /permission denied/);
  await assert.rejects(t.pools.portal.query('select address from cadastre.parcel_version'), /permission denied/);
});

test('findings, reports, the audit log, jobs, the log and the counters keep codes, ids and counts only', async () => {
  const kept = await t.query<{ place: string; text: string }>(
    `select 'finding ' || code as place, detail::text as text from staging.finding
     union all select 'report', (report #- '{files}')::text from staging.batch
     union all select 'audit ' || action, body::text from audit.entry
     union all select 'job', data::text from pgboss.job
     union all select 'work', last_error from staging.batch_work`,
  );
  assert.ok(kept.length > 40);
  for (const { place, text } of kept) {
    assert.doesNotMatch(text ?? '', PERSON, place);
    for (const number of NUMBERS) assert.ok(!text?.includes(number), place);
  }
  assert.ok(lines.length > 500);
  for (const text of [...lines, await t.app.metricsText()]) {
    assert.doesNotMatch(text, PERSON);
    for (const number of NUMBERS) assert.ok(!text.includes(number), text);
  }
});
