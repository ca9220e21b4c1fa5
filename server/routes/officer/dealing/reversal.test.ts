/** A registered dealing is taken back by another: the state before it stands anew, history keeps both, nothing may rest on it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { DealingReply } from '../../../domain/contract/dealing/dealings.ts';
import type { ProblemReply } from '../../../domain/problem/problem.ts';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
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

/** The draft that takes a dealing back, on the parcels as they are. */
async function undoing({ dealing }: DealingReply) {
  const land = dealing.raises.filter(({ role }) => role !== 'neighbour');
  const on = await Promise.all(
    (land.length > 0 ? land : dealing.targets).map(({ parcelId }) => stage.parcel(parcelId)),
  );
  return stage.draft('reversal', on, { dealingId: dealing.dealingId });
}
/** Why it cannot be lodged. */
async function stopped(draft: Parameters<DealingStage['open']>[0]) {
  const { dealing } = await stage.open(draft);
  const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/lodge`, {}, stage.officer);
  assert.deepEqual([refused.status, refused.body.code], [409, 'dealing.blocked']);
  return refused.body.verdicts ?? [];
}
const transfer = async (parcel: string, name: string) => {
  const [right] = (await stage.rights(parcel)).rights;
  return stage.deal('transfer', parcel, {
    cause: 'sale',
    from: [{ rightId: right!.rightId }],
    to: [{ party: { kind: 'person', name }, share: '1' }],
    document: DOCUMENT,
  });
};
const held = async (parcel: string) => (await stage.rights(parcel)).rights.map(({ holder, share }) => [holder, share]);

test('a split is taken back: parent and neighbour as they were, mortgage and caveat on them again, parts historic', async () => {
  const { parcel, neighbour } = await stage.plot();
  const [right] = (await stage.rights(parcel)).rights;
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [right!.rightId],
    mortgagee: { kind: 'organisation', name: 'Ngân hàng Thử Nghiệm' },
    document: { no: 'TC-31', date: '2026-10-01' },
  });
  await stage.deal('caveat_placement', parcel, { effects: ['transfer'], document: { no: 'TA-8', date: '2026-11-03' } });
  const [was, beside] = [await stage.parcel(parcel), await stage.parcel(neighbour)];
  const { mortgages, caveats } = await stage.rights(parcel);
  const split = await stage.registerDraft(stage.split(was, CUT));
  const undone = await stage.registerDraft(await undoing(split));
  assert.equal(undone.dealing.status, 'registered');
  const is = await stage.parcel(parcel);
  assert.deepEqual(
    [is.state, is.version, is.no, is.code, is.areaM2, is.legalAreaM2, is.purposes, is.geometryLegal],
    ['current', 2, was.no, was.code, was.areaM2, was.legalAreaM2, was.purposes, was.geometryLegal],
  );
  const [nowBeside] = [await stage.parcel(neighbour)];
  assert.deepEqual(
    [nowBeside.version, nowBeside.geometryLegal],
    [3, beside.geometryLegal],
    'without the corner of the cut',
  );
  assert.deepEqual(await held(parcel), [[stage.holder, '1']]);
  const again = await stage.rights(parcel);
  assert.deepEqual(
    again.mortgages.map(({ mortgageId }) => mortgageId),
    mortgages.map(({ mortgageId }) => mortgageId),
    'the mortgage itself, with its rank',
  );
  assert.deepEqual(
    again.caveats.map(({ documentNo, effects }) => [documentNo, effects]),
    caveats.map(({ documentNo, effects }) => [documentNo, effects]),
  );
  for (const { parcelId, role } of notEmpty(split.dealing.raises)) {
    if (role !== 'raised') continue;
    assert.equal((await stage.parcel(parcelId)).state, 'historic');
    const rights = await stage.rights(parcelId);
    assert.deepEqual([rights.rights, rights.caveats], [[], []]);
  }
  assert.equal(await stage.overlapM2(), 0);
  const ground = await stage.query<{ n: number }>(
    `select count(*)::int as n from cadastre.lineage a join cadastre.lineage b on a.parent_id = b.child_id and a.child_id = b.parent_id`,
  );
  assert.equal(ground[0]?.n, 0, 'no parcel is its own ancestor');
});

test('a merger is taken back: both parts, their numbers and their holders', async () => {
  const { parcel, neighbour } = await stage.plot(undefined, 'one');
  const parts = [await stage.parcel(parcel), await stage.parcel(neighbour)];
  const merged = await stage.registerDraft(stage.draft('merge', parts, {}));
  await stage.registerDraft(await undoing(merged));
  for (const part of parts) {
    const is = await stage.parcel(part.id);
    assert.deepEqual([is.state, is.version, is.no, is.geometryLegal], ['current', 2, part.no, part.geometryLegal]);
    assert.deepEqual(await held(part.id), [[stage.holder, '1']]);
  }
  assert.equal((await stage.parcel(merged.dealing.raises[0]!.parcelId)).state, 'historic');
});

test('a transfer, a caveat and a mortgage are taken back; a release of a mortgage with its rank told', async () => {
  const { parcel } = await stage.plot();
  await stage.registerDraft(await undoing(await transfer(parcel, 'Lê Thị Nhận Nhầm')));
  assert.deepEqual(await held(parcel), [[stage.holder, '1']]);

  const caveat = { effects: ['transfer'], document: { no: 'TA-9', date: '2026-11-03' } };
  await stage.registerDraft(await undoing(await stage.deal('caveat_placement', parcel, caveat)));
  assert.deepEqual((await stage.rights(parcel)).caveats, []);

  const [right] = (await stage.rights(parcel)).rights;
  const mortgaging = {
    rightIds: [right!.rightId],
    mortgagee: { kind: 'organisation', name: 'Ngân hàng Thử Nghiệm' },
    document: { no: 'TC-32', date: '2026-10-01' },
  };
  await stage.deal('mortgage_registration', parcel, mortgaging);
  const [{ mortgageId } = { mortgageId: '' }] = (await stage.rights(parcel)).mortgages;
  const released = await stage.deal('mortgage_release', parcel, { mortgageId, document: DOCUMENT });
  const { dealing } = await stage.registerDraft(await undoing(released));
  assert.deepEqual(
    dealing.verdicts.map(({ code }) => code),
    ['reversal.ranks_anew'],
  );
  assert.deepEqual(
    (await stage.rights(parcel)).mortgages.map(({ documentNo, rightIds }) => [documentNo, rightIds]),
    [['TC-32', [right!.rightId]]],
  );
});

test('what later dealings rest on is not taken back, and each of them is named', async () => {
  const { parcel } = await stage.plot();
  const split = await stage.registerDraft(stage.split(await stage.parcel(parcel), CUT));
  const [child] = split.dealing.raises;
  const sold = await transfer(child!.parcelId, 'Phạm Văn Mua');
  const verdicts = await stopped(await undoing(split));
  assert.deepEqual(
    verdicts.map(({ code, facts }) => [code, facts.dealingId]),
    [['reversal.rested_upon', sold.dealing.dealingId]],
  );
});

test('a dealing that came while the reversal waited stops it at registration: the world moved', async () => {
  const { parcel } = await stage.plot();
  const first = await transfer(parcel, 'Lê Thị Một');
  const { dealing } = await stage.open(await undoing(first));
  await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
  await transfer(parcel, 'Lê Thị Hai');
  const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/approve`, {}, stage.approver);
  assert.deepEqual([refused.status, refused.body.code], [409, 'dealing.blocked']);
  assert.deepEqual(await held(parcel), [['Lê Thị Hai', '1']]);
});

