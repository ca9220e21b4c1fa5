/** Parcels are merged through the doors: one holder, several by agreement, burdens named; and everything that must not pass. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { DealingPreview, DealingReply } from '../../../domain/contract/dealing/dealings.ts';
import type { ParcelDetail, ParcelRights } from '../../../domain/contract/parcel/parcels.ts';
import type { ProblemReply } from '../../../domain/problem/problem.ts';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { notEmpty } from '../../../testing/not-empty.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const DOCUMENT = { no: '12/2026/HT', date: '2026-11-02' };

/** A plot and its neighbour, as the page shows them, and the draft that merges them. */
async function pair(holders: 'one' | 'two' = 'one', payload: object = {}) {
  const { parcel, neighbour } = await stage.plot(undefined, holders);
  const parts = [await stage.parcel(parcel), await stage.parcel(neighbour)];
  return { parcel, neighbour, parts, draft: stage.draft('merge', parts, payload) };
}

/** Why a draft cannot be lodged, by code. */
async function stopped(draft: Parameters<DealingStage['open']>[0]): Promise<string[]> {
  const { dealing } = await stage.open(draft);
  const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/lodge`, {}, stage.officer);
  assert.deepEqual([refused.status, refused.body.code], [409, 'dealing.blocked']);
  assert.ok(notEmpty(refused.body.errors)?.every(({ message }) => message.length > 20));
  return refused.body.verdicts?.map(({ code }) => code) ?? [];
}

test('neighbours of one holder become one parcel: sums, next number, lineage from both, papers and tiles follow', async () => {
  const { parcel, neighbour, parts, draft } = await pair();
  const seen = await stage.post<DealingPreview>('/api/dealing-preview', draft, stage.officer);
  const { dealing } = await stage.open(draft);
  const lodged = await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
  const [whole] = lodged.dealing.raises;
  assert.equal(whole?.no, seen.body.raises[0]?.no, 'the number that was shown');
  assert.equal(whole?.legalAreaM2, 2401);
  const done = await stage.step(dealing.dealingId, 'approve', {}, stage.approver);
  assert.equal(done.dealing.status, 'registered');
  const is = await stage.parcel(whole!.parcelId);
  assert.deepEqual([is.state, is.version, is.landUse, is.areaM2], ['current', 1, 'ONT', 2400]);
  assert.deepEqual(is.predecessors.map(({ id }) => id).sort(), [parcel, neighbour].sort());
  assert.equal(is.geometryLegal.coordinates.length, 1);
  assert.deepEqual(
    (await stage.rights(is.id)).rights.map(({ holder, share }) => [holder, share]),
    [[stage.holder, '1']],
  );
  for (const { id } of parts) {
    const was = await stage.parcel(id);
    assert.deepEqual([was.state, was.successors.map((one) => one.id)], ['historic', [is.id]]);
    assert.equal((await stage.rights(id)).rights.length, 0);
  }
  assert.equal((await stage.portal(`/api/portal/parcels/${is.id}`)).state, 'current');
  assert.equal(await stage.overlapM2(), 0);
});

test('areas of purposes are summed by code, and the registered area may be given with what it differs by told', async () => {
  const { parts, draft } = await pair('one', { legalAreaM2: 2400.6, number: '9001' });
  await stage.query(
    `insert into cadastre.parcel_purpose (parcel_id, version_no, ordinal, land_use_code, area_m2)
     select $1::uuid, 1, 1, 'ONT', 200.1 union all select $1::uuid, 1, 2, 'CLN', 1000.4 union all select $2::uuid, 1, 1, 'CLN', 1200.5`,
    parts.map(({ id }) => id),
  );
  const { dealing } = await stage.registerDraft(draft);
  assert.ok(dealing.verdicts.some(({ code }) => code === 'merge.legal_area_changed'));
  const is = await stage.parcel(dealing.raises[0]!.parcelId);
  assert.deepEqual([is.no, is.legalAreaM2, is.landUse], ['9001', 2400.6, 'ONT+CLN']);
  assert.deepEqual(is.purposes, [
    { code: 'ONT', areaM2: 200.1, until: null },
    { code: 'CLN', areaM2: 2200.9, until: null },
  ]);
});

test('land of two holders merges only by an agreement that names everybody, once, in shares of one', async () => {
  const { parcel, neighbour, parts, draft } = await pair('two');
  assert.deepEqual(await stopped(draft), ['merge.holders_differ']);
  const [a, b] = [(await stage.rights(parcel)).rights[0]!.partyId, (await stage.rights(neighbour)).rights[0]!.partyId];
  const by = (...holders: object[]) => stage.draft('merge', parts, { agreement: { holders, document: DOCUMENT } });
  assert.deepEqual(await stopped(by({ partyId: a, share: '1' })), ['merge.holder_left_out']);
  assert.deepEqual(await stopped(by({ partyId: a, share: '1/2' }, { partyId: b, share: '1/3' })), [
    'share.sum_not_one',
  ]);
  assert.ok(
    (await stopped(by({ partyId: a, share: '1/2' }, { partyId: randomUUID(), share: '1/2', also: [b] }))).includes(
      'merge.holder_not_of_part',
    ),
  );
  const { dealing } = await stage.registerDraft(by({ partyId: a, share: '2/5' }, { partyId: b, share: '3/5' }));
  const { rights } = await stage.rights(dealing.raises[0]!.parcelId);
  assert.deepEqual(
    rights.map(({ partyId, share }) => [partyId, share]).sort(),
    [
      [a, '2/5'],
      [b, '3/5'],
    ].sort(),
  );
});

test('two entries of one person are said to be one', async () => {
  const { parcel, neighbour, parts } = await pair('two');
  const [a, b] = [(await stage.rights(parcel)).rights[0]!.partyId, (await stage.rights(neighbour)).rights[0]!.partyId];
  const agreement = { holders: [{ partyId: a, share: '1', also: [b] }], document: DOCUMENT };
  const { dealing } = await stage.registerDraft(stage.draft('merge', parts, { agreement }));
  const { rights } = await stage.rights(dealing.raises[0]!.parcelId);
  assert.deepEqual(
    rights.map(({ partyId, share }) => [partyId, share]),
    [[a, '1']],
  );
});

test('a mortgage of one part is never dropped and never grows unsaid: it is named, told, and lies on the whole', async () => {
  const { parcel, neighbour } = await pair();
  const [right] = (await stage.rights(parcel)).rights;
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [right!.rightId],
    mortgagee: { kind: 'organisation', name: 'Ngân hàng Thử Nghiệm' },
    document: { no: 'TC-21', date: '2026-10-01' },
  });
  await stage.deal('caveat_placement', neighbour, {
    effects: ['transfer'],
    document: { no: 'TA-5', date: '2026-11-03' },
  });
  const [{ mortgageId } = { mortgageId: '' }] = (await stage.rights(parcel)).mortgages;
  const [{ caveatId } = { caveatId: '' }] = (await stage.rights(neighbour)).caveats;
  const parts = [await stage.parcel(parcel), await stage.parcel(neighbour)];
  assert.deepEqual(await stopped(stage.draft('merge', parts, { carries: [mortgageId] })), ['merge.burden_not_named']);
  assert.deepEqual(await stopped(stage.draft('merge', parts, { carries: [mortgageId, caveatId, randomUUID()] })), [
    'merge.burden_unknown',
  ]);
  const { dealing } = await stage.registerDraft(stage.draft('merge', parts, { carries: [mortgageId, caveatId] }));
  const told = dealing.verdicts
    .filter(({ code }) => code === 'merge.burden_extends')
    .map(({ facts }) => facts.documentNo);
  assert.deepEqual(told.sort(), ['TA-5', 'TC-21']);
  const after = await stage.rights(dealing.raises[0]!.parcelId);
  assert.deepEqual(
    [after.mortgages.map((one) => one.mortgageId), after.caveats.map(({ effects }) => effects)],
    [[mortgageId], [['transfer']]],
  );
  const page = await stage.parcel(dealing.raises[0]!.parcelId);
  assert.equal(page.operations.find(({ kind }) => kind === 'transfer')?.allowed, false, 'both still stop a transfer');
});

test('land that does not meet, one parcel, one twice, a number that was used, a stop on its shape: each its code', async () => {
  const { parcel, parts, draft } = await pair();
  const away = await stage.parcel((await stage.plot(undefined, 'one')).parcel);
  assert.deepEqual(await stopped(stage.draft('merge', [parts[0]!, away], {})), ['merge.not_neighbours']);
  assert.deepEqual(await stopped({ ...draft, payload: { number: parts[0]!.no } }), ['number.taken']);
  for (const targets of [[draft.targets[0]!], [draft.targets[0]!, draft.targets[0]!]]) {
    const refused = await stage.post<ProblemReply>(
      '/api/dealings',
      { ...draft, targets, dealingId: randomUUID() },
      stage.officer,
    );
    assert.deepEqual([refused.status, refused.body.code], [422, 'dealing.targets_invalid']);
  }
  const odd = await stage.post<ProblemReply>(
    '/api/dealings',
    { ...draft, payload: { number: '0' }, dealingId: randomUUID() },
    stage.officer,
  );
  assert.equal(odd.status, 400);
  await stage.deal('caveat_placement', parcel, { effects: ['split'], document: { no: 'THADS-8', date: '2026-11-03' } });
  const stops = await stage.open(stage.draft('merge', [await stage.parcel(parcel), parts[1]!], {}));
  assert.ok(stops.dealing.verdicts.some(({ code }) => code === 'caveat.stops_split'));
});

test('a role that may not, another commune, a stale version, the same again', async () => {
  const { draft } = await pair();
  const asked = { ...draft, dealingId: randomUUID() };
  for (const role of ['citizen', 'business', 'auditor', 'archivist', 'approver'] as const)
    assert.equal((await stage.post('/api/dealings', asked, { role, sub: role })).status, 403, role);
  assert.equal((await stage.post('/api/dealings', asked, stage.stranger)).status, 403);
  const old = { ...asked, targets: draft.targets.map((target) => ({ ...target, version: 3 })) };
  const stale = await stage.post<ProblemReply>('/api/dealings', old, stage.officer);
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale']);
  const first = await stage.post<DealingReply>('/api/dealings', asked, stage.officer);
  const again = await stage.post<DealingReply>('/api/dealings', asked, stage.officer);
  assert.deepEqual([first.status, again.status], [201, 201]);
  assert.deepEqual(again.body, first.body);
});

test('16 mergers of one pair registered at once: one wins, and a split of a part that waited is told too', async () => {
  const { parts, draft } = await pair();
  const cut = stage.split(parts[0]!, [
    [-5, 20],
    [35, 20],
  ]);
  const lodged: string[] = [];
  for (const each of [...Array.from({ length: 15 }, () => draft), cut]) {
    const { dealing } = await stage.open(each);
    await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
    lodged.push(dealing.dealingId);
  }
  const ends = await Promise.all(
    lodged.map((id) => stage.post<ProblemReply>(`/api/dealings/${id}/approve`, {}, stage.approver)),
  );
  assert.equal(ends.filter(({ status }) => status === 200).length, 1);
  for (const { status, body } of ends.filter((end) => end.status !== 200))
    assert.deepEqual([status, body.code], [409, 'dealing.blocked']);
  assert.equal(await stage.overlapM2(), 0);
});

test('a crash between the whole and the end leaves the parts as they were', async () => {
  const { parcel, neighbour, draft } = await pair();
  const { dealing } = await stage.open(draft);
  await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
  await stage.breakTiles(async () => {
    assert.equal((await stage.post(`/api/dealings/${dealing.dealingId}/approve`, {}, stage.approver)).status, 500);
  });
  for (const id of [parcel, neighbour]) {
    assert.equal((await stage.parcel(id)).state, 'current');
    assert.equal((await stage.rights(id)).rights.length, 1);
  }
  const done = await stage.step(dealing.dealingId, 'approve', {}, stage.approver);
  assert.equal(done.dealing.status, 'registered', 'and it can be done again');
});

/** A draft that cuts a plot by a line across, and one in the same file that merges its northern part with the neighbour. */
async function cutAndMerge() {
  const { parcel, neighbour } = await stage.plot(undefined, 'one');
  const cut = stage.split(await stage.parcel(parcel), [
    [-5, 20],
    [35, 20],
  ]);
  const split = (await stage.open(cut)).dealing;
  const [part, rest] = notEmpty(split.raises.filter(({ role }) => role === 'raised')).map(({ parcelId }) => parcelId);
  const later = async (id: string, after: string) => {
    const { status, body } = await stage.get<ParcelDetail>(`/api/parcels/${id}?after=${after}`, stage.officer);
    assert.equal(status, 200);
    return body;
  };
  const both = [await later(part!, split.dealingId), await later(neighbour, split.dealingId)];
  const merge = { ...stage.draft('merge', both, {}), after: split.dealingId };
  return { parcel, neighbour, split, part: part!, rest: rest!, merge, later };
}

test('a part of a cut is merged with the neighbour in one file, and what comes of it is sold: registered as one', async () => {
  const { parcel, neighbour, split, part, rest, merge, later } = await cutAndMerge();
  assert.equal(merge.targets[1]?.version, 2, 'the neighbour as the cut leaves it, with the new corner');
  const merged = (await stage.open(merge)).dealing;
  assert.deepEqual(
    merged.verdicts.filter(({ severity }) => severity === 'error'),
    [],
  );
  const whole = merged.raises[0]!;
  const land = await later(whole.parcelId, merged.dealingId);
  const { body: held } = await stage.get<ParcelRights>(
    `/api/parcels/${whole.parcelId}/rights?after=${merged.dealingId}`,
    stage.officer,
  );
  const sale = await stage.open({
    ...stage.draft('transfer', land, {
      cause: 'sale',
      from: notEmpty(held.rights).map(({ rightId }) => ({ rightId })),
      to: [{ party: { kind: 'person', name: 'Lê Thị Người Mua' }, share: '1' }],
      document: DOCUMENT,
    }),
    after: merged.dealingId,
  });
  assert.deepEqual(
    sale.dealing.file.map(({ kind }) => kind),
    ['split', 'merge', 'transfer'],
  );
  await stage.step(split.dealingId, 'lodge', {}, stage.officer);
  const done = await stage.step(split.dealingId, 'approve', {}, stage.approver);
  assert.deepEqual(
    done.dealing.file.map(({ status }) => status),
    ['registered', 'registered', 'registered'],
  );
  const is = await stage.parcel(whole.parcelId);
  assert.deepEqual([is.state, is.areaM2, is.no], ['current', 1800, whole.no]);
  assert.deepEqual(is.predecessors.map(({ id }) => id).sort(), [part, neighbour].sort());
  assert.deepEqual(
    (await stage.rights(is.id)).rights.map(({ holder, share }) => [holder, share]),
    [['Lê Thị Người Mua', '1']],
  );
  for (const id of [parcel, neighbour, part]) assert.equal((await stage.parcel(id)).state, 'historic', id);
  assert.equal((await stage.parcel(rest)).state, 'current');
  assert.equal(await stage.overlapM2(), 0);
});

test('a merger inside a file is refused with it, and is stopped where its neighbour moves on or was read too early', async () => {
  const { parcel, neighbour, split, merge } = await cutAndMerge();
  const early = { ...merge, targets: merge.targets.map((one) => ({ ...one, version: 1 })), dealingId: randomUUID() };
  const stale = await stage.post<ProblemReply>('/api/dealings', early, stage.officer);
  assert.equal(stale.status, 412, 'the neighbour as it is before the cut');
  const merged = (await stage.open(merge)).dealing;
  await stage.step(split.dealingId, 'lodge', {}, stage.officer);
  await stage.step(split.dealingId, 'refuse', { reason: 'Thiếu đơn hợp thửa' }, stage.approver);
  const { body } = await stage.get<DealingReply>(`/api/dealings/${merged.dealingId}`, stage.officer);
  assert.equal(body.dealing.status, 'refused');
  for (const id of [parcel, neighbour]) assert.equal((await stage.parcel(id)).state, 'current');

  const moved = await cutAndMerge();
  const follows = (await stage.open(moved.merge)).dealing;
  await stage.step(moved.split.dealingId, 'lodge', {}, stage.officer);
  await stage.registerDraft(
    stage.split(await stage.parcel(moved.neighbour), [
      [-5, 10],
      [35, 10],
    ]),
  );
  const late = await stage.post<ProblemReply>(`/api/dealings/${moved.split.dealingId}/approve`, {}, stage.approver);
  assert.ok([409, 412].includes(late.status), JSON.stringify(late.body));
  const states = await Promise.all(
    [moved.split, follows].map(({ dealingId }) => stage.get<DealingReply>(`/api/dealings/${dealingId}`, stage.officer)),
  );
  assert.deepEqual(
    states.map((one) => one.body.dealing.status),
    ['lodged', 'lodged'],
    'nothing of it is registered',
  );
  assert.equal((await stage.parcel(moved.parcel)).state, 'current');
});

test('a boundary is moved in the file of a cut: between a part and the neighbour, as both will be', async () => {
  const { neighbour, split, part, merge, later } = await cutAndMerge();
  const first = await later(part, split.dealingId);
  const corners = first.geometryLegal.coordinates[0]!;
  const [east, north] = [Math.max(...corners.map(([x]) => x!)), Math.max(...corners.map(([, y]) => y!))];
  const south = Math.min(...corners.map(([, y]) => y!));
  const draft = {
    kind: 'boundary_adjustment' as const,
    targets: merge.targets,
    payload: {
      srid: 9214,
      line: [
        [east, south],
        [east + 2, (south + north) / 2],
        [east, north],
      ],
    },
    after: split.dealingId,
  };
  const seen = await stage.post<DealingPreview>('/api/dealing-preview', draft, stage.officer);
  assert.deepEqual(
    seen.body.verdicts.filter(({ severity }) => severity === 'error'),
    [],
  );
  await stage.open(draft);
  await stage.step(split.dealingId, 'lodge', {}, stage.officer);
  await stage.step(split.dealingId, 'approve', {}, stage.approver);
  assert.deepEqual([(await stage.parcel(part)).areaM2, (await stage.parcel(neighbour)).areaM2], [620, 1180]);
  assert.equal(await stage.overlapM2(), 0);
});
