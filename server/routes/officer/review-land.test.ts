/** Land use, holders, certificate and ring corrected by hand: the same doors as for what a file says; and what comes again with the file. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ORIGIN, SIDE, squareAt } from '../../testing/import/sheet-zip.ts';
import { BINH, HA, openReviewApp, type Person, type ReviewApp } from '../../testing/review-app.ts';

let t: ReviewApp;
before(async () => {
  t = await openReviewApp();
});
after(() => t.close());

const HOA: Person = { role: 'officer', sub: 'hoa' };
const reason = 'Theo biên bản đo đạc';
const edit = (batchId: string, recordNo: number, field: string, value: unknown, why = reason) =>
  t.post(`/api/batches/${batchId}/corrections`, { recordNo, edit: { field, value, reason: why } }, HA);
const undo = (batchId: string, recordNo: number, field: string) =>
  t.post(`/api/batches/${batchId}/corrections`, { recordNo, field, rule: 'officer', decision: 'undo' }, HA);
const recordOf = async (batchId: string, no: number) =>
  (await t.get(`/api/batches/${batchId}/records/${no}`, HA)).json();
const openCodes = async (batchId: string, no: number) =>
  (await recordOf(batchId, no)).findings
    .filter(({ settledBy }: { settledBy: string | null }) => settledBy === null)
    .map(({ code }: { code: string }) => code)
    .sort();

test('a land use is one of the list, whoever gives it', async () => {
  const { batchId } = await t.bringIn({ rows: [{ landUse: 'ZZZ' }] });
  for (const code of ['ZZZ', 'VUO', 'NNP']) {
    const reply = await edit(batchId, 1, 'purposes', [{ code, areaM2: null }]);
    assert.deepEqual([reply.statusCode, reply.json().code], [422, 'edit.land_use_unknown'], code);
  }
  assert.equal((await edit(batchId, 1, 'purposes', [{ code: 'LUC', areaM2: 400 }])).statusCode, 200);
  assert.deepEqual(await openCodes(batchId, 1), []);
  await assert.rejects(
    t.query(`select staging.require_value($1, 1, 'purposes', '[{"code": "ZZZ"}]')`, [batchId]),
    /not in the code list/,
  );
});

test('no text that is typed keeps an identity number', async () => {
  const { batchId } = await t.bringIn({ rows: [{}] });
  for (const [field, value] of [
    ['holders', [{ name: 'Lê Thị Mẫu 079188100006', kind: 'person', from: null }]],
    ['certificateSerial', '079188100006'],
  ] as const) {
    const reply = await edit(batchId, 1, field, value);
    assert.deepEqual([reply.statusCode, reply.json().code], [422, 'edit.identity_number'], field);
  }
  // Where there is more to a text than the number it stays, without it: as of a file.
  assert.equal((await edit(batchId, 1, 'address', 'Thôn Trại Cau, CCCD 079188100006')).statusCode, 200);
  assert.equal((await edit(batchId, 1, 'parcelNo', '7', 'Theo CCCD 079188100006')).statusCode, 200);
  const kept = await t.query('select c::text, s::text as step from staging.correction c, staging.correction_step s');
  assert.ok(kept.length > 0);
  assert.doesNotMatch(JSON.stringify(kept), /079188100006/);
});

test('holders and certificate are corrected, papers stay with whom they came with, and undoing gives all back', async () => {
  const { batchId } = await t.bringIn({ rows: [{ identity: '079188100006', serial: 'xx-1' }] });
  const first = (await recordOf(batchId, 1)).candidate;
  assert.deepEqual(await openCodes(batchId, 1), ['certificate.serial_unusual']);
  const holders = [
    { name: 'Nguyễn Thị  Hư Cấu', kind: 'person', from: 0 },
    { name: 'UBND xã Mẫu', kind: 'organisation', from: null },
  ];
  assert.equal((await edit(batchId, 1, 'holders', holders)).statusCode, 200);
  assert.equal((await edit(batchId, 1, 'certificateSerial', 'ab-123456')).statusCode, 200);
  const [row] = await t.query<{ candidate: { holders: object[]; certificateSerial: string } }>(
    'select candidate from staging.record where batch_id = $1',
    [batchId],
  );
  assert.deepEqual(row!.candidate.holders, [
    { name: 'Nguyễn Thị Hư Cấu', kind: 'person', manages: false, identities: [1] },
    { name: 'UBND xã Mẫu', kind: 'organisation', manages: true, identities: [] },
  ]);
  assert.equal(row!.candidate.certificateSerial, 'AB 123456');
  assert.deepEqual(await openCodes(batchId, 1), []);
  const twice = await edit(batchId, 1, 'holders', [holders[0], holders[0]]);
  assert.deepEqual([twice.statusCode, twice.json().code], [400, 'request.invalid']);
  assert.equal((await edit(batchId, 1, 'holders', [])).statusCode, 200);
  assert.deepEqual(await openCodes(batchId, 1), ['holder.missing']);
  // Who may not see persons sees neither the one nor the other.
  const auditor: Person = { role: 'auditor', sub: 'audit' };
  const shown = (await t.get(`/api/batches/${batchId}/records/1`, auditor)).body;
  for (const word of ['Hư Cấu', 'UBND', 'AB 123456', reason]) assert.ok(!shown.includes(word), word);
  await undo(batchId, 1, 'holders');
  await undo(batchId, 1, 'certificateSerial');
  assert.deepEqual((await recordOf(batchId, 1)).candidate, first);
});

test('a ring is corrected: validity, area, code and neighbours follow from it, and undoing gives all of it back', async () => {
  const origin: [number, number] = [ORIGIN[0] + 900, ORIGIN[1] + 900];
  const [x, y] = origin;
  const wide = squareAt(origin, 0).map(([a, b]) => [a === x ? a : a + 3, b] as const);
  const { batchId } = await t.bringIn({ origin, rows: [{ rings: [wide], area: '460.0' }, {}] });
  assert.ok((await openCodes(batchId, 1)).includes('topology.overlap'));
  const first = await recordOf(batchId, 1);
  const around = (await t.get(`/api/batches/${batchId}/records/1/surroundings`, HA)).json();
  assert.equal(around.srid, 9214);
  // The neighbour's own corners, to snap to.
  assert.ok(around.rings.flat().some(([a, b]: [number, number]) => a === x + SIDE && b === y));
  const ring = (points: readonly (readonly [number, number])[]) => ({ srid: 9214, rings: [points] });
  const square = [
    [x, y],
    [x, y + SIDE],
    [x + SIDE, y + SIDE],
    [x + SIDE, y],
  ] as const;
  const done = await edit(batchId, 1, 'ring', ring(square));
  assert.equal(done.statusCode, 200, done.body);
  const corrected = await recordOf(batchId, 1);
  assert.equal(corrected.areaM2, 400);
  assert.notEqual(corrected.parcelCode, first.parcelCode);
  assert.deepEqual([await openCodes(batchId, 1), await openCodes(batchId, 2)], [['area.outside_tolerance'], []]);
  assert.deepEqual(corrected.corrections[0].after, '4 400.00');
  assert.equal(done.json().batch.blocked, false);
  // A ring that crosses itself is kept and blocks: the database says so, not the drawing.
  const bow = [square[0], square[2], square[1], square[3]];
  assert.equal((await edit(batchId, 1, 'ring', ring(bow))).statusCode, 200);
  assert.ok((await openCodes(batchId, 1)).includes('geometry.self_intersection'));
  for (const points of [square.slice(0, 2).concat([square[0]!]), square.map(([a]) => [a, 1] as const)]) {
    const reply = await edit(batchId, 1, 'ring', ring(points));
    assert.deepEqual([reply.statusCode, reply.json().code], [422, 'edit.ring_unfit'], JSON.stringify(points));
  }
  await undo(batchId, 1, 'ring');
  const { corrections, ...back } = await recordOf(batchId, 1);
  const { corrections: none, ...was } = first;
  assert.deepEqual([back, none, corrections.length], [was, [], 1]);
  assert.ok((await openCodes(batchId, 2)).includes('topology.overlap'));
});

test('a record that was out while rings were compared anew is compared when it comes back', async () => {
  const origin: [number, number] = [ORIGIN[0] + 1100, ORIGIN[1] + 900];
  const [x, y] = origin;
  const { batchId } = await t.bringIn({ origin, rows: [{}, {}] });
  await t.post(`/api/batches/${batchId}/exclude`, { recordNos: [2], reason }, HA);
  const over = [
    [x, y],
    [x, y + SIDE],
    [x + SIDE + 5, y + SIDE],
    [x + SIDE + 5, y],
  ];
  assert.equal((await edit(batchId, 1, 'ring', { srid: 9214, rings: [over] })).statusCode, 200);
  assert.ok(!(await openCodes(batchId, 1)).includes('topology.overlap'));
  await t.post(`/api/batches/${batchId}/include`, { recordNos: [2] }, HA);
  assert.ok((await openCodes(batchId, 1)).includes('topology.overlap'));
  assert.equal((await t.batch(batchId, HA)).blocked, true);
});

test('after a taking-back the corrections are there again when the file comes again, with who and why', async () => {
  const origin: [number, number] = [ORIGIN[0] + 1300, ORIGIN[1] + 900];
  const sheet = { origin, rows: [{}, { address: 'Thôn Thanh Ấm' }, {}, {}] };
  const { batchId } = await t.bringIn(sheet);
  await edit(batchId, 1, 'parcelNo', '77');
  const moved = squareAt(origin, 0).map(([a, b]) => [a, b === origin[1] ? b - 1 : b]);
  assert.equal((await edit(batchId, 1, 'ring', { srid: 9214, rings: [moved] })).statusCode, 200);
  const repair = { recordNo: 2, field: 'DIACHI', rule: 'text.case_repaired', decision: 'reject' };
  assert.equal((await t.post(`/api/batches/${batchId}/corrections`, repair, HOA)).statusCode, 200);
  await t.post(`/api/batches/${batchId}/exclude`, { recordNos: [4], reason }, HOA);
  const dealingId = await t.propose(batchId);
  assert.equal((await t.post(`/api/batches/${batchId}/promote`, { dealingId }, BINH)).statusCode, 200);
  const back = { dealingId: randomUUID() };
  await t.post(`/api/batches/${batchId}/reverse`, { ...back, reason }, HA);
  assert.equal((await t.post(`/api/batches/${batchId}/approve-reversal`, back, BINH)).statusCode, 200);

  const again = await t.bringIn(sheet, { again: true });
  assert.notEqual(again.batchId, batchId);
  const records = await Promise.all([1, 2, 4].map((no) => recordOf(again.batchId, no)));
  const [one, two, four] = records;
  assert.deepEqual([one.candidate.parcelNo, one.areaM2], ['77', 420]);
  assert.equal(two.candidate.address, 'Thôn Thanh ấm');
  assert.deepEqual([four.status, four.exclusionReason], ['ignored', reason]);
  type Made = {
    field: string;
    status: string;
    reason: string;
    decidedBy: { id: string };
    history: { decision: string }[];
  };
  assert.deepEqual(
    one.corrections.map(({ field, status, reason: why, decidedBy, history }: Made) => [
      field,
      status,
      why,
      decidedBy.id,
      history[0]!.decision,
    ]),
    ['parcelNo', 'ring'].map((field) => [field, 'accepted', reason, 'ha', 'carry']),
  );
  const events = (await t.get(`/api/batches/${again.batchId}/history`, HA)).json().items;
  const carried = events.find(({ act }: { act: string }) => act === 'decisions_carried');
  assert.deepEqual([carried.count, carried.batchId], [3, batchId]);
  // Each can be undone as before.
  await undo(again.batchId, 1, 'parcelNo');
  assert.equal((await recordOf(again.batchId, 1)).candidate.parcelNo, '1');
});

test('ground that two records claim is told once, with both sides; what was settled or is one record’s alone is left out', async () => {
  const origin: [number, number] = [ORIGIN[0] + 1500, ORIGIN[1] + 900];
  const [x, y] = origin;
  /** Overlaps its neighbour to the east by three metres over the whole side. */
  const wide = squareAt(origin, 0).map(([a, b]) => [a === x ? a : a + 3, b] as const);
  const { batchId } = await t.bringIn({ origin, rows: [{ rings: [wide], area: '460.0' }, {}, {}] });
  const overlaps = async (query = '') => (await t.get(`/api/batches/${batchId}/overlaps${query}`, HA)).json();
  const ground = await overlaps();
  assert.deepEqual(
    ground.features.map(({ properties }: { properties: object }) => properties),
    [{ recordNo: 1, other: 2, parcelId: null }],
  );
  const [measured] = await t.query<{ m2: number }>(
    'select st_area(st_transform(st_setsrid(st_geomfromgeojson($1), 4326), 9214)) as m2',
    [JSON.stringify(ground.features[0].geometry)],
  );
  assert.ok(Math.abs(measured!.m2 - 3 * SIDE) < 0.01, `${measured!.m2} m²`);
  const [west, south, east, north] = ground.bbox;
  assert.ok(west < east && south < north);
  assert.equal((await overlaps('?record=2')).features[0].properties.other, 1, 'asked of the other side');
  assert.deepEqual((await overlaps('?record=3')).features, []);
  assert.equal((await overlaps('?record=3')).bbox, null);
  assert.equal((await overlaps('?code=topology.overlap')).features.length, 1);
  assert.deepEqual((await overlaps('?code=register.overlap')).features, []);
  assert.equal((await t.get(`/api/batches/${batchId}/overlaps`, { communes: ['99002'] })).statusCode, 404);
  const square = [
    [x, y],
    [x, y + SIDE],
    [x + SIDE, y + SIDE],
    [x + SIDE, y],
  ];
  assert.equal((await edit(batchId, 1, 'ring', { srid: 9214, rings: [square] })).statusCode, 200);
  assert.deepEqual((await overlaps()).features, [], 'settled');
});