test('not twice, not a draft, not a batch, not by other parcels, not what is not there', async () => {
  const { parcel, neighbour } = await stage.plot();
  const done = await transfer(parcel, 'Lê Thị Nhầm');
  const draft = await undoing(done);
  await stage.registerDraft(draft);
  assert.ok((await stopped(draft)).some(({ code }) => code === 'reversal.done_before'));
  const page = await stage.parcel(parcel);
  const open = await stage.open(stage.split(page, CUT));
  const of = (dealingId: string) => stage.draft('reversal', page, { dealingId });
  assert.deepEqual(
    (await stopped(of(open.dealing.dealingId))).map(({ code }) => code),
    ['reversal.not_registered'],
  );
  const [{ id } = { id: '' }] = await stage.query<{ id: string }>(
    'select raised_by as id from cadastre.parcel where parcel_id = $1',
    [parcel],
  );
  assert.deepEqual(
    (await stopped(of(id))).map(({ code }) => code),
    ['reversal.of_import'],
  );
  const third = await transfer(parcel, 'Lê Thị Ba');
  const elsewhere = stage.draft('reversal', await stage.parcel(neighbour), { dealingId: third.dealing.dealingId });
  assert.deepEqual(
    (await stopped(elsewhere)).map(({ code }) => code),
    ['reversal.targets_differ'],
  );
  const unknown = { ...of(randomUUID()), dealingId: randomUUID() };
  const absent = await stage.post<ProblemReply>('/api/dealings', unknown, stage.officer);
  assert.deepEqual([absent.status, absent.body.code], [404, 'dealing.not_found']);
});

