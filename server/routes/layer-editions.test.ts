import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { LayerEditionDetail, StaffLayer } from '../domain/contract/layers.ts';
import { box, plantLayer } from '../testing/plant/plant-layer.ts';
import { readTile } from '../testing/read-tile.ts';
import { openTokenApp, type TokenApp } from '../testing/sign-in/token-app.ts';
import { tileAround } from '../testing/tile-around.ts';

let t: TokenApp;
before(async () => {
  t = await openTokenApp();
});
after(async () => {
  await t.close();
});

/** Over the first parcel of the fixture. */
const area = (category: string) => ({ category, wkt: box(416_700, 2_353_000, 416_730, 2_353_040) });
const plant = (code: string, category: string, waits: boolean, proposedBy = 'someone') =>
  plantLayer(t.ownerClient, { code, waits, proposedBy, features: [area(category)] });
const call = (path: string, payload: object, headers = t.as('approver', ['99002'])) =>
  t.app.inject({ method: 'POST', url: `/api/layers/${path}`, headers, payload });
const states = (layer: StaffLayer) => layer.editions.map(({ no, status }: LayerEditionDetail) => [no, status]);
const category = async () => {
  const { overlays } = (await t.app.inject(`/api/portal/parcels/${t.register.twins[0]}`)).json();
  return Object.fromEntries(
    overlays.map(({ code, edition, items }: { code: string; edition: number; items: { category: string }[] }) => [
      code,
      [edition, items[0]?.category],
    ]),
  );
};

test('a second person puts the newer edition in force: parcel, tile and list follow, the older one is kept', async () => {
  await plant('plan', 'cũ', false);
  const { batchId } = await plant('plan', 'mới', true);
  const { x, y } = tileAround(t.register.centre, 15);
  const tile = `/tiles/layers/plan/15/${x}/${y}.mvt`;
  const before = (await t.app.inject(tile)).headers.etag;
  assert.deepEqual((await category()).plan, [1, 'cũ']);
  const reply = await call('plan/editions/2/enforce', {});
  assert.equal(reply.statusCode, 200, reply.body);
  assert.deepEqual(states(reply.json()), [
    [2, 'in_force'],
    [1, 'superseded'],
  ]);
  assert.deepEqual((await category()).plan, [2, 'mới']);
  const fresh = await t.app.inject({ url: tile, headers: { 'if-none-match': String(before) } });
  assert.equal(fresh.statusCode, 200);
  const { rows } = await t.ownerClient.query('select status from staging.batch where batch_id = $1', [batchId]);
  assert.equal(rows[0].status, 'promoted');
  const audit = await t.ownerClient.query(
    `select action, body ->> 'editionNo' as no, body ->> 'superseded' is not null as ended from audit.entry where subject_id = 'plan' order by seq`,
  );
  assert.deepEqual(audit.rows, [{ action: 'layer.edition_enforced', no: '2', ended: true }]);
  const again = await call('plan/editions/2/enforce', {});
  assert.deepEqual([again.statusCode, again.json()], [200, reply.json()]);
  const late = await call('plan/editions/2/refuse', { reason: 'muộn' });
  assert.deepEqual([late.statusCode, late.json().code, late.json().state], [409, 'edition.step_refused', 'in_force']);
});

test('a refused edition says why, without numbers of persons, and changes nothing that is shown', async () => {
  await plant('old', 'giữ', false);
  const { batchId } = await plant('old', 'bỏ', true);
  const reply = await call('old/editions/2/refuse', { reason: 'Sai năm, hỏi 024187654321' });
  assert.equal(reply.statusCode, 200, reply.body);
  const [newest] = reply.json().editions;
  assert.equal(newest.status, 'refused');
  assert.match(newest.reason, /^Sai năm, hỏi •+321$/);
  assert.deepEqual((await category()).old, [1, 'giữ']);
  const { rows } = await t.ownerClient.query('select status from staging.batch where batch_id = $1', [batchId]);
  assert.equal(rows[0].status, 'rejected');
});

