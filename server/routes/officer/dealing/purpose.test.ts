/** Purposes of a parcel change by area and term: a next version of the same parcel, by exact sums. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ParcelDetail } from '../../../domain/contract/parcel/parcels.ts';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { assertGuarded, registeredAtOnce, stoppedBy, undo } from '../../../testing/dealing-suite.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const DOCUMENT = { no: 'QĐ-9/2026', date: '2026-11-02' };
const DIVIDED = [
  { code: 'ONT', areaM2: 1000.3, until: null },
  { code: 'CLN', areaM2: 200.2, until: '2043-10-15' },
];

async function change(purposes: readonly object[]) {
  const { parcel } = await stage.plot('2020-05-05T12:00:00+07:00');
  const draft = stage.draft('purpose_change', await stage.parcel(parcel), { purposes, document: DOCUMENT });
  return { parcel, draft };
}
const GOOD = [
  { code: 'ONT', areaM2: 1000.3 },
  { code: 'CLN', areaM2: 200.2, until: '2043-10-15' },
];

test('one purpose is divided by area: the same parcel, shape, number and rights in a next version; the old one as of its day', async () => {
  const { parcel, draft } = await change(GOOD);
  const was = await stage.parcel(parcel);
  const before = (await stage.rights(parcel)).rights;
  const { dealing } = await stage.registerDraft(draft);
  assert.deepEqual(
    dealing.raises.map(({ role, landUse }) => [role, landUse]),
    [['changed', 'ONT+CLN']],
  );
  const is = await stage.parcel(parcel);
  assert.deepEqual([is.version, is.state, is.no, is.code, is.landUse], [2, 'current', was.no, was.code, 'ONT+CLN']);
  assert.deepEqual(is.purposes, DIVIDED);
  assert.deepEqual(is.geometryLegal, was.geometryLegal);
  assert.deepEqual((await stage.rights(parcel)).rights, before);
  const past = await stage.get<ParcelDetail>(`/api/parcels/${parcel}?at=2026-11-01`, stage.officer);
  assert.equal(past.body.landUse, 'ONT');
  await undo(stage, dealing, [parcel]);
  const again = await stage.parcel(parcel);
  assert.deepEqual([again.version, again.landUse], [3, 'ONT']);
});

test('terms go on: a split keeps the term of the one purpose; a second change tells both sides', async () => {
  const { parcel, draft } = await change([{ code: 'CLN', areaM2: 1200.5, until: '2043-10-15' }]);
  await stage.registerDraft(draft);
  const split = await stage.registerDraft(
    stage.split(await stage.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  const [part] = split.dealing.raises;
  const is = await stage.parcel(part!.parcelId);
  assert.deepEqual(is.purposes, [{ code: 'CLN', areaM2: part!.legalAreaM2, until: '2043-10-15' }]);
});

test('sums that differ, codes of no list, a code twice, a term that is over, nothing new: each its code', async () => {
  for (const [purposes, code] of [
    [[{ code: 'CLN', areaM2: 1200.4 }], 'purpose.areas_do_not_add_up'],
    [[{ code: 'CLN', areaM2: 1200.495 }], 'purpose.areas_do_not_add_up'],
    [[{ code: 'ZZZ', areaM2: 1200.5 }], 'purpose.not_in_force'],
    [[{ code: 'NNP', areaM2: 1200.5 }], 'purpose.not_in_force'],
    [[{ code: 'LUN', areaM2: 1200.5 }], 'purpose.not_in_force'],
    [
      [
        { code: 'CLN', areaM2: 1200 },
        { code: 'CLN', areaM2: 0.5 },
      ],
      'purpose.named_twice',
    ],
    [[{ code: 'CLN', areaM2: 1200.5, until: '2013-10-15' }], 'purpose.already_over'],
  ] as const) {
    const { draft } = await change(purposes);
    assert.deepEqual(await stoppedBy(stage, draft), [code], JSON.stringify(purposes));
  }
  const { parcel, draft } = await change([{ code: 'ONT', areaM2: 1200.5 }]);
  await stage.registerDraft(draft);
  const same = stage.draft('purpose_change', await stage.parcel(parcel), draft.payload);
  assert.deepEqual(await stoppedBy(stage, same), ['purpose.same_as_before']);
});

test('a role that may not, another commune, stale, of no form, twice', async () => {
  const { draft } = await change(GOOD);
  await assertGuarded(stage, draft);
  for (const odd of [[], [{ code: 'đất ở', areaM2: 1 }], [{ code: 'ONT', areaM2: 0 }]]) {
    const asked = { ...draft, payload: { ...draft.payload, purposes: odd }, dealingId: crypto.randomUUID() };
    assert.equal((await stage.post('/api/dealings', asked, stage.officer)).status, 400, JSON.stringify(odd));
  }
});

test('eight changes of one parcel at once: one wins, the others are stale', async () => {
  const { draft } = await change(GOOD);
  const { registered, refused } = await registeredAtOnce(stage, Array(8).fill(draft));
  assert.equal(registered, 1);
  assert.deepEqual(refused, Array(7).fill('dealing.blocked'));
});
