/** Common boundaries move between neighbours: parcels stay who they are, and between them is neither gap nor overlap. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { DealingPreview } from '../../../domain/contract/dealing/dealings.ts';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { assertGuarded, registeredAtOnce, stoppedBy, undo } from '../../../testing/dealing-suite.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

/** Two plots of 30 × 40 m side by side, and the draft that moves their common boundary (30 m east) to a line. */
async function pair(line: readonly (readonly number[])[], payload: object = {}) {
  const { parcel, neighbour } = await stage.plot();
  const both = [await stage.parcel(parcel), await stage.parcel(neighbour)];
  const corners = both[0]!.geometryLegal.coordinates[0]!;
  const [west, south] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))];
  const at = (points: readonly (readonly number[])[]) => points.map(([x, y]) => [west + x!, south + y!]);
  const draft = stage.draft('boundary_adjustment', both, { srid: 9214, line: at(line), ...payload });
  return { parcel, neighbour, both, at, draft };
}
/** From 32 m east in the south to 28.5 m in the north, with a bend. */
const MOVED = [
  [32, -1],
  [31, 20],
  [28.5, 41],
];

test('the boundary of two parcels moves: same parcels, numbers and holders in a next version, areas shared exactly; taken back it is as it was', async () => {
  const { parcel, neighbour, both, draft } = await pair(MOVED);
  const before = await stage.rights(parcel);
  const seen = await stage.post<DealingPreview>('/api/dealing-preview', draft, stage.officer);
  assert.deepEqual(
    seen.body.raises.map(({ role }) => role),
    ['changed', 'changed'],
  );
  const { dealing } = await stage.registerDraft(draft);
  const is = [await stage.parcel(parcel), await stage.parcel(neighbour)];
  for (const [at, land] of is.entries())
    assert.deepEqual(
      [land.version, land.state, land.no, land.code, land.successors],
      [2, 'current', both[at]!.no, both[at]!.code, []],
    );
  const cents = is.map(({ legalAreaM2 }) => Math.round((legalAreaM2 ?? 0) * 100));
  assert.equal(cents[0]! + cents[1]!, 240_100, 'the registered areas are shared out, none is lost');
  assert.ok(Math.abs(is[0]!.areaM2 + is[1]!.areaM2 - 2400) < 0.015);
  assert.ok(is[0]!.areaM2 > 1205, `${is[0]!.areaM2}`);
  assert.deepEqual(await stage.rights(parcel), before);
  assert.equal(await stage.overlapM2(), 0);
  await undo(stage, dealing, [parcel, neighbour]);
  const again = await stage.parcel(parcel);
  assert.deepEqual([again.version, again.areaM2, again.geometryLegal], [3, 1200, both[0]!.geometryLegal]);
});

test('a third parcel on whose edge the new boundary ends gets its corner in the same dealing', async () => {
  const { parcel, neighbour, draft } = await pair(MOVED);
  const cut = await stage.registerDraft(
    stage.split(await stage.parcel(neighbour), [
      [-5, 30],
      [35, 30],
    ]),
  );
  const parts = cut.dealing.raises.filter(({ role }) => role === 'raised').map(({ parcelId }) => parcelId);
  const north = await Promise.all(parts.map((id) => stage.parcel(id)));
  const [upper, lower] = north.toSorted((a, b) => top(b) - top(a));
  const plot = await stage.parcel(parcel);
  const line = (draft.payload.line as number[][]).map((point) => [...point]);
  // From the south to the boundary between the parts, where the corner of the parcel and the upper part is.
  const targets = [plot, lower!];
  const [x = 0] = line[0]!;
  const y = top(lower!);
  const moved = stage.draft('boundary_adjustment', targets, {
    srid: 9214,
    line: [line[0]!, [x - 1, y - 10], [x + 3, y + 1]],
  });
  const { dealing } = await stage.registerDraft(moved);
  assert.ok(dealing.verdicts.some(({ code }) => code === 'split.neighbours_get_corners'));
  const beside = await stage.parcel(upper!.id);
  assert.equal(beside.version, 2);
  assert.equal(beside.geometryLegal.coordinates[0]!.length, upper!.geometryLegal.coordinates[0]!.length + 1);
  assert.equal(await stage.overlapM2(), 0);
});
const top = ({ geometryLegal }: { geometryLegal: { coordinates: [number, number][][] } }) =>
  Math.max(...geometryLegal.coordinates[0]!.map(([, y]) => y));

