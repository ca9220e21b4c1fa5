/** Mortgages change and keep their rank; leases and restrictions are registered, carried, and ended by a second paper. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { DealingDraft } from '../../../domain/contract/dealing/dealing-draft.ts';
import type { DealingPreview } from '../../../domain/contract/dealing/dealings.ts';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { assertGuarded, registeredAtOnce, stoppedBy, undo } from '../../../testing/dealing-suite.ts';
import { notEmpty } from '../../../testing/not-empty.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const DOCUMENT = { no: 'PL-1/2026', date: '2026-11-02' };
const bank = (name: string) => ({ kind: 'organisation' as const, name });
const HALVES: [number, number][] = [
  [-5, 20],
  [35, 20],
];

/** A plot of two holders by halves, the first half mortgaged. */
async function mortgaged() {
  const { parcel } = await stage.plot();
  const [whole] = (await stage.rights(parcel)).rights;
  await stage.deal('transfer', parcel, {
    cause: 'gift',
    from: [{ rightId: whole!.rightId, share: '1/2' }],
    to: [{ party: { kind: 'person', name: 'Lê Thị Nửa' }, share: '1/2' }],
    document: DOCUMENT,
  });
  const { rights } = await stage.rights(parcel);
  const [first, second] = rights.map(({ rightId }) => rightId);
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [first],
    mortgagee: bank('Ngân hàng Cũ'),
    document: { no: 'TC-9', date: '2026-10-01' },
  });
  const [mortgage] = (await stage.rights(parcel)).mortgages;
  const change = async (changes: object) =>
    stage.draft('mortgage_change', await stage.parcel(parcel), {
      mortgageId: mortgage!.mortgageId,
      changes,
      document: DOCUMENT,
    });
  return { parcel, first: first!, second: second!, mortgage: mortgage!, change };
}

test('a mortgage gets another mortgagee, one right more and a new contract, and keeps its rank; taken back it is as it was', async () => {
  const { parcel, first, second, mortgage, change } = await mortgaged();
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [first],
    mortgagee: bank('Ngân hàng Thứ Hai'),
    document: { no: 'TC-10', date: '2026-10-05' },
  });
  const draft = await change({
    mortgagee: bank('Ngân hàng Mới'),
    rightIds: [first, second],
    replacesContract: true,
  });
  const { dealing } = await stage.registerDraft(draft);
  assert.ok(dealing.verdicts.some(({ code }) => code === 'mortgage.rank_kept'));
  const after = (await stage.rights(parcel)).mortgages;
  assert.deepEqual(
    after.map(({ mortgagee, documentNo, rightIds }) => [mortgagee, documentNo, rightIds.length]),
    [
      ['Ngân hàng Mới', 'PL-1/2026', 2],
      ['Ngân hàng Thứ Hai', 'TC-10', 1],
    ],
    'before the second mortgage, as it ranked',
  );
  assert.equal(after[0]?.ranksFrom, mortgage.ranksFrom);
  await undo(stage, dealing, [parcel]);
  const again = (await stage.rights(parcel)).mortgages;
  assert.deepEqual(
    again.map(({ mortgagee, documentNo, ranksFrom }) => [mortgagee, documentNo, ranksFrom === mortgage.ranksFrom]),
    [
      ['Ngân hàng Cũ', 'TC-9', true],
      ['Ngân hàng Thứ Hai', 'TC-10', false],
    ],
  );
});

test('a change that leaves nothing, changes nothing, names what is not there: each its code; guarded; one of eight wins', async () => {
  const { parcel, first, change } = await mortgaged();
  assert.deepEqual(
    (await stoppedBy(stage, await change({ rightIds: [] }))).filter((code) => code !== 'mortgage.rank_kept'),
    ['mortgage.nothing_left'],
  );
  const same = await stoppedBy(stage, await change({ rightIds: [first] }));
  assert.ok(same.includes('mortgage.same_as_before'));
  assert.ok((await stoppedBy(stage, await change({ rightIds: [first, randomUUID()] }))).includes('right.not_current'));
  const unknown = await change({ replacesContract: true });
  assert.deepEqual(await stoppedBy(stage, { ...unknown, payload: { ...unknown.payload, mortgageId: randomUUID() } }), [
    'mortgage.not_current',
  ]);
  await assertGuarded(stage, await change({ mortgagee: bank('Ngân hàng Mới') }));
  const drafts = await Promise.all(
    Array.from({ length: 8 }, (_, at) => change({ mortgagee: bank(`Ngân hàng ${at}`) })),
  );
  const { registered, refused } = await registeredAtOnce(stage, drafts);
  assert.deepEqual([registered, refused], [1, Array(7).fill('dealing.blocked')]);
  assert.equal((await stage.rights(parcel)).mortgages.length, 1);
});

