/** Several dealings of one file: each rests on what the one before makes, and they are lodged, decided on and taken back as one. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { DealingDraft } from '../../../domain/contract/dealing/dealing-draft.ts';
import type { DealingPreview, DealingReply } from '../../../domain/contract/dealing/dealings.ts';
import type { ParcelDetail, ParcelRights } from '../../../domain/contract/parcel/parcels.ts';
import type { ProblemReply } from '../../../domain/problem/problem.ts';
import { soon } from '../../../testing/browser/soon.ts';
import { type Caller, type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { notEmpty } from '../../../testing/not-empty.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const DOCUMENT = { no: '45/2026/HĐCN', date: '2026-11-02' };
const CUT = [
  [-5, 20],
  [35, 20],
] as const;

const kindOf = ({ kind }: { readonly kind: string }) => kind;
const statusOf = async (id: string) => (await read(id)).status;
const read = async (id: string) => (await stage.get<DealingReply>(`/api/dealings/${id}`, stage.officer)).body.dealing;
const openAfter = (after: string, draft: DealingDraft, who?: Caller) => stage.open({ ...draft, after }, who);

/** A parcel and who holds it, as they will be after an open dealing. */
async function afterwards(id: string, dealing: string) {
  const [land, rights] = [
    await stage.get<ParcelDetail>(`/api/parcels/${id}?after=${dealing}`, stage.officer),
    await stage.get<ParcelRights>(`/api/parcels/${id}/rights?after=${dealing}`, stage.officer),
  ];
  assert.deepEqual([land.status, rights.status], [200, 200], JSON.stringify([land.body, rights.body]));
  return { land: land.body, rights: rights.body.rights };
}

/** Sale of all rights on a parcel as it will be. */
async function saleAfter(dealing: string, parcelId: string, name = 'Lê Thị Người Mua'): Promise<DealingDraft> {
  const { land, rights } = await afterwards(parcelId, dealing);
  return stage.draft('transfer', land, {
    cause: 'sale',
    from: rights.map(({ rightId }) => ({ rightId })),
    to: [{ party: { kind: 'person', name }, share: '1' }],
    document: DOCUMENT,
  });
}

/** A draft that cuts a plot, and one that sells its northern part. */
async function cutAndSell() {
  const { parcel, neighbour } = await stage.plot();
  const split = (await stage.open(stage.split(await stage.parcel(parcel), CUT))).dealing;
  const [north, south] = notEmpty(split.raises.filter(({ role }) => role === 'raised'));
  const sale = (await openAfter(split.dealingId, await saleAfter(split.dealingId, north!.parcelId))).dealing;
  return { parcel, neighbour, split, sale, north: north!.parcelId, south: south!.parcelId };
}
const held = async (parcel: string) => (await stage.rights(parcel)).rights.map(({ holder, share }) => [holder, share]);

test('a split and the transfer of one part: looked at, lodged and registered as one, with lineage, holders and audit', async () => {
  const { parcel, split, sale, north, south } = await cutAndSell();
  assert.deepEqual(sale.file.map(kindOf), ['split', 'transfer']);
  assert.deepEqual(
    sale.targets.map(({ parcelId, version }) => [parcelId, version]),
    [[north, 1]],
  );
  assert.match(sale.targets[0]?.no ?? '', /^\d+$/, 'the number that it would get');
  assert.deepEqual(sale.steps, ['withdraw'], 'the rest is done with the first of the file');
  assert.deepEqual((await read(split.dealingId)).steps, ['lodge', 'withdraw']);
  const preview = await stage.get<DealingPreview>(`/api/dealings/${sale.dealingId}/preview`, stage.officer);
  assert.deepEqual(
    preview.body.rights.map(({ holder, change }) => [holder, change]),
    [
      [stage.holder, 'ended'],
      ['Lê Thị Người Mua', 'raised'],
    ],
  );
  assert.equal((await stage.get(`/api/parcels/${north}`, stage.officer)).status, 404, 'nothing of a look stays');

  const alone = await stage.post<ProblemReply>(`/api/dealings/${sale.dealingId}/lodge`, {}, stage.officer);
  assert.deepEqual([alone.status, alone.body.code], [409, 'dealing.in_file']);
  await stage.step(split.dealingId, 'lodge', {}, stage.officer);
  assert.deepEqual([await statusOf(split.dealingId), await statusOf(sale.dealingId)], ['lodged', 'lodged']);
  const queue = await stage.get<{ items: { dealingId: string; file: unknown[] }[] }>(
    '/api/dealings?queue=to_decide',
    stage.approver,
  );
  const mine = queue.body.items.filter(({ dealingId }) => [split.dealingId, sale.dealingId].includes(dealingId));
  assert.deepEqual(
    mine.map(({ dealingId, file }) => [dealingId, file.length]),
    [[split.dealingId, 2]],
  );
  const own = await stage.post<ProblemReply>(
    `/api/dealings/${split.dealingId}/approve`,
    {},
    { role: 'approver', sub: stage.officer.sub },
  );
  assert.deepEqual([own.status, own.body.code], [403, 'dealing.own']);

  const done = await stage.step(split.dealingId, 'approve', {}, stage.approver);
  assert.deepEqual(
    done.dealing.file.map(({ status }) => status),
    ['registered', 'registered'],
  );
  assert.equal((await stage.parcel(parcel)).state, 'historic');
  assert.deepEqual(await held(north), [['Lê Thị Người Mua', '1']]);
  assert.deepEqual(await held(south), [[stage.holder, '1']]);
  const audit = await stage.query<{ id: string; n: number }>(
    `select subject_id as id, count(*)::int as n from audit.entry where action = 'dealing.registered' and subject_id = any($1) group by 1 order by n`,
    [[split.dealingId, sale.dealingId]],
  );
  assert.deepEqual(
    audit.map(({ n }) => n),
    [1, 1],
  );
  assert.equal(await stage.overlapM2(), 0);
});