test('three in a row: two boundaries move at once by two lines', async () => {
  const { parcel, neighbour, at } = await pair(MOVED);
  const cut = await stage.registerDraft(
    stage.split(await stage.parcel(neighbour), [
      [15, -5],
      [15, 45],
    ]),
  );
  const parts = cut.dealing.raises.filter(({ role }) => role === 'raised').map(({ parcelId }) => parcelId);
  const three = await Promise.all([parcel, ...parts].map((id) => stage.parcel(id)));
  const moreLines = [
    at([
      [46, -1],
      [44, 41],
    ]),
  ];
  const draft = stage.draft('boundary_adjustment', three, { srid: 9214, line: at(MOVED), moreLines });
  const { dealing } = await stage.registerDraft(draft);
  const sum = dealing.raises.filter(({ role }) => role === 'changed').reduce((total, { areaM2 }) => total + areaM2, 0);
  assert.ok(Math.abs(sum - 2400) < 0.02, `${sum}`);
  assert.equal(await stage.overlapM2(), 0);
});

test('a line that does not divide, that leaves one nothing, that is the old one, of another system; land apart: each its code', async () => {
  for (const [line, code] of [
    [
      [
        [32, 5],
        [31, 20],
      ],
      'boundary.does_not_divide',
    ],
    [
      [
        [30, 0],
        [30, 40],
      ],
      'boundary.same_as_before',
    ],
  ] as const)
    assert.ok((await stoppedBy(stage, (await pair(line)).draft)).includes(code), code);
  const { draft, both } = await pair(MOVED);
  assert.deepEqual(await stoppedBy(stage, { ...draft, payload: { ...draft.payload, srid: 9209 } }), [
    'boundary.wrong_system',
  ]);
  const away = await stage.parcel((await stage.plot()).parcel);
  assert.deepEqual(await stoppedBy(stage, stage.draft('boundary_adjustment', [both[0]!, away], draft.payload)), [
    'boundary.not_neighbours',
  ]);
  const unsaid = await stoppedBy(stage, { ...draft, payload: { ...draft.payload, legalAreasM2: [1200, 1200] } });
  for (const code of ['boundary.legal_areas_do_not_add_up', 'split.areas_without_reason'] as const)
    assert.ok(unsaid.includes(code), code);
  const reason = 'Theo biên bản của hai bên';
  const said = await stoppedBy(stage, { ...draft, payload: { ...draft.payload, legalAreasM2: [1200, 1200], reason } });
  assert.ok(!said.includes('split.areas_without_reason'));
});

test('guarded; one parcel alone is none; a stop on shapes stops it; one of eight wins', async () => {
  const { parcel, both, draft } = await pair(MOVED);
  await assertGuarded(stage, draft);
  const alone = { ...draft, targets: draft.targets.slice(0, 1), dealingId: randomUUID() };
  assert.equal((await stage.post('/api/dealings', alone, stage.officer)).status, 422);
  const { registered, refused } = await registeredAtOnce(stage, Array(8).fill(draft));
  assert.deepEqual([registered, refused], [1, Array(7).fill('dealing.blocked')]);
  await stage.deal('caveat_placement', parcel, { effects: ['split'], document: { no: 'TA-1', date: '2026-11-03' } });
  const now = [await stage.parcel(parcel), await stage.parcel(both[1]!.id)];
  const again = stage.draft('boundary_adjustment', now, draft.payload);
  assert.ok((await stoppedBy(stage, again)).includes('caveat.stops_split'));
});
