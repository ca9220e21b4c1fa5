/** What staff looks for and reads: parcels, their past and what lies beside them, dealings, the audit log. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DealingPreview, DealingSummary } from '../../domain/contract/dealing/dealings.ts';
import type { ParcelLineage } from '../../domain/contract/parcel/parcel-lineage.ts';
import type {
  Parcel,
  ParcelDetail,
  ParcelHistory,
  ParcelNeighbours,
  ParcelRights,
} from '../../domain/contract/parcel/parcels.ts';
import type { ProblemReply } from '../../domain/problem/problem.ts';
import { type Caller, type DealingStage, openDealingStage } from '../../testing/dealing-stage.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const AUDITOR: Caller = { role: 'auditor', sub: 'auditor' };
const ACROSS: [number, number][] = [
  [-5, 20],
  [35, 20],
];
const EMPTY = '00000000-0000-4000-8000-000000000000';

interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** Items of a list, every page of it. */
async function all<T>(path: string, who: Caller, limit: number, cursor?: string): Promise<T[]> {
  const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  const { status, body } = await stage.get<Page<T>>(`${path}&limit=${limit}${after}`, who);
  assert.equal(status, 200, path);
  assert.ok(body.items.length <= limit);
  return body.nextCursor === null ? body.items : [...body.items, ...(await all<T>(path, who, limit, body.nextCursor))];
}
const idsOf = (parcels: readonly Parcel[]) => parcels.map(({ id }) => id);
const find = async (query: string, who = stage.officer) => {
  const reply = await stage.get<{ items: Parcel[] }>(`/api/parcels?${query}`, who);
  assert.equal(reply.status, 200, query);
  return reply.body.items;
};

test('parcels are found by number, by code, by what is typed and by a box, in the communes of who asks', async () => {
  const { parcel, neighbour } = await stage.plot();
  const is = await stage.parcel(parcel);
  for (const query of [
    `sheet=77&no=${is.no}`,
    `code=${is.code}`,
    `q=77/${is.no}`,
    `q=${encodeURIComponent(`tờ 77 thửa ${is.no}`)}`,
    `q=${is.code}`,
  ])
    assert.deepEqual(idsOf(await find(query)), [parcel], query);
  const corners = is.geometry.coordinates[0]!;
  const middle = [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis]!, 0) / corners.length);
  assert.deepEqual(idsOf(await find(`bbox=${[...middle, ...middle].map((n) => n.toFixed(9)).join(',')}`)), [parcel]);
  assert.ok(idsOf(await find('commune=99001&sheet=77')).includes(neighbour));
  assert.deepEqual(await find(`sheet=77&no=${is.no}`, stage.stranger), [], 'serves another commune');
  assert.deepEqual(idsOf(await find(`commune=99001&sheet=77&no=${is.no}`, { ...stage.stranger, communes: ['*'] })), [
    parcel,
  ]);
  const silly = await stage.get<ProblemReply>('/api/parcels?q=hoa', stage.officer);
  assert.deepEqual([silly.status, silly.body.code], [422, 'query.not_understood']);
  const cursor = await stage.get<ProblemReply>('/api/parcels?sheet=77&cursor=x', stage.officer);
  assert.deepEqual([cursor.status, cursor.body.code], [400, 'cursor.invalid']);
});

test('a list of parcels goes on from page to page in the order of numbers, each once', async () => {
  for (let n = 0; n < 3; n += 1) await stage.plot();
  const whole = await find('sheet=77&limit=500');
  assert.ok(whole.length >= 6);
  assert.deepEqual(
    whole.map(({ no }) => Number(no)),
    whole.map(({ no }) => Number(no)).sort((a, b) => a - b),
  );
  for (const limit of [1, whole.length - 1, whole.length])
    assert.deepEqual(idsOf(await all<Parcel>('/api/parcels?sheet=77', stage.officer, limit)), idsOf(whole), `${limit}`);
});

test('the past of a parcel names each version with what made and ended it; neighbours are those that stand beside it now', async () => {
  const { parcel, neighbour } = await stage.plot();
  const past = async (id: string) =>
    (await stage.get<ParcelHistory>(`/api/parcels/${id}/history`, stage.officer)).body.items;
  const beside = async (id: string) =>
    (await stage.get<ParcelNeighbours>(`/api/parcels/${id}/neighbours`, stage.officer)).body.items;
  const [first] = await past(parcel);
  assert.deepEqual([first?.version, first?.endedAt, first?.endedBy], [1, null, null]);
  assert.deepEqual(
    (await beside(parcel)).map(({ id }) => id),
    [neighbour],
  );

  const { dealing } = await stage.registerDraft(stage.split(await stage.parcel(parcel), ACROSS));
  const [ended] = await past(parcel);
  assert.deepEqual([ended?.endedBy, ended?.raisedBy], [dealing.dealingId, first?.raisedBy]);
  const corner = await past(neighbour);
  assert.deepEqual(
    corner.map(({ version, endedBy, raisedBy }) => [version, endedBy, raisedBy === dealing.dealingId]),
    [
      [2, null, true],
      [1, dealing.dealingId, false],
    ],
    'the newest first',
  );
  const children = (await stage.parcel(parcel)).successors.map(({ id }) => id).sort();
  assert.deepEqual((await beside(neighbour)).map(({ id }) => id).sort(), children);
  const [shape] = await beside(neighbour);
  assert.equal(shape?.geometryLegal.srid, 9214);
  for (const path of ['history', 'neighbours']) {
    const none = await stage.get<ProblemReply>(`/api/parcels/${EMPTY}/${path}`, stage.officer);
    assert.deepEqual([none.status, none.body.code], [404, 'parcel.not_found'], path);
  }
});

