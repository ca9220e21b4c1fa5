/** What paper books registered before is entered with the day of the book: it holds from that day, and the system says when it learnt it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DealingDraft } from '../../../domain/contract/dealing/dealing-draft.ts';
import type { DealingReply } from '../../../domain/contract/dealing/dealings.ts';
import type { ParcelDetail, ParcelHistory, ParcelRights } from '../../../domain/contract/parcel/parcels.ts';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { stoppedBy } from '../../../testing/dealing-suite.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const SINCE = '2022-12-31T00:00:00+07:00';
const BOOK = 'Sổ địa chính quyển 3 trang 41';
const CUT = [
  [-5, 20],
  [35, 20],
] as const;
const entered = (on: string) => ({ on, book: BOOK });

/** A sale of all that is held, by a paper of a day. */
async function sale(parcel: string, date: string): Promise<DealingDraft> {
  const [right] = (await stage.rights(parcel)).rights;
  return stage.draft('transfer', await stage.parcel(parcel), {
    cause: 'sale',
    from: [{ rightId: right!.rightId }],
    to: [{ party: { kind: 'person', name: 'Lê Thị Người Mua' }, share: '1' }],
    document: { no: '12/2023/HĐCN', date },
  });
}
const holdersAt = async (parcel: string, at: string) =>
  (await stage.get<ParcelRights>(`/api/parcels/${parcel}/rights?at=${at}`, stage.officer)).body.rights.map(
    ({ holder }) => holder,
  );
const stateAt = async (parcel: string, at: string) =>
  (await stage.get<ParcelDetail>(`/api/parcels/${parcel}?at=${at}`, stage.officer)).status;

test('a sale and then a split of the books hold from their days; the approver is told, and the system keeps when it was entered', async () => {
  const { parcel } = await stage.plot(SINCE);
  const sold = await stage.registerDraft({ ...(await sale(parcel, '2023-05-02')), entered: entered('2023-05-10') });
  assert.equal(sold.dealing.registeredAt, '2023-05-09T17:00:00.000Z');
  assert.deepEqual(sold.dealing.entered, entered('2023-05-10'));
  assert.ok(sold.dealing.verdicts.some(({ code, facts }) => code === 'entry.late' && facts.book === BOOK));
  assert.deepEqual(await holdersAt(parcel, '2023-05-09'), [stage.holder]);
  assert.deepEqual(await holdersAt(parcel, '2023-05-10'), ['Lê Thị Người Mua']);
  const split = await stage.registerDraft({
    ...stage.split(await stage.parcel(parcel), CUT),
    entered: entered('2024-02-01'),
  });
  const part = split.dealing.raises.find(({ role }) => role === 'raised')!.parcelId;
  assert.deepEqual(
    [await stateAt(part, '2024-01-31'), await stateAt(part, '2024-02-01'), await stateAt(parcel, '2024-01-31')],
    [404, 200, 200],
  );
  const thought = `/api/parcels/${parcel}/rights?at=2023-06-01&knownAt=2023-06-01`;
  assert.equal((await stage.get(thought, stage.officer)).status, 404, 'nothing was known here then');
  const history = await stage.get<ParcelHistory>(`/api/parcels/${part}/history`, stage.officer);
  assert.deepEqual(
    history.body.items.map(({ registeredAt, recordedAt }) => [registeredAt, recordedAt > sold.dealing.createdAt]),
    [['2024-01-31T17:00:00.000Z', true]],
  );
  const told = await stage.query<{ action: string; on: string }>(
    `select action, body ->> 'enteredOn' as on from audit.entry where subject_id = $1 and body ? 'enteredOn' order by action`,
    [split.dealing.dealingId],
  );
  assert.deepEqual(
    told.map(({ action, on }) => [action, on]),
    [
      ['dealing.opened', '2024-02-01'],
      ['dealing.registered', '2024-02-01'],
    ],
  );
  const [row] = await stage.query<{ late: boolean }>(
    `select bool_and(v.recorded_at > v.registered_at + interval '1 year') as late from cadastre.parcel_version v where v.raised_by = $1`,
    [split.dealing.dealingId],
  );
  assert.equal(row?.late, true, 'what the system did when is its own time');
  assert.equal(await stage.overlapM2(), 0);
});

test('not in the future, not before its paper, not behind what was registered since, nor behind a neighbour’s change', async () => {
  const { parcel, neighbour } = await stage.plot(SINCE);
  const draft = await sale(parcel, '2023-05-02');
  assert.deepEqual(await stoppedBy(stage, { ...draft, entered: entered('2023-05-01') }), ['entry.before_paper']);
  assert.deepEqual(await stoppedBy(stage, { ...draft, entered: entered('2022-12-30') }), [
    'entry.before_land',
    'entry.before_paper',
  ]);
  assert.deepEqual(await stoppedBy(stage, { ...draft, entered: entered('2999-01-01') }), ['entry.in_future']);
  await stage.deal('caveat_placement', parcel, { effects: ['split'], document: { no: 'TA-8', date: '2026-11-03' } });
  assert.deepEqual(await stoppedBy(stage, { ...draft, entered: entered('2023-05-10') }), ['entry.before_later']);

  const beside = stage.split(await stage.parcel(neighbour), CUT);
  await stage.registerDraft({ ...beside, entered: entered('2023-06-01') });
  const other = await stage.plot(SINCE);
  const cut = await stage.registerDraft({
    ...stage.split(await stage.parcel(other.neighbour), CUT),
    entered: entered('2024-03-01'),
  });
  assert.equal(cut.dealing.status, 'registered');
  const late = await stoppedBy(stage, {
    ...stage.split(await stage.parcel(other.parcel), CUT),
    entered: entered('2024-02-01'),
  });
  assert.deepEqual([...new Set(late)], ['entry.before_later'], 'the common corner was made later');
});