test('who brought it does not decide, nor does who may not', async () => {
  await plant('eyes', 'a', false);
  await plant('eyes', 'b', true, 'test-approver');
  const own = await call('eyes/editions/2/enforce', {});
  assert.deepEqual([own.statusCode, own.json().code], [403, 'edition.own']);
  assert.equal((await call('eyes/editions/2/enforce', {}, t.as('officer'))).statusCode, 403);
  assert.equal(
    (await t.app.inject({ method: 'POST', url: '/api/layers/eyes/editions/2/enforce', payload: {} })).statusCode,
    401,
  );
  assert.equal((await call('eyes/editions/9/enforce', {})).json().code, 'edition.not_found');
  assert.equal((await call('eyes/editions/2/refuse', {}, t.as('admin'))).statusCode, 400);
  assert.equal((await call('eyes/editions/2/refuse', { reason: '   ' }, t.as('admin'))).statusCode, 400);
  assert.equal((await call('eyes/editions/2/enforce', {}, t.as('admin'))).statusCode, 200);
});

test('two people at once: one edition is in force, the other call sees what became of it', async () => {
  await plant('both', 'a', false);
  await plant('both', 'b', true);
  await plant('both', 'c', true);
  const replies = await Promise.all([
    call('both/editions/2/enforce', {}, t.as('approver', ['99001'], 'one')),
    call('both/editions/3/enforce', {}, t.as('admin', ['99001'], 'two')),
    call('both/editions/2/refuse', { reason: 'không' }, t.as('admin', ['99001'], 'three')),
  ]);
  const codes = replies.map(({ statusCode }) => statusCode);
  assert.equal(codes[1], 200);
  assert.deepEqual([...new Set([codes[0], codes[2]])].sort(), [200, 409]);
  const { rows } = await t.ownerClient.query(
    `select count(*) filter (where status = 'in_force')::int as shown, count(*) filter (where status = 'proposed')::int as waiting from thematic.edition where layer_code = 'both'`,
  );
  assert.deepEqual(rows[0], { shown: 1, waiting: 0 });
});

test('staff lists layers, public or not, with what each may do; those that wait come first', async () => {
  await plantLayer(t.ownerClient, { code: 'inner', title: 'A Nội bộ', channels: [], features: [area('x')] });
  await plant('waits', 'a', false);
  await plant('waits', 'b', true);
  const list = async (headers: Record<string, string>) => await t.app.inject({ url: '/api/layers', headers });
  const officer: StaffLayer[] = (await list(t.as('officer'))).json().items;
  assert.equal(officer[0]?.code, 'waits');
  assert.deepEqual(officer[0]?.editions[0]?.allowed, []);
  assert.ok(officer.some(({ code, channels }) => code === 'inner' && channels.length === 0));
  const approver: StaffLayer[] = (await list(t.as('approver'))).json().items;
  assert.deepEqual(
    approver[0]?.editions.map(({ allowed }) => allowed),
    [['enforce', 'refuse'], ['withdraw']],
  );
  assert.doesNotMatch(JSON.stringify(approver), /someone/);
  assert.equal((await list(t.as('citizen'))).statusCode, 403);
  assert.equal((await list({})).statusCode, 401);
});