test('as known on a day: what was recorded later is left out, an end among it; and nothing is offered then', async () => {
  const { parcel } = await stage.plot('2026-01-10T12:00:00+07:00');
  const tables = ['cadastre.parcel_version', 'rights."right"'];
  /** Writes history as nobody can who is no owner of the tables. */
  const rewrite = async (set: string) => {
    for (const table of tables) {
      await stage.query(`alter table ${table} disable trigger user`);
      await stage.query(`update ${table} set ${set} where parcel_id = $1`, [parcel]);
      await stage.query(`alter table ${table} enable trigger user`);
    }
  };
  await rewrite(`recorded_at = '2026-01-12T09:00:00+07:00'`);
  await stage.registerDraft(stage.split(await stage.parcel(parcel), ACROSS));
  // The court said in December that it had ended in March.
  await rewrite(`ended_at = '2026-03-01T12:00:00+07:00'`);
  const look = (query: string) => stage.get<ParcelDetail>(`/api/parcels/${parcel}?${query}`, stage.officer);
  const known = await look('knownAt=2026-06-01');
  assert.equal(known.status, 200);
  const { state, endedAt, successors, operations } = known.body;
  assert.deepEqual([state, endedAt, successors, operations], ['current', null, [], []]);
  assert.equal((await look('at=2026-06-01')).status, 404, 'as is known today it had ended');
  assert.equal((await look('at=2026-06-01&knownAt=2026-06-01')).status, 200);
  assert.equal((await look('at=2026-02-01')).body.successors.length, 2);
  for (const query of ['knownAt=2026-01-11', 'at=2026-02-01&knownAt=2026-01-11'])
    assert.equal((await look(query)).status, 404, `${query}: not recorded yet`);
  const rights = async (query: string) =>
    (await stage.get<ParcelRights>(`/api/parcels/${parcel}/rights?${query}`, stage.officer)).body.rights;
  assert.deepEqual(
    (await rights('knownAt=2026-06-01')).map(({ holder }) => holder),
    [stage.holder],
  );
  assert.equal((await look('knownAt=hôm+qua')).status, 400);
});

test('lineage is told over generations, with the dealings between; those of another commune are not named', async () => {
  const { parcel } = await stage.plot();
  await stage.registerDraft(stage.split(await stage.parcel(parcel), ACROSS));
  const [first, second] = (await stage.parcel(parcel)).successors.map(({ id }) => id);
  const merged = await stage.registerDraft(
    stage.draft('merge', [await stage.parcel(first!), await stage.parcel(second!)], {}),
  );
  const lineage = async (id: string, who = stage.officer) =>
    (await stage.get<ParcelLineage>(`/api/parcels/${id}/lineage`, who)).body;
  const [last] = (await stage.parcel(first!)).successors;
  const told = await lineage(first!);
  assert.deepEqual(
    told.items.map(({ id, generation }) => [id, generation]),
    [
      [parcel, -1],
      [first, 0],
      [last?.id, 1],
    ],
  );
  assert.deepEqual(
    told.links.map(({ parentId, childId, kind }) => [parentId, childId, kind]),
    [
      [parcel, first, 'split'],
      [first, last?.id, 'merge'],
    ],
  );
  assert.equal(told.links[1]?.dealingId, merged.dealing.dealingId);
  const whole = await lineage(last!.id);
  assert.deepEqual(
    whole.items.map(({ generation }) => generation),
    [-2, -1, -1, 0],
  );
  assert.equal(whole.links.length, 4);
  const elsewhere = await lineage(first!, stage.stranger);
  assert.deepEqual(
    elsewhere.links.map(({ kind, registeredAt }) => [kind, registeredAt]),
    [
      [null, null],
      [null, null],
    ],
  );
  const none = await stage.get<ProblemReply>(`/api/parcels/${EMPTY}/lineage`, stage.officer);
  assert.deepEqual([none.status, none.body.code], [404, 'parcel.not_found']);
});

