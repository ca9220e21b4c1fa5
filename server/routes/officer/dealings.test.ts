/** Dealings through the doors: opened by one, registered by another, and everything in between that must not pass. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import type { ParcelDetail, ParcelRights } from '../../domain/contract/parcel/parcels.ts';
import { transformer } from '../../domain/crs.ts';
import type { ProblemReply } from '../../domain/problem/problem.ts';
import { type DealingStage, openDealingStage } from '../../testing/dealing-stage.ts';
import { stoppedBy } from '../../testing/dealing-suite.ts';
import { notEmpty } from '../../testing/not-empty.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const DOCUMENT = { no: '45/2026/HĐCN', date: '2026-11-02', place: 'VPCC Lim Hạ' };
const person = (name: string, identityNumber?: string) => ({
  kind: 'person' as const,
  name,
  ...(identityNumber ? { identityNumber } : {}),
});

test('a split: drawn, lodged, registered by another; children current, parent historic, neighbour cornered', async () => {
  const { parcel, neighbour } = await stage.plot();
  const before = await stage.parcel(parcel);
  const draft = stage.split(before, [
    [-5, 20],
    [35, 20],
  ]);
  const seen = await stage.post<{ raises: { no: string }[] }>('/api/dealing-preview', draft, stage.officer);
  assert.equal(seen.status, 200);
  assert.equal(seen.body.raises.length, 2);

  const opened = await stage.open(draft);
  assert.equal(opened.dealing.status, 'draft');
  assert.deepEqual(opened.dealing.steps, ['lodge', 'withdraw']);
  const lodged = await stage.step(opened.dealing.dealingId, 'lodge', {}, stage.officer);
  assert.equal(lodged.dealing.status, 'lodged');
  assert.deepEqual(
    lodged.dealing.raises.map(({ no }) => no),
    seen.body.raises.map(({ no }) => no),
    'the numbers that were shown',
  );
  const sum = lodged.dealing.raises.reduce((total, { legalAreaM2 }) => total + Math.round((legalAreaM2 ?? 0) * 100), 0);
  assert.equal(sum, Math.round((before.legalAreaM2 ?? 0) * 100), 'registered areas add up to that of the parcel');
  assert.equal((await stage.parcel(parcel)).state, 'current', 'nothing happened yet');

  const done = await stage.step(opened.dealing.dealingId, 'approve', {}, stage.approver);
  assert.equal(done.dealing.status, 'registered');
  const parent = await stage.parcel(parcel);
  assert.equal(parent.state, 'historic');
  assert.equal(parent.successors.length, 2);
  for (const child of parent.successors) {
    const is = await stage.parcel(child.id);
    assert.deepEqual([is.state, is.version, is.predecessors.map(({ id }) => id)], ['current', 1, [parcel]]);
    const [held] = (await stage.rights(child.id)).rights;
    assert.equal(held?.holder, stage.holder, 'the holder of the parcel holds each part');
    const found = await stage.portal(`/api/portal/parcels/${child.id}`);
    assert.equal(found.state, 'current', 'the portal knows it');
  }
  assert.equal((await stage.rights(parcel)).rights.length, 0);
  const beside = await stage.parcel(neighbour);
  assert.equal(beside.version, 2, 'the neighbour got a version of its own');
  assert.equal(beside.geometryLegal.coordinates[0]!.length, 6, 'with one corner more');
  assert.equal(await stage.overlapM2(), 0);
});

test('the proposer does not approve her own, whatever roles she has', async () => {
  const both = { ...stage.officer, role: ['officer', 'approver'] as const };
  const { parcel } = await stage.plot();
  const { dealing } = await stage.open(
    stage.split(await stage.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
    both,
  );
  await stage.step(dealing.dealingId, 'lodge', {}, both);
  const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/approve`, {}, both);
  assert.deepEqual([refused.status, refused.body.code], [403, 'dealing.own']);
});

test('the same dealing twice gets the first answer; another under its id is refused', async () => {
  const { parcel } = await stage.plot();
  const draft = stage.split(await stage.parcel(parcel), [
    [-5, 20],
    [35, 20],
  ]);
  const dealingId = randomUUID();
  const first = await stage.post<DealingReply>('/api/dealings', { ...draft, dealingId }, stage.officer);
  const again = await stage.post<DealingReply>('/api/dealings', { ...draft, dealingId }, stage.officer);
  assert.deepEqual([first.status, again.status], [201, 201]);
  assert.deepEqual(again.body, first.body);
  const other = { ...draft, payload: { ...draft.payload, reason: 'khác' }, dealingId };
  const refused = await stage.post<ProblemReply>('/api/dealings', other, stage.officer);
  assert.deepEqual([refused.status, refused.body.code], [409, 'dealing.id_taken']);
});

test('a version that is no longer the present one: 412; another commune: 403 or 404; wrong role: 403', async () => {
  const { parcel } = await stage.plot();
  const present = await stage.parcel(parcel);
  const draft = stage.split({ ...present, version: 7 }, [
    [-5, 20],
    [35, 20],
  ]);
  const stale = await stage.post<ProblemReply>('/api/dealings', { ...draft, dealingId: randomUUID() }, stage.officer);
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale']);
  const good = {
    ...stage.split(present, [
      [-5, 20],
      [35, 20],
    ]),
    dealingId: randomUUID(),
  };
  assert.equal((await stage.post('/api/dealings', good, stage.stranger)).status, 403);
  for (const role of ['citizen', 'business', 'auditor', 'archivist'] as const)
    assert.equal((await stage.post('/api/dealings', good, { role, sub: role })).status, 403, role);
  const { dealing } = await stage.open(good);
  assert.equal((await stage.get(`/api/dealings/${dealing.dealingId}`, stage.stranger)).status, 404);
});

const BAD_CUTS: readonly (readonly [name: string, line: [number, number][], srid: number, code: string])[] = [
  [
    'stops short',
    [
      [-5, 20],
      [15, 20],
    ],
    9214,
    'split.does_not_cut',
  ],
  [
    'outside',
    [
      [500, 20],
      [600, 20],
    ],
    9214,
    'split.does_not_cut',
  ],
  [
    'a sliver',
    [
      [-5, 0.002],
      [35, 0.002],
    ],
    9214,
    'split.piece_too_small',
  ],
  [
    'wrong zone',
    [
      [-5, 20],
      [35, 20],
    ],
    9209,
    'split.wrong_system',
  ],
];
for (const [name, line, srid, code] of BAD_CUTS) {
  test(`a cut that is ${name} is not lodged: ${code}`, async () => {
    const { parcel } = await stage.plot();
    const draft = stage.split(await stage.parcel(parcel), line);
    const { dealing } = await stage.open({ ...draft, payload: { ...draft.payload, srid } });
    assert.ok(
      dealing.verdicts.some((verdict) => verdict.code === code),
      JSON.stringify(dealing.verdicts),
    );
    const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/lodge`, {}, stage.officer);
    assert.deepEqual([refused.status, refused.body.code], [409, 'dealing.blocked']);
    assert.ok(refused.body.errors?.some(({ field, message }) => field === code && message.length > 20));
    assert.equal((await stage.parcel(parcel)).state, 'current');
  });
}

test('axes exchanged, the zone of another province, a sliver, a part shut in: each its own code', async () => {
  const { parcel } = await stage.plot();
  const draft = stage.split(await stage.parcel(parcel), [
    [-5, 20],
    [35, 20],
  ]);
  const [line = []] = draft.payload.lines as [number, number][][];
  const drawn = (lines: readonly (readonly (readonly number[])[])[]) => ({
    ...draft,
    payload: { ...draft.payload, lines },
  });
  assert.deepEqual(await stoppedBy(stage, drawn([line.map(([east, north]) => [north, east])])), ['land.axes_swapped']);
  const toOther = transformer(9214, 9209);
  const other = drawn([line.map((at) => toOther(at))]);
  assert.deepEqual(await stoppedBy(stage, other), ['land.other_zone']);
  const { dealing } = await stage.open(other);
  assert.deepEqual(dealing.verdicts[0]?.facts, { srid: 9209 });

  const thin = stage.split(await stage.parcel(parcel), [
    [-5, 39.99],
    [35, 39.99],
  ]);
  assert.deepEqual(await stoppedBy(stage, thin), ['split.sliver']);
  const [west, south] = [line[0]![0] + 5, line[0]![1] - 20];
  const island = [
    [5, 5],
    [25, 5],
    [25, 30],
    [5, 30],
    [5, 5],
  ].map(([x, y]) => [west + x!, south + y!]);
  const shut = (await stage.open(drawn([island]))).dealing.verdicts.filter(({ code }) => code.endsWith('road_access'));
  assert.deepEqual(
    shut.map(({ severity }) => severity),
    ['warning'],
    'the part inside has no way out, the one around it has; agreed ways are not in the register, so nothing is stopped',
  );
  assert.equal((await stage.parcel(parcel)).state, 'current');
});

test('least area and width come from the decision in force for land code and place, the most particular one, by its name', async () => {
  const { parcel } = await stage.plot();
  const present = await stage.parcel(parcel);
  const cut = stage.split(present, [
    [-5, 3],
    [35, 3],
  ]);
  const verdictsOf = async () => (await stage.open(cut)).dealing.verdicts.filter(({ code }) => /too_/.test(code));
  assert.deepEqual(await verdictsOf(), [], 'none is shipped');
  try {
    await stage.query(
      `insert into reference.parcel_minimum (land_use_code, unit_kind, commune_code, least_area_m2, least_width_m, valid_from, valid_to, source)
       select m.code, m.kind, m.commune, m.area, m.width, m.since, m.till, m.said from reference.administrative_unit u, lateral (values
         (null, null, null, 5000, null, date '2020-01-01', date '2021-01-01', 'QĐ đã hết hiệu lực'), (null, null, null, 80, 3.5, '2021-01-01', null, 'QĐ chung'),
         ('ONT', u.kind, null, 100, 2.5, '2020-01-01', null, 'QĐ riêng'), ('LUK', null, null, 900, null, '2020-01-01', null, 'QĐ đất lúa'),
         ('ONT', null, '99002', 900, null, '2020-01-01', null, 'QĐ xã khác')) m(code, kind, commune, area, width, since, till, said)
       where u.code = '99001' and u.valid_to is null`,
    );
    const [small, ...others] = await verdictsOf();
    assert.deepEqual([small?.code, small?.severity, others], ['split.piece_too_small', 'error', []]);
    assert.deepEqual(small?.facts, { piece: 2, areaM2: 90, leastM2: 100, basis: 'QĐ riêng' });
    await stage.query(`delete from reference.parcel_minimum where source = 'QĐ riêng'`);
    const [narrow] = await verdictsOf();
    assert.deepEqual(
      [narrow?.code, narrow?.facts],
      ['split.piece_too_narrow', { piece: 2, widthM: 3, leastM: 3.5, basis: 'QĐ chung' }],
      'what is said of every code and place counts where nothing more particular does',
    );
    assert.deepEqual(await stoppedBy(stage, cut), ['split.piece_too_narrow']);
    await stage.query(
      `update reference.parcel_minimum set least_area_m2 = 90, least_width_m = 3 where source = 'QĐ chung'`,
    );
    assert.deepEqual(await verdictsOf(), [], 'exactly the least area and width is enough');
    await assert.rejects(
      stage.query(
        `insert into reference.parcel_minimum (least_area_m2, valid_from, source) values (70, '2026-01-01', 'hai số cùng lúc')`,
      ),
      /parcel_minimum_no_overlap/,
    );
  } finally {
    await stage.query('delete from reference.parcel_minimum');
  }
});

test('16 splits of one parcel registered at once: one wins, the others are told that it changed', async () => {
  const { parcel } = await stage.plot();
  const present = await stage.parcel(parcel);
  const lodged: string[] = [];
  for (let at = 0; at < 16; at += 1) {
    const { dealing } = await stage.open(
      stage.split(present, [
        [-5, 10 + at],
        [35, 10 + at],
      ]),
    );
    await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
    lodged.push(dealing.dealingId);
  }
  const ends = await Promise.all(
    lodged.map((id) => stage.post<ProblemReply>(`/api/dealings/${id}/approve`, {}, stage.approver)),
  );
  assert.equal(ends.filter(({ status }) => status === 200).length, 1);
  for (const { status, body } of ends.filter((end) => end.status !== 200))
    assert.deepEqual([status, body.code], [409, 'dealing.blocked']);
  assert.equal((await stage.parcel(parcel)).successors.length, 2);
  assert.equal(await stage.overlapM2(), 0);
});

test('a transfer of a half: exact shares, the rest stays with the old holder, the new one rests on the paper', async () => {
  const { parcel } = await stage.plot();
  const [right] = (await stage.rights(parcel)).rights;
  const done = await stage.deal('transfer', parcel, {
    cause: 'sale',
    from: [{ rightId: right!.rightId, share: '1/2' }],
    to: [
      { party: person('Nguyễn Thị Thử', '024190000017'), share: '1/3' },
      { party: person('Trần Văn Nghiệm'), share: '1/6' },
    ],
    document: DOCUMENT,
  });
  assert.equal(done.dealing.status, 'registered');
  const { rights } = await stage.rights(parcel);
  assert.deepEqual(
    rights.map(({ holder, share, verified }) => [holder, share, verified]).sort(),
    [
      [stage.holder, '1/2', true],
      ['Nguyễn Thị Thử', '1/3', true],
      ['Trần Văn Nghiệm', '1/6', true],
    ].sort(),
  );
  const kept = await stage.query<{ text: string }>('select payload::text as text from dealing.content');
  assert.ok(
    notEmpty(kept).every(({ text }) => !text.includes('024190000017')),
    'the number is sealed, not kept in clear',
  );
});

test('shares that do not add up, more than is held, an unknown right: not lodged', async () => {
  const { parcel } = await stage.plot();
  const [right] = (await stage.rights(parcel)).rights;
  const to = (share: string) => [{ party: person('Lê Văn Thử'), share }];
  const cases = [
    { from: [{ rightId: right!.rightId, share: '1/2' }], to: to('1/3'), code: 'share.sum_not_one' },
    { from: [{ rightId: right!.rightId, share: '3/2' }], to: to('3/2'), code: 'share.more_than_held' },
    { from: [{ rightId: randomUUID() }], to: to('1'), code: 'right.not_current' },
  ];
  for (const { code, ...shares } of cases) {
    const { dealing } = await stage.open(
      stage.draft('transfer', await stage.parcel(parcel), { cause: 'gift', ...shares, document: DOCUMENT }),
    );
    const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/lodge`, {}, stage.officer);
    assert.equal(refused.status, 409, code);
    assert.ok(
      refused.body.verdicts?.some((verdict) => verdict.code === code),
      code,
    );
  }
});

test('a mortgaged parcel refuses its transfer and names the contract, until it is released; a split carries it', async () => {
  const { parcel } = await stage.plot();
  const [right] = (await stage.rights(parcel)).rights;
  const bank = { kind: 'organisation' as const, name: 'Ngân hàng Thử Nghiệm' };
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [right!.rightId],
    mortgagee: bank,
    document: { no: 'TC-09', date: '2026-10-01' },
  });
  const [mortgage] = (await stage.rights(parcel)).mortgages;
  assert.equal(mortgage?.documentNo, 'TC-09');
  const page = await stage.parcel(parcel);
  assert.equal(
    page.operations.find(({ kind }) => kind === 'transfer')?.allowed,
    false,
    'the page says so before anybody tries',
  );
  const transfer = {
    cause: 'sale',
    from: [{ rightId: right!.rightId }],
    to: [{ party: person('Lê Văn Thử'), share: '1' }],
    document: DOCUMENT,
  };
  const { dealing } = await stage.open(stage.draft('transfer', page, transfer));
  const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/lodge`, {}, stage.officer);
  assert.ok(
    refused.body.errors?.some(({ field, message }) => field === 'right.mortgaged' && message.includes('TC-09')),
  );

  const split = await stage.registerDraft(
    stage.split(page, [
      [-5, 20],
      [35, 20],
    ]),
  );
  for (const { parcelId } of notEmpty(split.dealing.raises.filter(({ role }) => role === 'raised'))) {
    const after = await stage.rights(parcelId);
    assert.deepEqual(
      after.mortgages.map(({ mortgageId }) => mortgageId),
      [mortgage.mortgageId],
    );
  }
  const [child] = split.dealing.raises;
  await stage.deal('mortgage_release', child!.parcelId, {
    mortgageId: mortgage.mortgageId,
    document: { no: 'XTC-1', date: '2026-11-01' },
  });
  assert.equal((await stage.rights(child!.parcelId)).mortgages.length, 0);
});

test('a caveat stops what it says and nothing else, and is released by a second paper', async () => {
  const { parcel } = await stage.plot();
  await stage.deal('caveat_placement', parcel, {
    effects: ['split'],
    document: { no: 'THADS-3', date: '2026-11-03' },
  });
  const page = await stage.parcel(parcel);
  const may = Object.fromEntries(page.operations.map(({ kind, allowed }) => [kind, allowed]));
  assert.deepEqual([may.split, may.transfer, may.mortgage_registration], [false, true, true]);
  const { dealing } = await stage.open(
    stage.split(page, [
      [-5, 20],
      [35, 20],
    ]),
  );
  const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/lodge`, {}, stage.officer);
  assert.ok(refused.body.errors?.some(({ message }) => message.includes('THADS-3')));
  const [caveat] = (await stage.rights(parcel)).caveats;
  await stage.deal('caveat_release', parcel, {
    caveatId: caveat!.caveatId,
    document: { no: 'THADS-9', date: '2026-11-20' },
  });
  assert.equal((await stage.parcel(parcel)).operations.find(({ kind }) => kind === 'split')?.allowed, true);
});

test('a caveat that came while a split waited stops it at registration: the world moved', async () => {
  const { parcel } = await stage.plot();
  const { dealing } = await stage.open(
    stage.split(await stage.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
  await stage.deal('caveat_placement', parcel, {
    effects: ['split', 'transfer'],
    document: { no: 'TA-1', date: '2026-11-03' },
  });
  const [right] = (await stage.rights(parcel)).rights;
  const sale = stage.draft('transfer', await stage.parcel(parcel), {
    cause: 'sale',
    from: [{ rightId: right!.rightId }],
    to: [{ party: person('Lê Văn Thử'), share: '1' }],
    document: DOCUMENT,
  });
  assert.deepEqual(await stoppedBy(stage, sale), ['caveat.stops_transfer'], 'nor is it sold meanwhile');
  const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/approve`, {}, stage.approver);
  assert.deepEqual([refused.status, refused.body.code], [409, 'dealing.blocked']);
});

test('refused, withdrawn and suspended dealings: each only from where it may, and forward only', async () => {
  const { parcel } = await stage.plot();
  const { dealing } = await stage.open(
    stage.split(await stage.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  const id = dealing.dealingId;
  assert.equal((await stage.post(`/api/dealings/${id}/approve`, {}, stage.approver)).status, 409, 'not lodged');
  await stage.step(id, 'lodge', {}, stage.officer);
  assert.equal((await stage.step(id, 'suspend', { reason: 'chờ thuế' }, stage.officer)).dealing.suspended, true);
  assert.equal(
    (await stage.post(`/api/dealings/${id}/approve`, {}, stage.approver)).status,
    409,
    'its clock is stopped',
  );
  await stage.step(id, 'resume', {}, stage.officer);
  await stage.step(id, 'examine', {}, stage.officer);
  const refused = await stage.step(id, 'refuse', { reason: 'thiếu giấy tờ' }, stage.approver);
  assert.deepEqual(
    [refused.dealing.status, refused.dealing.reason, refused.dealing.steps],
    ['refused', 'thiếu giấy tờ', []],
  );
  assert.equal((await stage.post(`/api/dealings/${id}/lodge`, {}, stage.officer)).status, 409);
  assert.equal((await stage.parcel(parcel)).state, 'current');
});

test('a crash between the children and the end leaves nothing of them', async () => {
  const { parcel } = await stage.plot();
  const { dealing } = await stage.open(
    stage.split(await stage.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
  await stage.breakTiles(async () => {
    const failed = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/approve`, {}, stage.approver);
    assert.equal(failed.status, 500);
  });
  assert.equal((await stage.parcel(parcel)).state, 'current');
  assert.equal((await stage.rights(parcel)).rights.length, 1);
  const done = await stage.step(dealing.dealingId, 'approve', {}, stage.approver);
  assert.equal(done.dealing.status, 'registered', 'and it can be done again');
});

test('as of a day before it changed, the parcel and its holders are as they were', async () => {
  const { parcel } = await stage.plot('2020-05-05T12:00:00+07:00');
  const [right] = (await stage.rights(parcel)).rights;
  await stage.deal('transfer', parcel, {
    cause: 'sale',
    from: [{ rightId: right!.rightId }],
    to: [{ party: person('Phạm Thị Mới'), share: '1' }],
    document: DOCUMENT,
  });
  const past = await stage.get<ParcelRights>(`/api/parcels/${parcel}/rights?at=2021-01-01`, stage.officer);
  assert.deepEqual(
    past.body.rights.map(({ holder }) => holder),
    [stage.holder],
  );
  const before = await stage.get<ParcelDetail>(`/api/parcels/${parcel}?at=2019-01-01`, stage.officer);
  assert.equal(before.status, 404);
});

test('looking at holders is logged before they are shown; another commune sees none', async () => {
  const { parcel } = await stage.plot();
  const [{ count: before } = { count: 0 }] = await stage.query<{ count: number }>(
    'select count(*)::int as count from audit.read_log',
  );
  const { rights } = await stage.rights(parcel);
  const logged = await stage.query<{ party: string }>(
    'select unnest(party_ids)::text as party from audit.read_log order by seq desc limit 1',
  );
  assert.equal(logged[0]?.party, rights[0]?.partyId);
  const [{ count } = { count: 0 }] = await stage.query<{ count: number }>(
    'select count(*)::int as count from audit.read_log',
  );
  assert.equal(count, before + 1);
  assert.equal((await stage.get(`/api/parcels/${parcel}/rights`, stage.stranger)).status, 404);
});

test('an auditor sees that a dealing was, and no person in it', async () => {
  const { parcel } = await stage.plot();
  const [right] = (await stage.rights(parcel)).rights;
  const { dealing } = await stage.deal('transfer', parcel, {
    cause: 'gift',
    from: [{ rightId: right!.rightId }],
    to: [{ party: person('Canary Người Nhận'), share: '1' }],
    document: DOCUMENT,
  });
  const seen = await stage.get<DealingReply>(`/api/dealings/${dealing.dealingId}`, {
    role: 'auditor',
    sub: 'auditor',
    communes: ['99001'],
  });
  assert.equal(seen.status, 200);
  assert.ok(!JSON.stringify(seen.body).includes('Canary'));
  assert.ok(!JSON.stringify(seen.body).includes(stage.holder));
});