test('what stops one stops all: nothing is lodged, and nothing is registered where the world has moved', async () => {
  const { parcel, split, sale } = await cutAndSell();
  // The sale is stopped by a caveat that comes between.
  await stage.deal('caveat_placement', parcel, { effects: ['transfer'], document: { no: 'TA-8', date: '2026-11-03' } });
  const refused = await stage.post<ProblemReply>(`/api/dealings/${split.dealingId}/lodge`, {}, stage.officer);
  assert.deepEqual([refused.status, refused.body.code], [409, 'dealing.blocked']);
  assert.deepEqual(
    refused.body.verdicts?.map(({ code }) => code),
    ['caveat.stops_transfer'],
  );
  assert.deepEqual([await statusOf(split.dealingId), await statusOf(sale.dealingId)], ['draft', 'draft']);

  const other = await cutAndSell();
  await stage.step(other.split.dealingId, 'lodge', {}, stage.officer);
  await stage.deal('caveat_placement', other.parcel, {
    effects: ['transfer'],
    document: { no: 'TA-9', date: '2026-11-03' },
  });
  const late = await stage.post<ProblemReply>(`/api/dealings/${other.split.dealingId}/approve`, {}, stage.approver);
  assert.deepEqual([late.status, late.body.code], [409, 'dealing.blocked']);
  assert.equal((await stage.parcel(other.parcel)).state, 'current', 'nor is the split registered');
  assert.deepEqual([await statusOf(other.split.dealingId), await statusOf(other.sale.dealingId)], ['lodged', 'lodged']);
});

test('a fault in the middle leaves nothing half; the same step again does it once', async () => {
  const { parcel, split, sale, north } = await cutAndSell();
  await stage.step(split.dealingId, 'lodge', {}, stage.officer);
  await stage.query(
    `create function dealing.broken() returns trigger language plpgsql as $$ begin
       if new.kind = 'transfer' and new.status = 'registered' then raise exception 'broken'; end if; return new; end $$`,
  );
  await stage.query(
    'create trigger broken before update on dealing.dealing for each row execute function dealing.broken()',
  );
  try {
    assert.equal((await stage.post(`/api/dealings/${split.dealingId}/approve`, {}, stage.approver)).status, 500);
  } finally {
    await stage.query('drop trigger broken on dealing.dealing');
    await stage.query('drop function dealing.broken()');
  }
  assert.equal((await stage.parcel(parcel)).state, 'current');
  assert.deepEqual([await statusOf(split.dealingId), await statusOf(sale.dealingId)], ['lodged', 'lodged']);
  const twice = await Promise.all(
    [1, 2].map(() => stage.post<ProblemReply>(`/api/dealings/${split.dealingId}/approve`, {}, stage.approver)),
  );
  assert.deepEqual(twice.map(({ status }) => status).sort(), [200, 409]);
  assert.deepEqual(await held(north), [['Lê Thị Người Mua', '1']]);
});