test('dealings are listed by parcel, state, kind and for whom they wait, the last that changed first', async () => {
  const { parcel } = await stage.plot();
  const draft = stage.split(await stage.parcel(parcel), ACROSS);
  const opened: string[] = [];
  for (let n = 0; n < 3; n += 1) opened.unshift((await stage.open(draft)).dealing.dealingId);
  const [last] = opened;
  await stage.step(last!, 'lodge', {}, stage.officer);
  const list = async (query: string, who = stage.officer) =>
    (await all<DealingSummary>(`/api/dealings?parcelId=${parcel}&${query}`, who, 100)).map(
      ({ dealingId }) => dealingId,
    );
  assert.deepEqual(await list('kind=split'), opened);
  assert.deepEqual(await list('state=lodged'), [last]);
  assert.deepEqual(await list('state=draft'), opened.slice(1));
  assert.deepEqual(await list('queue=open&kind=split'), opened);
  assert.deepEqual(await list('queue=mine'), opened);
  assert.deepEqual(await list('queue=mine', stage.approver), []);
  assert.deepEqual(await list('queue=to_decide', stage.approver), [last]);
  assert.deepEqual(await list('queue=to_decide'), [], 'her own are not hers to decide');
  assert.deepEqual(await list('kind=split', stage.stranger), [], 'nobody else’s commune');
  const promotion = await list('kind=import_promotion');
  assert.equal(promotion.length, 1, 'what raised the parcel is among those that touch it');
  await stage.step(opened[2]!, 'withdraw', { reason: 'nhầm' }, stage.officer);
  assert.deepEqual(await list('queue=open&kind=split'), opened.slice(0, 2));
  assert.equal((await list('kind=split'))[0], opened[2], 'what changed last comes first');
  const whole = await all<DealingSummary>(`/api/dealings?parcelId=${parcel}`, stage.officer, 100);
  assert.equal(whole.length, 4);
  assert.deepEqual(
    await all<DealingSummary>(`/api/dealings?parcelId=${parcel}`, stage.officer, 1),
    whole,
    'page by page',
  );
  const cursor = await stage.get<ProblemReply>('/api/dealings?cursor=x', stage.officer);
  assert.deepEqual([cursor.status, cursor.body.code], [400, 'cursor.invalid']);
});

test('what an open dealing would do is told as long as it is open, and to auditors without holders', async () => {
  const { parcel } = await stage.plot();
  const { dealing } = await stage.open(stage.split(await stage.parcel(parcel), ACROSS));
  const path = `/api/dealings/${dealing.dealingId}/preview`;
  const seen = await stage.get<DealingPreview>(path, stage.officer);
  assert.equal(seen.status, 200);
  const land = ({ raises }: DealingPreview) => raises.map(({ role, sheet, no, areaM2 }) => [role, sheet, no, areaM2]);
  assert.equal(land(seen.body).length, 2);
  assert.deepEqual(land(seen.body), land(dealing));
  assert.ok(seen.body.rights.some(({ holder }) => holder === stage.holder));
  const audited = await stage.get<DealingPreview>(path, AUDITOR);
  assert.deepEqual([audited.status, audited.body.rights], [200, []]);
  assert.deepEqual(land(audited.body), land(seen.body));
  assert.ok(!JSON.stringify(audited.body).includes(stage.holder));
  assert.equal((await stage.get(path, stage.stranger)).status, 404);
  await stage.step(dealing.dealingId, 'withdraw', { reason: 'nhầm' }, stage.officer);
  const closed = await stage.get<ProblemReply>(path, stage.officer);
  assert.deepEqual([closed.status, closed.body.code], [409, 'dealing.step_refused']);
});

test('auditors read the log, the newest first, by subject and by person; nobody is named in it', async () => {
  const { parcel } = await stage.plot();
  const { dealing } = await stage.open(stage.split(await stage.parcel(parcel), ACROSS));
  await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
  await stage.step(dealing.dealingId, 'approve', {}, stage.approver);
  interface Line {
    readonly seq: number;
    readonly actor: string;
    readonly subjectId: string;
  }
  const path = `/api/audit?subjectId=${dealing.dealingId}`;
  const lines = await all<Line>(path, AUDITOR, 500);
  assert.ok(lines.length >= 3, `${lines.length} entries`);
  assert.ok(lines.every(({ subjectId }) => subjectId === dealing.dealingId));
  assert.deepEqual(
    lines.map(({ seq }) => seq),
    lines.map(({ seq }) => seq).sort((a, b) => b - a),
  );
  assert.deepEqual(new Set(lines.map(({ actor }) => actor)), new Set(['ha', 'binh']));
  assert.deepEqual(await all<Line>(path, AUDITOR, 1), lines, 'page by page');
  const hers = await all<Line>(`${path}&actorId=binh`, AUDITOR, 500);
  assert.deepEqual(
    hers,
    lines.filter(({ actor }) => actor === 'binh'),
  );
  assert.ok(!JSON.stringify(await all<Line>('/api/audit?actorId=ha', AUDITOR, 500)).includes(stage.holder));
  assert.equal((await stage.get(path, stage.officer)).status, 403);
  const cursor = await stage.get<ProblemReply>('/api/audit?cursor=x', AUDITOR);
  assert.deepEqual([cursor.status, cursor.body.code], [400, 'cursor.invalid']);
});
