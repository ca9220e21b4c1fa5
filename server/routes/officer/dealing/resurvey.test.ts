/** A parcel is surveyed anew: it keeps everything but its boundary, and takes nothing from its neighbours. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { assertGuarded, registeredAtOnce, stoppedBy, undo } from '../../../testing/dealing-suite.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const SURVEY = { no: 'ĐĐ-7/2026', date: '2026-11-02' };
/** The plot of 30 × 40 m, its west side 0.4 m further in, its boundary with the neighbour (30 m east) as it is. */
const MEASURED = [
  [0.4, 0],
  [30, 0],
  [30, 40],
  [0.4, 40],
];

async function surveyed(ring: readonly (readonly number[])[], payload: object = {}) {
  const { parcel, neighbour } = await stage.plot();
  const was = await stage.parcel(parcel);
  const corners = was.geometryLegal.coordinates[0]!;
  const [west, south] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))];
  const rings = [ring.map(([x, y]) => [west + x!, south + y!])];
  const draft = stage.draft('resurvey', was, { srid: 9214, rings, survey: SURVEY, ...payload });
  return { parcel, neighbour, was, draft };
}

test('a new boundary in a next version; number, code, holders and registered area stay; taken back it is as it was', async () => {
  const { parcel, was, draft } = await surveyed(MEASURED);
  const before = await stage.rights(parcel);
  const { dealing } = await stage.registerDraft(draft);
  const codes = dealing.verdicts.map(({ code }) => code);
  assert.ok(codes.includes('resurvey.leaves_gap'), 'the strip in the west is nobody’s now, which is told');
  assert.ok(codes.includes('area.differs'), '16 m² are more than the circular allows at 1:1000');
  const is = await stage.parcel(parcel);
  assert.deepEqual([is.version, is.no, is.code, is.areaM2, is.legalAreaM2], [2, was.no, was.code, 1184, 1200.5]);
  assert.deepEqual(await stage.rights(parcel), before);
  await undo(stage, dealing, [parcel]);
  assert.deepEqual((await stage.parcel(parcel)).geometryLegal, was.geometryLegal);
});

test('a corner on the edge of the neighbour becomes one of the neighbour’s; corners typed to the millimetre are those that are known', async () => {
  const { parcel, neighbour, draft } = await surveyed(
    [
      [0.0004, 0],
      [30, 0.0003],
      [30, 17],
      [30, 40],
      [0.2, 40],
    ],
    { legalAreaM2: 1196 },
  );
  const { dealing } = await stage.registerDraft(draft);
  assert.ok(dealing.verdicts.some(({ code }) => code === 'split.neighbours_get_corners'));
  const beside = await stage.parcel(neighbour);
  assert.deepEqual([beside.version, beside.geometryLegal.coordinates[0]!.length], [2, 6]);
  const is = await stage.parcel(parcel);
  assert.deepEqual([is.legalAreaM2, is.areaM2], [1196, 1196]);
  assert.equal(await stage.overlapM2(), 0);
});

test('over the neighbour, elsewhere, crossing itself, of another system, the same, of tomorrow: each its code', async () => {
  const over = MEASURED.map(([x, y]) => [x === 30 ? 30.5 : x!, y!]);
  const square = [
    [0, 0],
    [30, 0],
    [30, 40],
    [0, 40],
  ];
  for (const [ring, code] of [
    [over, 'resurvey.overlaps'],
    [MEASURED.map(([x, y]) => [x! - 1500, y! + 700]), 'resurvey.elsewhere'],
    [
      [
        [0, 0],
        [30, 40],
        [30, 0],
        [0, 40],
      ],
      'resurvey.invalid',
    ],
    [square, 'resurvey.same_as_before'],
  ] as const)
    assert.ok((await stoppedBy(stage, (await surveyed(ring)).draft)).includes(code), code);
  const { draft } = await surveyed(MEASURED);
  assert.deepEqual(await stoppedBy(stage, { ...draft, payload: { ...draft.payload, srid: 9209 } }), [
    'resurvey.wrong_system',
  ]);
  const early = { ...draft, payload: { ...draft.payload, survey: { ...SURVEY, date: '2999-01-01' } } };
  assert.ok((await stoppedBy(stage, early)).includes('document.in_future'));
  const swapped = (draft.payload.rings as number[][][]).map((ring) => ring.map(([x, y]) => [y, x]));
  assert.deepEqual(await stoppedBy(stage, { ...draft, payload: { ...draft.payload, rings: swapped } }), [
    'land.axes_swapped',
  ]);
});

test('guarded; one of eight wins', async () => {
  const { draft } = await surveyed(MEASURED);
  await assertGuarded(stage, draft);
  const { registered, refused } = await registeredAtOnce(stage, Array(8).fill(draft));
  assert.deepEqual([registered, refused], [1, Array(7).fill('dealing.blocked')]);
});