test('a file is held from its first dealing on, so that no two who work at it wait for each other', async () => {
  const { split, sale, south } = await cutAndSell();
  const [first, later] = [split.dealingId, sale.dealingId];
  const draft = await saleAfter(later, south);
  const other = new pg.Client({ connectionString: stage.database.urls.migrator });
  await other.connect();
  try {
    await other.query('begin');
    await other.query('select from dealing.dealing where dealing_id = $1 for update', [first]);
    const asked = [
      stage.get(`/api/parcels/${south}/rights?after=${later}`, stage.officer),
      stage.post('/api/dealings', { dealingId: randomUUID(), ...draft, after: later }, stage.officer),
      stage.post(`/api/dealings/${later}/withdraw`, { reason: 'Không bán nữa' }, stage.officer),
    ];
    const waiting = () =>
      stage.query(
        'select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()',
      );
    await soon.equal(async () => (await waiting()).length, asked.length);
    await other.query('select from dealing.dealing where dealing_id = $1 for update nowait', [later]);
    await other.query('rollback');
    const answers = await Promise.all(asked);
    assert.ok(!answers.some(({ status }) => status >= 500), JSON.stringify(answers));
  } finally {
    await other.end();
  }
});

test('the database itself keeps a file together', async () => {
  const { split, sale } = await cutAndSell();
  await assert.rejects(
    stage.query(`update dealing.dealing set status = 'lodged' where dealing_id = $1`, [sale.dealingId]),
    /moves with it/,
  );
  await assert.rejects(
    stage.query(`update dealing.dealing set status = 'lodged' where dealing_id = $1`, [split.dealingId]),
    /moves with it/,
  );
  await assert.rejects(
    stage.query('update dealing.dealing set file_no = 3 where dealing_id = $1', [sale.dealingId]),
    /is what was proposed/,
  );
  await assert.rejects(
    stage.query('insert into dealing.target (dealing_id, ordinal, parcel_id, version_no) values ($1, 9, $2, 1)', [
      split.dealingId,
      randomUUID(),
    ]),
    { constraint: 'target_version_exists' },
  );
});

test('refused, withdrawn and sent back as one; one that follows can be taken out, with what follows it', async () => {
  const { split, sale, parcel, north } = await cutAndSell();
  const mortgage = await openAfter(
    sale.dealingId,
    await (async () => {
      const { land, rights } = await afterwards(north, sale.dealingId);
      assert.deepEqual(
        rights.map(({ holder }) => holder),
        ['Lê Thị Người Mua'],
      );
      return stage.draft('mortgage_registration', land, {
        rightIds: rights.map(({ rightId }) => rightId),
        mortgagee: { kind: 'organisation', name: 'Ngân hàng Thử Nghiệm' },
        document: { no: 'TC-31', date: '2026-11-03' },
      });
    })(),
  );
  assert.deepEqual(mortgage.dealing.file.map(kindOf), ['split', 'transfer', 'mortgage_registration']);
  const reason = { reason: 'Chưa cần thế chấp' };
  await stage.step(mortgage.dealing.dealingId, 'withdraw', reason, stage.officer);
  assert.deepEqual((await read(split.dealingId)).file.map(kindOf), ['split', 'transfer']);
  await stage.step(split.dealingId, 'lodge', {}, stage.officer);
  await stage.step(split.dealingId, 'refuse', { reason: 'Thiếu hợp đồng' }, stage.approver);
  assert.deepEqual([await statusOf(split.dealingId), await statusOf(sale.dealingId)], ['refused', 'refused']);
  assert.equal((await stage.parcel(parcel)).state, 'current');

  const whole = await cutAndSell();
  await stage.step(whole.split.dealingId, 'withdraw', reason, stage.officer);
  assert.deepEqual(
    [await statusOf(whole.split.dealingId), await statusOf(whole.sale.dealingId)],
    ['withdrawn', 'withdrawn'],
  );
});

