/** Rights that only repeat a legacy record: shown as such, and confirmed by the first dealing that rests on them, with the paper that proves them. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { ParcelRights } from '../../../domain/contract/parcels.ts';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { stoppedBy, undo } from '../../../testing/dealing-suite.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const DOCUMENT = { no: 'HĐ-5/2026', date: '2026-11-02' };
const PROOF = { no: 'AB 123456', date: '2005-06-01', place: 'UBND huyện' };
const BANK = { kind: 'organisation' as const, name: 'Ngân hàng Thử Nghiệm' };

/** A plot whose right is as an import leaves it. */
async function legacy() {
  const { parcel, neighbour } = await stage.plot('2020-05-05T12:00:00+07:00', 'one');
  await stage.query('alter table rights."right" disable trigger right_refuse_edit');
  await stage.query('update rights."right" set verified = false where parcel_id = any($1)', [[parcel, neighbour]]);
  await stage.query('alter table rights."right" enable trigger right_refuse_edit');
  const [right] = (await stage.rights(parcel)).rights;
  return { parcel, neighbour, right: right! };
}
const verified = async (parcel: string) => (await stage.rights(parcel)).rights.map((right) => right.verified);

test('every kind that rests on a right needs the proof while it is unproven, and says so on the page before', async () => {
  const { parcel, right } = await legacy();
  const { rightId, partyId } = right;
  const page = await stage.parcel(parcel);
  const told = page.operations.find(({ kind }) => kind === 'transfer');
  assert.equal(told?.allowed, true);
  assert.ok(told.verdicts.some(({ code }) => code === 'right.unverified'));
  const to = [{ party: { kind: 'person', name: 'Lê Văn Mua' }, share: '1' }];
  for (const [kind, payload] of [
    ['transfer', { cause: 'sale', from: [{ rightId }], to, document: DOCUMENT }],
    ['mortgage_registration', { rightIds: [rightId], mortgagee: BANK, document: DOCUMENT }],
    ['lease_registration', { rightId, lessee: BANK, until: '2031-01-01', document: DOCUMENT }],
    ['term_extension', { rightId, until: '2043-01-01', document: DOCUMENT }],
    ['purpose_change', { purposes: [{ code: 'CLN', areaM2: 1200.5 }], document: DOCUMENT }],
    ['holder_correction', { partyId, changes: { name: 'Tên Đúng' }, document: DOCUMENT }],
  ] as const) {
    assert.deepEqual(await stoppedBy(stage, stage.draft(kind, page, payload)), ['right.unproven'], kind);
    const { dealing } = await stage.open(stage.draft(kind, page, { ...payload, proof: PROOF }));
    const codes = dealing.verdicts.map(({ code }) => code);
    assert.ok(codes.includes('right.proven') && !codes.includes('right.unproven'), kind);
    assert.ok(!codes.includes('right.unverified'), kind);
  }
});

test('a mortgage confirms the right it rests on; the next dealing asks for nothing; before that day it was not confirmed', async () => {
  const { parcel, right } = await legacy();
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [right.rightId],
    mortgagee: BANK,
    document: DOCUMENT,
    proof: PROOF,
  });
  assert.deepEqual(await verified(parcel), [true]);
  assert.equal((await stage.rights(parcel)).rights[0]?.rightId, right.rightId, 'the right stays the same');
  const was = await stage.get<ParcelRights>(`/api/parcels/${parcel}/rights?at=2026-11-01`, stage.officer);
  assert.deepEqual(
    was.body.rights.map((one) => one.verified),
    [false],
  );
  await stage.deal('lease_registration', parcel, {
    rightId: right.rightId,
    lessee: BANK,
    until: '2031-01-01',
    document: DOCUMENT,
  });
  assert.deepEqual(await verified(parcel), [true]);
});

test('a mortgage that is taken back proves nothing any more', async () => {
  const { parcel, right } = await legacy();
  const { dealing } = await stage.deal('mortgage_registration', parcel, {
    rightIds: [right.rightId],
    mortgagee: BANK,
    document: DOCUMENT,
    proof: PROOF,
  });
  await undo(stage, dealing, [parcel]);
  assert.deepEqual(await verified(parcel), [false]);
});

test('an extension raises a confirmed right, taken back it is unconfirmed again; a split leaves rights as they are', async () => {
  const { parcel, right } = await legacy();
  const { dealing } = await stage.deal('term_extension', parcel, {
    rightId: right.rightId,
    until: '2043-01-01',
    document: DOCUMENT,
    proof: PROOF,
  });
  assert.deepEqual(await verified(parcel), [true]);
  await undo(stage, dealing, [parcel]);
  assert.deepEqual(await verified(parcel), [false]);
  const split = await stage.registerDraft(
    stage.split(await stage.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  const [part] = split.dealing.raises;
  assert.deepEqual(await verified(part!.parcelId), [false]);
});

test('a merger by agreement proves nothing of what it merges', async () => {
  const { parcel, neighbour, right } = await legacy();
  const parts = [await stage.parcel(parcel), await stage.parcel(neighbour)];
  const agreement = { holders: [{ partyId: right.partyId, share: '1' }], document: DOCUMENT };
  const { dealing } = await stage.registerDraft(stage.draft('merge', parts, { agreement }));
  assert.deepEqual(await verified(dealing.raises[0]!.parcelId), [false]);
});

test('a proof of no form is refused', async () => {
  const { parcel, right } = await legacy();
  const page = await stage.parcel(parcel);
  const draft = stage.draft('term_extension', page, {
    rightId: right.rightId,
    until: '2043-01-01',
    document: DOCUMENT,
    proof: { no: '' },
  });
  assert.equal((await stage.post('/api/dealings', { ...draft, dealingId: randomUUID() }, stage.officer)).status, 400);
  const early = { ...draft, payload: { ...draft.payload, proof: { ...PROOF, date: '2999-01-01' } } };
  assert.deepEqual(await stoppedBy(stage, early), ['document.in_future']);
});