test('a batch names the parcels that were registered from it, in the order of its records, ended ones too', async () => {
  const origin: [number, number] = [ORIGIN[0] + 1700, ORIGIN[1] + 900];
  const { batchId } = await t.bringIn({ origin, rows: [{}, {}, {}] });
  const parcels = async () => (await t.get(`/api/batches/${batchId}/parcels`, HA)).json().items;
  assert.deepEqual(await parcels(), []);
  await t.post(`/api/batches/${batchId}/exclude`, { recordNos: [2], reason }, HA);
  const dealingId = await t.propose(batchId);
  assert.equal((await t.post(`/api/batches/${batchId}/promote`, { dealingId }, BINH)).statusCode, 200);
  const raised = await t.query<{ id: string; no: number }>(
    'select parcel_id as id, source_record_no as no from cadastre.parcel where source_batch_id = $1 order by source_record_no',
    [batchId],
  );
  assert.deepEqual(
    raised.map(({ no }) => no),
    [1, 3],
  );
  const ids = raised.map(({ id }) => id);
  assert.deepEqual(await parcels(), ids);
  const back = { dealingId: randomUUID() };
  await t.post(`/api/batches/${batchId}/reverse`, { ...back, reason }, HA);
  assert.equal((await t.post(`/api/batches/${batchId}/approve-reversal`, back, BINH)).statusCode, 200);
  assert.deepEqual(await parcels(), ids);
  assert.equal((await t.get(`/api/batches/${batchId}/parcels`, { communes: ['99002'] })).statusCode, 404);
});