test('a file is of one day; what was entered is fixed', async () => {
  const { parcel } = await stage.plot(SINCE);
  const split = await stage.open({ ...stage.split(await stage.parcel(parcel), CUT), entered: entered('2023-07-01') });
  const part = split.dealing.raises.find(({ role }) => role === 'raised')!.parcelId;
  const land = await stage.get<ParcelDetail>(`/api/parcels/${part}?after=${split.dealing.dealingId}`, stage.officer);
  const caveat = stage.draft('caveat_placement', land.body, {
    effects: ['transfer'],
    document: { no: 'TA-9', date: '2023-06-30' },
  });
  const { dealing } = await stage.open({ ...caveat, after: split.dealing.dealingId });
  assert.deepEqual(dealing.entered, entered('2023-07-01'));
  await stage.step(split.dealing.dealingId, 'lodge', {}, stage.officer);
  const done: DealingReply = await stage.step(split.dealing.dealingId, 'approve', {}, stage.approver);
  assert.deepEqual(
    done.dealing.file.map(({ status }) => status),
    ['registered', 'registered'],
  );
  await assert.rejects(
    stage.query(`update dealing.dealing set entered_on = '2023-01-01' where dealing_id = $1`, [dealing.dealingId]),
    /is what was proposed/,
  );
});

test('what was entered is taken back from its own day, and from no other; both are told as of when they were known', async () => {
  const { parcel } = await stage.plot(SINCE);
  const sold = await stage.registerDraft({ ...(await sale(parcel, '2023-05-02')), entered: entered('2023-05-10') });
  const back = stage.draft('reversal', await stage.parcel(parcel), { dealingId: sold.dealing.dealingId });
  assert.deepEqual(await stoppedBy(stage, { ...back, entered: entered('2023-05-11') }), ['entry.of_other_day']);
  const undone = await stage.registerDraft(back);
  assert.deepEqual(
    [undone.dealing.entered, undone.dealing.registeredAt],
    [entered('2023-05-10'), sold.dealing.registeredAt],
  );
  assert.deepEqual(await holdersAt(parcel, '2024-01-01'), [stage.holder]);
  const again = await stage.registerDraft({ ...(await sale(parcel, '2023-05-03')), entered: entered('2023-06-01') });
  assert.equal(again.dealing.status, 'registered', 'a slip does not close the land to its books');

  const today = await stage.deal('caveat_placement', (await stage.plot(SINCE)).parcel, {
    effects: ['split'],
    document: { no: 'TA-8', date: '2022-11-03' },
  });
  const target = await stage.parcel(today.dealing.targets[0]!.parcelId);
  const late = stage.draft('reversal', target, { dealingId: today.dealing.dealingId });
  assert.deepEqual(await stoppedBy(stage, { ...late, entered: entered('2023-06-01') }), ['entry.of_other_day']);
});

test('nothing that happened once the land was kept here is entered late, nor a certificate, nor behind details that were corrected elsewhere', async () => {
  const { parcel, neighbour } = await stage.plot(SINCE, 'one');
  await stage.query('alter table cadastre.parcel_version disable trigger parcel_version_refuse_edit');
  await stage.query('update cadastre.parcel_version set recorded_at = $2 where parcel_id = any($1)', [
    [parcel],
    '2024-06-01T12:00:00+07:00',
  ]);
  await stage.query('alter table cadastre.parcel_version enable trigger parcel_version_refuse_edit');
  const draft = await sale(parcel, '2023-05-02');
  assert.deepEqual(await stoppedBy(stage, { ...draft, entered: entered('2024-06-02') }), ['entry.kept_here']);
  const cut = await stage.registerDraft({
    ...stage.split(await stage.parcel(parcel), CUT),
    entered: entered('2024-06-01'),
  });
  const part = cut.dealing.raises.find(({ role }) => role === 'raised')!.parcelId;
  assert.deepEqual(
    await stoppedBy(stage, { ...(await sale(part, '2023-05-02')), entered: entered('2024-06-02') }),
    ['entry.kept_here'],
    'a part is land that was kept before',
  );
  const [right] = (await stage.rights(neighbour)).rights;
  const issue = stage.draft('certificate_issue', await stage.parcel(neighbour), {
    rightIds: [right!.rightId],
    blankSerial: 'ST 00000001',
  });
  assert.ok((await stoppedBy(stage, { ...issue, entered: entered('2023-05-10') })).includes('entry.of_certificate'));
  const { parcel: other } = await stage.plot(SINCE);
  const [{ partyId } = { partyId: '' }] = (await stage.rights(other)).rights;
  const called = (name: string) => ({
    partyId,
    changes: { name },
    document: { no: 'ĐC-1', date: '2023-01-05' },
  });
  await stage.deal('holder_correction', other, called('Tên Mới'));
  const wrong = stage.draft('holder_correction', await stage.parcel(other), called('Tên Cũ'));
  assert.deepEqual(await stoppedBy(stage, { ...wrong, entered: entered('2023-02-01') }), ['entry.before_later']);
});