test('only a draft of one’s own can be followed; an unknown one is not found; roles and versions as of any dealing', async () => {
  const { split, north, sale } = await cutAndSell();
  const draft = await saleAfter(split.dealingId, north);
  const refusal = async (after: string, who: Caller = stage.officer) => {
    const answer = await stage.post<ProblemReply>('/api/dealings', { ...draft, after, dealingId: randomUUID() }, who);
    return [answer.status, answer.body.code];
  };
  for (const role of ['citizen', 'auditor', 'archivist', 'approver'] as const)
    assert.equal((await refusal(sale.dealingId, { role, sub: role }))[0], 403, role);
  assert.deepEqual(await refusal(sale.dealingId, stage.stranger), [404, 'dealing.not_found'], 'another commune');
  const stale = {
    ...draft,
    targets: [{ parcelId: north, version: 9 }],
    after: sale.dealingId,
    dealingId: randomUUID(),
  };
  assert.equal((await stage.post('/api/dealings', stale, stage.officer)).status, 412);
  const asked = { ...draft, after: sale.dealingId, dealingId: randomUUID() };
  const [once, again] = [
    await stage.post<DealingReply>('/api/dealings', asked, stage.officer),
    await stage.post<DealingReply>('/api/dealings', asked, stage.officer),
  ];
  assert.deepEqual([once.status, again.body], [201, once.body]);
  assert.deepEqual(
    once.body.dealing.verdicts.map(({ code }) => code),
    ['right.not_current'],
    'what was sold before it is nobody’s to sell again',
  );
  assert.deepEqual(await refusal(randomUUID()), [404, 'dealing.not_found']);
  assert.deepEqual(await refusal(split.dealingId, { role: 'officer', sub: 'another' }), [409, 'dealing.file_closed']);
  await stage.step(once.body.dealing.dealingId, 'withdraw', { reason: 'Nhầm' }, stage.officer);
  await stage.step(split.dealingId, 'lodge', {}, stage.officer);
  assert.deepEqual(await refusal(split.dealingId), [409, 'dealing.file_closed']);
  const unknown = await stage.get<ProblemReply>(`/api/parcels/${north}?after=${randomUUID()}`, stage.officer);
  assert.deepEqual([unknown.status, unknown.body.code], [404, 'dealing.not_found']);
});

test('an earlier one that is stopped is said of those that follow, and mended the file goes on', async () => {
  const { parcel, split, sale } = await cutAndSell();
  const caveat = await stage.deal('caveat_placement', parcel, {
    effects: ['split'],
    document: { no: 'TA-11', date: '2026-11-03' },
  });
  const stopped = await read(sale.dealingId);
  assert.deepEqual(
    stopped.verdicts.map(({ code }) => code),
    ['file.earlier_stopped'],
  );
  const [placed] = (await stage.rights(parcel)).caveats;
  await stage.deal('caveat_release', parcel, {
    caveatId: placed!.caveatId,
    document: { no: 'TA-12', date: '2026-11-04' },
  });
  assert.equal(caveat.dealing.status, 'registered');
  await stage.step(split.dealingId, 'lodge', {}, stage.officer);
  await stage.step(split.dealingId, 'approve', {}, stage.approver);
  assert.equal(await statusOf(sale.dealingId), 'registered');
});

test('a file is taken back by a file in the reverse order: the transfer, then the split', async () => {
  const { parcel, split, sale, north, south } = await cutAndSell();
  const was = await stage.parcel(parcel);
  await stage.step(split.dealingId, 'lodge', {}, stage.officer);
  await stage.step(split.dealingId, 'approve', {}, stage.approver);
  const parts = await Promise.all([north, south].map((id) => stage.parcel(id)));
  const early = await stage.open(stage.draft('reversal', parts, { dealingId: split.dealingId }));
  assert.deepEqual(
    (await read(early.dealing.dealingId)).verdicts.map(({ code }) => code),
    ['reversal.rested_upon'],
    'the transfer rests on the split',
  );
  const first = await stage.open(stage.draft('reversal', parts[0]!, { dealingId: sale.dealingId }));
  const second = await openAfter(
    first.dealing.dealingId,
    stage.draft('reversal', parts, { dealingId: split.dealingId }),
  );
  assert.deepEqual(
    second.dealing.verdicts.filter(({ severity }) => severity === 'error'),
    [],
  );
  await stage.step(first.dealing.dealingId, 'lodge', {}, stage.officer);
  await stage.step(first.dealing.dealingId, 'approve', {}, stage.approver);
  const is = await stage.parcel(parcel);
  assert.deepEqual([is.state, is.no, is.geometryLegal], ['current', was.no, was.geometryLegal]);
  assert.deepEqual(await held(parcel), [[stage.holder, '1']]);
  for (const id of [north, south]) {
    assert.equal((await stage.parcel(id)).state, 'historic');
    assert.deepEqual((await stage.rights(id)).rights, [], 'no right is left on a part');
  }
  const dangling = await stage.query<{ n: number }>(
    `select count(*)::int as n from rights."right" r where r.ended_at is null and not exists (
       select from cadastre.parcel_version v where v.parcel_id = r.parcel_id and v.status = 'current')`,
  );
  assert.equal(dangling[0]?.n, 0);
});