test('a role that may not, another commune, a stale version, one’s own', async () => {
  const { parcel } = await stage.plot();
  const draft = await undoing(await transfer(parcel, 'Lê Thị Bốn'));
  const asked = { ...draft, dealingId: randomUUID() };
  for (const role of ['citizen', 'auditor', 'archivist', 'approver'] as const)
    assert.equal((await stage.post('/api/dealings', asked, { role, sub: role })).status, 403, role);
  assert.equal((await stage.post('/api/dealings', asked, stage.stranger)).status, 403);
  const old = { ...asked, targets: draft.targets.map((target) => ({ ...target, version: 9 })) };
  assert.equal((await stage.post('/api/dealings', old, stage.officer)).status, 412);
  const both = { ...stage.officer, role: ['officer', 'approver'] as const };
  const { dealing } = await stage.open(draft, both);
  await stage.step(dealing.dealingId, 'lodge', {}, both);
  const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/approve`, {}, both);
  assert.deepEqual([refused.status, refused.body.code], [403, 'dealing.own']);
  const page = await stage.parcel(parcel);
  assert.ok(
    notEmpty(page.operations).every(({ kind }) => kind !== 'reversal'),
    'it is begun on the page of a dealing, not of a parcel',
  );
});

test('16 reversals of one dealing at once: one wins; a crash inside leaves everything as it was', async () => {
  const { parcel } = await stage.plot();
  const split = await stage.registerDraft(stage.split(await stage.parcel(parcel), CUT));
  const draft = await undoing(split);
  const lodged: string[] = [];
  for (let at = 0; at < 16; at += 1) {
    const { dealing } = await stage.open(draft);
    await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
    lodged.push(dealing.dealingId);
  }
  await stage.breakTiles(async () => {
    assert.equal((await stage.post(`/api/dealings/${lodged[0]}/approve`, {}, stage.approver)).status, 500);
  });
  assert.equal((await stage.parcel(parcel)).state, 'historic');
  const ends = await Promise.all(
    lodged.map((id) => stage.post<ProblemReply>(`/api/dealings/${id}/approve`, {}, stage.approver)),
  );
  assert.equal(ends.filter(({ status }) => status === 200).length, 1);
  for (const { status, body } of ends.filter((end) => end.status !== 200))
    assert.deepEqual([status, body.code], [409, 'dealing.blocked']);
  assert.deepEqual(await held(parcel), [[stage.holder, '1']]);
  assert.equal(await stage.overlapM2(), 0);
});
