/** The term of a right is extended: the right goes on with a later last day, and what burdens it with it; what is over is not dealt with. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { assertGuarded, registeredAtOnce, stoppedBy, undo } from '../../../testing/dealing-suite.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const DOCUMENT = { no: 'GH-4/2026', date: '2026-11-02' };

/** A plot whose right ends on a day, and the draft that extends it. */
async function ofTerm(present: string | null, until: string) {
  const { parcel } = await stage.plot();
  const [right] = (await stage.rights(parcel)).rights;
  if (present !== null) {
    await stage.query('alter table rights."right" disable trigger right_refuse_edit');
    await stage.query('update rights."right" set until = $2 where right_id = $1', [right!.rightId, present]);
    await stage.query('alter table rights."right" enable trigger right_refuse_edit');
  }
  const { rightId } = right!;
  const draft = stage.draft('term_extension', await stage.parcel(parcel), { rightId, until, document: DOCUMENT });
  return { parcel, rightId, draft };
}

test('a right goes on until a later day, its mortgage with it; taken back it ends when it did', async () => {
  const { parcel, rightId, draft } = await ofTerm('2030-10-15', '2043-10-15');
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [rightId],
    mortgagee: { kind: 'organisation', name: 'Ngân hàng Thử Nghiệm' },
    document: { no: 'TC-9', date: '2026-10-01' },
  });
  const { dealing } = await stage.registerDraft(draft);
  assert.ok(dealing.status === 'registered');
  const is = await stage.rights(parcel);
  assert.deepEqual(
    is.rights.map(({ holder, until, share }) => [holder, until, share]),
    [[stage.holder, '2043-10-15', '1']],
  );
  assert.deepEqual(is.mortgages[0]?.rightIds, [is.rights[0]?.rightId]);
  await undo(stage, dealing, [parcel]);
  const again = await stage.rights(parcel);
  assert.deepEqual([again.rights[0]?.until, again.mortgages.length], ['2030-10-15', 1]);
});

test('a right that is over is not transferred, mortgaged or split until it is extended', async () => {
  const { parcel, rightId, draft } = await ofTerm('2013-10-15', '2043-10-15');
  const page = await stage.parcel(parcel);
  const may = Object.fromEntries(page.operations.map(({ kind, allowed }) => [kind, allowed]));
  assert.deepEqual(
    [may.transfer, may.mortgage_registration, may.split, may.merge, may.term_extension],
    [false, false, false, false, true],
  );
  const transfer = stage.draft('transfer', page, {
    cause: 'sale',
    from: [{ rightId }],
    to: [{ party: { kind: 'person', name: 'Lê Văn Thử' }, share: '1' }],
    document: DOCUMENT,
  });
  assert.deepEqual(await stoppedBy(stage, transfer), ['term.expired']);
  await stage.registerDraft(draft);
  const after = await stage.parcel(parcel);
  assert.equal(after.operations.find(({ kind }) => kind === 'transfer')?.allowed, true);
});

test('a day that is not later, a right that is not there: each its code; none registered before is told', async () => {
  for (const until of ['2030-10-15', '2029-01-01'])
    assert.deepEqual(await stoppedBy(stage, (await ofTerm('2030-10-15', until)).draft), ['term.not_later'], until);
  assert.deepEqual(await stoppedBy(stage, (await ofTerm('2013-10-15', '2020-01-01')).draft), ['term.not_later']);
  const { draft } = await ofTerm(null, '2043-10-15');
  assert.deepEqual(await stoppedBy(stage, { ...draft, payload: { ...draft.payload, rightId: randomUUID() } }), [
    'right.not_current',
  ]);
  const { dealing } = await stage.open(draft);
  assert.deepEqual(
    dealing.verdicts.map(({ code, severity }) => [code, severity]),
    [['term.none_before', 'warning']],
  );
});

test('a role that may not, another commune, stale, of no form, twice', async () => {
  const { draft } = await ofTerm(null, '2043-10-15');
  await assertGuarded(stage, draft);
  const asked = { ...draft, payload: { ...draft.payload, until: '2043-02-30' }, dealingId: randomUUID() };
  assert.equal((await stage.post('/api/dealings', asked, stage.officer)).status, 400);
});

test('eight extensions of one right at once: one wins, the others find it ended', async () => {
  const { draft } = await ofTerm('2030-10-15', '2043-10-15');
  const { registered, refused } = await registeredAtOnce(stage, Array(8).fill(draft));
  assert.equal(registered, 1);
  assert.deepEqual(refused, Array(7).fill('dealing.blocked'));
});
