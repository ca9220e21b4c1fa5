/** Details of a holder are corrected: what was registered before stays, is seen as of its day, and comes back by a reversal. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { DealingPreview } from '../../../domain/contract/dealing/dealings.ts';
import type { ParcelRights } from '../../../domain/contract/parcel/parcels.ts';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { assertGuarded, registeredAtOnce, stoppedBy, undo } from '../../../testing/dealing-suite.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const DOCUMENT = { no: 'CC-7/2026', date: '2026-11-02', place: 'Công an xã Lim Hạ' };

/** A plot, its holder, and a correction of what she is called. */
async function ofHolder(changes: object, holders: 'one' | 'two' = 'two') {
  const { parcel, neighbour } = await stage.plot('2020-05-05T12:00:00+07:00', holders);
  const [right] = (await stage.rights(parcel)).rights;
  const { partyId } = right!;
  const draft = stage.draft('holder_correction', await stage.parcel(parcel), { partyId, changes, document: DOCUMENT });
  return { parcel, neighbour, right: right!, partyId, draft };
}

test('a name, an address and a number are corrected on every parcel of the holder; the right stays the same', async () => {
  const { parcel, neighbour, right, draft, partyId } = await ofHolder(
    { name: 'Hoàng Văn Mẫu Đúng', identityNumber: '024190000055', address: 'Thôn Đúng, xã Thử' },
    'one',
  );
  const seen = await stage.post<DealingPreview>('/api/dealing-preview', draft, stage.officer);
  assert.deepEqual(
    seen.body.changes.map(({ fact, before, after }) => [fact, before, after]),
    [
      ['holder.name', stage.holder, 'Hoàng Văn Mẫu Đúng'],
      ['holder.address', null, 'Thôn Đúng, xã Thử'],
      ['holder.identity', null, ''],
    ],
  );
  assert.deepEqual(
    seen.body.verdicts.map(({ code, facts }) => [code, facts.parcels]),
    [['holder.holds_elsewhere', 1]],
  );
  const { dealing } = await stage.registerDraft(draft);
  assert.equal(dealing.status, 'registered');
  for (const land of [parcel, neighbour]) {
    const [is] = (await stage.rights(land)).rights;
    assert.deepEqual([is?.holder, is?.partyId], ['Hoàng Văn Mẫu Đúng', partyId]);
  }
  assert.equal((await stage.rights(parcel)).rights[0]?.rightId, right.rightId);
  const was = await stage.get<ParcelRights>(`/api/parcels/${parcel}/rights?at=2026-11-01`, stage.officer);
  assert.equal(was.body.rights[0]?.holder, stage.holder, 'as of a day before, as it was called then');
  const kept = await stage.query<{ text: string }>('select payload::text as text from dealing.content');
  assert.ok(kept.length > 0 && kept.every(({ text }) => !text.includes('024190000055')));
  const [number] = await stage.query<{ raised: string }>(
    'select raised_by as raised from party.identity_paper where party_id = $1',
    [partyId],
  );
  assert.equal(number?.raised, dealing.dealingId);
});

test('a second correction rests on the first; each is taken back, the last first, and the first name is there again', async () => {
  const { parcel, draft } = await ofHolder({ name: 'Tên Thứ Hai' });
  const first = await stage.registerDraft(draft);
  const second = await stage.registerDraft({
    ...draft,
    payload: { ...draft.payload, changes: { identityNumber: '024190000066' } },
  });
  const name = async () => (await stage.rights(parcel)).rights[0]?.holder;
  assert.equal(await name(), 'Tên Thứ Hai', 'what the second leaves out stays');
  const early = stage.draft('reversal', await stage.parcel(parcel), { dealingId: first.dealing.dealingId });
  assert.deepEqual(await stoppedBy(stage, early), ['reversal.rested_upon']);
  await undo(stage, second.dealing, [parcel]);
  assert.equal(await name(), 'Tên Thứ Hai');
  const [holds] = await stage.query<{ holds: boolean }>(
    `select party.holds_number(i.party_id, i.lookup_hash) as holds from party.identity_paper i where i.raised_by = $1`,
    [second.dealing.dealingId],
  );
  assert.equal(holds?.holds, false, 'a number that was taken back is nobody’s');
});

test('details that are those of the register, a stranger to the parcel, a party that is not there: each its code', async () => {
  const { draft } = await ofHolder({ name: stage.holder });
  assert.deepEqual(await stoppedBy(stage, draft), ['holder.same_as_before']);
  const other = await ofHolder({ name: 'Ai Đó' });
  for (const partyId of [other.partyId, randomUUID()])
    assert.deepEqual(await stoppedBy(stage, { ...draft, payload: { ...draft.payload, partyId } }), [
      'holder.not_of_parcel',
    ]);
  const number = await ofHolder({ identityNumber: '024190000077' });
  await stage.registerDraft(number.draft);
  assert.deepEqual(await stoppedBy(stage, number.draft), ['holder.same_as_before'], 'the number that holds already');
});

test('a role that may not, another commune, stale, of no form, twice', async () => {
  const { draft } = await ofHolder({ name: 'Tên Khác' });
  await assertGuarded(stage, draft);
  const empty = { ...draft, payload: { ...draft.payload, changes: {} }, dealingId: randomUUID() };
  assert.equal((await stage.post('/api/dealings', empty, stage.officer)).status, 400);
  const future = { ...draft, payload: { ...draft.payload, document: { ...DOCUMENT, date: '2999-01-01' } } };
  assert.deepEqual(await stoppedBy(stage, future), ['document.in_future']);
});

test('eight corrections of one holder at once: one wins, the others are told that the details changed', async () => {
  const { draft } = await ofHolder({ name: 'Tên Khác' });
  const drafts = Array.from({ length: 8 }, (_, at) => ({
    ...draft,
    payload: { ...draft.payload, changes: { name: `Tên Khác ${at}` } },
  }));
  const { registered, refused } = await registeredAtOnce(stage, drafts);
  assert.equal(registered, 1);
  assert.deepEqual(refused, Array(7).fill('dealing.blocked'));
});