test('what is in force is taken back by a decider with a reason, is shown no more, and comes back only as a new edition', async () => {
  await plant('undo', 'đúng', false);
  await plant('undo', 'sai', true);
  assert.equal((await call('undo/editions/2/enforce', {})).statusCode, 200);
  assert.equal(
    (await call('undo/editions/2/withdraw', { reason: 'x' }, t.as('officer'))).json().code,
    'edition.step_refused',
  );
  assert.equal((await call('undo/editions/2/withdraw', {})).statusCode, 400);
  const withdrawn = await call('undo/editions/2/withdraw', { reason: 'Nhầm tệp, hỏi 024187654321' });
  assert.equal(withdrawn.statusCode, 200, withdrawn.body);
  assert.match(withdrawn.json().editions[0].withdrawal, /^Nhầm tệp, hỏi •+321$/);
  assert.deepEqual(states(withdrawn.json()), [
    [2, 'withdrawn'],
    [1, 'superseded'],
  ]);
  assert.deepEqual((await call('undo/editions/2/withdraw', { reason: 'y' })).json(), withdrawn.json(), 'twice is once');
  assert.equal((await category()).undo, undefined, 'nothing of the layer is shown');

  const [one, two] = await Promise.all([
    call('undo/editions/1/restore', {}, t.as('officer', ['99001'], 'one')),
    call('undo/editions/1/restore', {}, t.as('surveyor', ['99001'], 'two')),
  ]);
  assert.deepEqual([one.statusCode, two.statusCode], [200, 200]);
  assert.deepEqual(states(two.json()), [
    [3, 'proposed'],
    [2, 'withdrawn'],
    [1, 'superseded'],
  ]);
  const raised = two.json().editions[0];
  assert.deepEqual([raised.restores, raised.features], [1, 1]);
  assert.equal((await call('undo/editions/3/enforce', {})).statusCode, 200);
  assert.deepEqual((await category()).undo, [3, 'đúng']);
  const { rows } = await t.ownerClient.query(`select action from audit.entry where subject_id = 'undo' order by seq`);
  assert.deepEqual(
    rows.map(({ action }) => action.replace('layer.edition_', '')),
    ['enforced', 'withdrawn', 'restored', 'enforced'],
  );
  await assert.rejects(
    t.ownerClient.query(`update thematic.edition set withdrawal = 'z' where layer_code = 'undo' and edition_no = 2`),
    { code: 'DB003' },
  );
});

test('one that waits is taken back by whoever brought it; an edition is looked at in any state, by staff alone', async () => {
  await plant('look', 'a', false);
  await plant('look', 'b', true, 'test-officer');
  const of = async (path: string, headers: Record<string, string> = t.as('officer')) =>
    await t.app.inject({ url: path, headers });
  const preview = await of('/api/layers/look/editions/2');
  assert.equal(preview.statusCode, 200, preview.body);
  const { extent, areas, lines, points, categories, hidden } = preview.json();
  assert.deepEqual(
    { areas, lines, points, categories, hidden },
    { areas: 1, lines: 0, points: 0, categories: [{ category: 'b', shapes: 1 }], hidden: 0 },
  );
  assert.deepEqual(
    extent.map((degree: number) => degree.toFixed(3)),
    ['106.199', '21.269', '106.199', '21.270'],
  );
  const { x, y } = tileAround([(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2], 15);
  const tile = `/tiles/layers/look/editions/2/15/${x}/${y}.mvt`;
  assert.deepEqual(
    readTile((await of(tile)).rawPayload).features?.map(({ properties }) => properties.category),
    ['b'],
  );
  assert.equal((await of(`/tiles/layers/look/editions/9/15/${x}/${y}.mvt`)).json().code, 'edition.not_found');
  for (const url of ['/api/layers/look/editions/2', tile]) {
    assert.equal((await of(url, {})).statusCode, 401);
    assert.equal((await of(url, t.as('citizen'))).statusCode, 403);
  }
  assert.equal((await of('/api/layers/look/editions/9')).json().code, 'edition.not_found');
  const taken = await call('look/editions/2/withdraw', { reason: 'Nhầm' }, t.as('officer'));
  assert.deepEqual(states(taken.json()), [
    [2, 'withdrawn'],
    [1, 'in_force'],
  ]);
  assert.equal(
    (await call('look/editions/2/restore', {})).json().code,
    'edition.step_refused',
    'it never was in force',
  );
  assert.deepEqual((await category()).look, [1, 'a']);
});