async function lease(until = '2030-01-01') {
  const { parcel } = await stage.plot();
  const [right] = (await stage.rights(parcel)).rights;
  const draft = stage.draft('lease_registration', await stage.parcel(parcel), {
    rightId: right!.rightId,
    lessee: { kind: 'person', name: 'Trần Văn Thuê', identityNumber: '024190000099', address: 'Thôn Thử' },
    until,
    document: DOCUMENT,
  });
  return { parcel, rightId: right!.rightId, draft };
}
const leasesOn = async (parcel: string) => (await stage.rights(parcel)).leases;

test('a lease goes on through a transfer and a split, and ends everywhere by one paper; taken back it holds again', async () => {
  const { parcel, rightId, draft } = await lease();
  await stage.registerDraft(draft);
  const transfer = await stage.deal('transfer', parcel, {
    cause: 'sale',
    from: [{ rightId }],
    to: [{ party: { kind: 'person', name: 'Lê Văn Mua' }, share: '1' }],
    document: DOCUMENT,
  });
  assert.ok(
    transfer.dealing.verdicts.some(({ code, facts }) => code === 'lease.goes_on' && facts.documentNo === DOCUMENT.no),
  );
  const { dealing: split } = await stage.registerDraft(stage.split(await stage.parcel(parcel), HALVES));
  const parts = notEmpty(split.raises.filter(({ role }) => role === 'raised')).map(({ parcelId }) => parcelId);
  for (const part of parts) {
    const [held] = await leasesOn(part);
    assert.deepEqual([held?.lessee, held?.until, held?.documentNo], ['Trần Văn Thuê', '2030-01-01', DOCUMENT.no]);
  }
  const [one] = await leasesOn(parts[0]!);
  const end = await stage.deal('lease_end', parts[0]!, { leaseId: one!.leaseId, document: DOCUMENT });
  for (const part of notEmpty(parts)) assert.deepEqual(await leasesOn(part), []);
  await undo(stage, end.dealing, [parts[0]!]);
  for (const part of notEmpty(parts)) assert.equal((await leasesOn(part)).length, 1);
});

test('a lease longer than the right, one that is over, two at once, one that is not there: each told', async () => {
  assert.deepEqual(await stoppedBy(stage, (await lease('2020-01-01')).draft), ['lease.already_over']);
  const { parcel, rightId, draft } = await lease('2040-01-01');
  await assertGuarded(stage, draft);
  await stage.deal('term_extension', parcel, { rightId, until: '2035-01-01', document: DOCUMENT });
  const [right] = (await stage.rights(parcel)).rights;
  const again = async (until: string) =>
    stage.draft('lease_registration', await stage.parcel(parcel), { ...draft.payload, rightId: right!.rightId, until });
  assert.deepEqual(await stoppedBy(stage, await again('2040-01-01')), ['lease.beyond_term']);
  assert.deepEqual(await stoppedBy(stage, draft), ['right.not_current']);
  await stage.registerDraft(await again('2030-01-01'));
  const { dealing } = await stage.open(await again('2031-01-01'));
  assert.deepEqual(
    dealing.verdicts.map(({ code, severity }) => [code, severity]),
    [['lease.another_holds', 'warning']],
  );
  const [held] = await leasesOn(parcel);
  const end = stage.draft('lease_end', await stage.parcel(parcel), { leaseId: held!.leaseId, document: DOCUMENT });
  await assertGuarded(stage, end);
  const { registered, refused } = await registeredAtOnce(stage, Array(4).fill(end));
  assert.deepEqual([registered, refused], [1, Array(3).fill('dealing.blocked')]);
  assert.deepEqual(await stoppedBy(stage, end), ['lease.not_current', 'lease.not_current']);
  const page = await stage.parcel(parcel);
  assert.equal(page.operations.find(({ kind }) => kind === 'lease_end')?.allowed, false);
});

/** A plot, and a strip 5 m wide along its west side. */
async function restricted(part: boolean) {
  const { parcel } = await stage.plot();
  const detail = await stage.parcel(parcel);
  const corners = detail.geometryLegal.coordinates[0]!;
  const [west, south] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))];
  const box = (x: number, y: number, width: number, height: number) => ({
    srid: 9214,
    type: 'Polygon',
    coordinates: [
      [
        [west + x, south + y],
        [west + x + width, south + y],
        [west + x + width, south + y + height],
        [west + x, south + y + height],
        [west + x, south + y],
      ],
    ],
  });
  const place = (geometry: object | null): DealingDraft =>
    stage.draft('restriction', detail, {
      kind: 'access',
      ...(geometry ? { geometry } : {}),
      document: DOCUMENT,
    });
  return { parcel, place, box, draft: place(part ? box(0, 0, 5, 8) : null) };
}
const restrictionsOn = async (parcel: string) => (await stage.rights(parcel)).restrictions;

test('a restriction on a part goes on where it lies, one on all of the parcel everywhere; lifted by a second paper', async () => {
  const { parcel, place, draft } = await restricted(true);
  const seen = await stage.post<DealingPreview>('/api/dealing-preview', draft, stage.officer);
  assert.deepEqual(
    seen.body.changes.map(({ fact, unit, before, after: then }) => [fact, unit, before, then]),
    [
      ['restriction', 'restriction', null, 'access'],
      ['restriction.area', 'm2', null, '40'],
    ],
  );
  await stage.registerDraft(draft);
  await stage.registerDraft({ ...place(null), payload: { kind: 'line', document: { ...DOCUMENT, no: 'ĐD-2' } } });
  const { dealing: split } = await stage.registerDraft(stage.split(await stage.parcel(parcel), HALVES));
  const parts = notEmpty(split.raises.filter(({ role }) => role === 'raised'));
  const kinds = await Promise.all(
    parts.map(async ({ parcelId }) => (await restrictionsOn(parcelId)).map(({ kind }) => kind).sort()),
  );
  assert.deepEqual(
    kinds.sort((a, b) => a.length - b.length),
    [['line'], ['access', 'line']],
  );
  assert.deepEqual(await restrictionsOn(parcel), []);
  const south = parts[kinds.findIndex((one) => one.length === 2)] ?? parts[1]!;
  const there = (await restrictionsOn(parts[0]!.parcelId)).length === 2 ? parts[0]!.parcelId : south.parcelId;
  const access = (await restrictionsOn(there)).find(({ kind }) => kind === 'access');
  assert.equal(access?.geometryLegal?.type, 'Polygon');
  const lift = await stage.deal('restriction', there, { lifts: access!.restrictionId, document: DOCUMENT });
  assert.deepEqual(
    (await restrictionsOn(there)).map(({ kind }) => kind),
    ['line'],
  );
  await undo(stage, lift.dealing, [there]);
  assert.equal((await restrictionsOn(there)).length, 2);
});

test('a shape outside, crossing itself, of another system, a restriction that is not there, the same twice: each told', async () => {
  const { parcel, place, box, draft } = await restricted(true);
  await assertGuarded(stage, draft);
  assert.deepEqual(await stoppedBy(stage, place(box(20, 0, 30, 5))), ['restriction.outside_parcel']);
  assert.deepEqual(await stoppedBy(stage, place({ ...box(0, 0, 5, 5), srid: 9209 })), ['restriction.wrong_system']);
  const good = box(0, 0, 5, 5).coordinates[0]!;
  const bow = { ...box(0, 0, 5, 5), coordinates: [[good[0], good[2], good[1], good[3], good[0]]] };
  assert.deepEqual(await stoppedBy(stage, place(bow)), ['restriction.shape_invalid']);
  const lift = stage.draft('restriction', await stage.parcel(parcel), { lifts: randomUUID(), document: DOCUMENT });
  assert.deepEqual(await stoppedBy(stage, lift), ['restriction.not_current']);
  for (const geometry of [
    { ...box(0, 0, 5, 5), type: 'LineString' },
    { type: 'Point', coordinates: [1] },
  ]) {
    const asked = { ...place(geometry), dealingId: randomUUID() };
    assert.equal((await stage.post('/api/dealings', asked, stage.officer)).status, 400);
  }
  const open = place({ ...box(0, 0, 5, 5), coordinates: [[...good.slice(0, 4), [good[0]![0]! + 1, good[0]![1]!]]] });
  const refused = await stage.post<{ code: string }>('/api/dealing-preview', open, stage.officer);
  assert.ok(refused.status < 500, JSON.stringify(refused.body));
  await stage.registerDraft(draft);
  const { dealing } = await stage.open(draft);
  assert.deepEqual(
    dealing.verdicts.map(({ code }) => code),
    ['restriction.placed_before'],
  );
  const [held] = await restrictionsOn(parcel);
  const ends = stage.draft('restriction', await stage.parcel(parcel), {
    lifts: held!.restrictionId,
    document: DOCUMENT,
  });
  const { registered, refused: others } = await registeredAtOnce(stage, Array(4).fill(ends));
  assert.deepEqual([registered, others], [1, Array(3).fill('dealing.blocked')]);
});

test('what burdens a part of a merger is named: leases and restrictions too', async () => {
  const { parcel, neighbour } = await stage.plot(undefined, 'one');
  const [right] = (await stage.rights(parcel)).rights;
  await stage.deal('lease_registration', parcel, {
    rightId: right!.rightId,
    lessee: { kind: 'person', name: 'Trần Văn Thuê' },
    until: '2030-01-01',
    document: DOCUMENT,
  });
  await stage.deal('restriction', neighbour, { kind: 'line', document: DOCUMENT });
  const parts = [await stage.parcel(parcel), await stage.parcel(neighbour)];
  assert.deepEqual(
    (await stoppedBy(stage, stage.draft('merge', parts, {}))).filter((code) => code !== 'lease.goes_on'),
    ['merge.burden_not_named'],
  );
  const carries = [(await leasesOn(parcel))[0]!.leaseId, (await restrictionsOn(neighbour))[0]!.restrictionId];
  const { dealing } = await stage.registerDraft(stage.draft('merge', parts, { carries }));
  const whole = await stage.rights(dealing.raises[0]!.parcelId);
  assert.deepEqual([whole.leases.length, whole.restrictions.length], [1, 1]);
});
