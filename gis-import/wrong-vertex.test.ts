/** One wrong vertex, and other shapes that no sheet of their scale has: valid polygons, all of them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ImportReport } from '../server/domain/batch/import-report.ts';
import { openTestImport, type TestImport } from '../server/testing/import/open-import.ts';
import { ORIGIN, PLOT, SIDE, sheetZip, squareAt } from '../server/testing/import/sheet-zip.ts';
import { mayBeEmpty } from '../server/testing/not-empty.ts';

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

type Pair = readonly [number, number];
let plots = 0;

/** Eight squares and then a shape of the test's own, without a declared area; findings of that shape alone. */
async function importBeside(
  shape: (corners: readonly Pair[]) => readonly Pair[],
  name: string,
  scale: number | null = 1000,
) {
  const origin: Pair = [ORIGIN[0], ORIGIN[1] + PLOT * plots++];
  const rings = [shape(squareAt(origin, 8))];
  const rows = [...Array.from({ length: 8 }, () => ({})), { rings }].map((row) => ({ ...row, area: '' }));
  const report = await t.run(`${name}.zip`, await sheetZip({ rows, origin }), { promote: true, options: { scale } });
  const found = report.findings.filter(({ code }) => code.startsWith('geometry.'));
  for (const { code, samples } of mayBeEmpty(found))
    assert.deepEqual(samples, [9], `${code} is said of no other record`);
  return { report, codes: found.map(({ code }) => code).sort(), detail: (code: string) => detailOf(report, code) };
}
const detailOf = ({ findings }: ImportReport, code: string) => findings.find((one) => one.code === code)?.detail;

/** The south-east corner moved, so that the ring crosses nobody. */
const moved =
  (east: number, north = 0) =>
  (corners: readonly Pair[]) =>
    corners.map((corner, i): Pair => (i === 3 ? [corner[0] + east, corner[1] + north] : corner));

test('a vertex 300 km away is found by commune and sheet, and nothing is registered', async () => {
  const { report, codes, detail } = await importBeside(moved(300_000), 'far');
  assert.deepEqual(codes, [
    'geometry.area_beyond_sheet',
    'geometry.edge_beyond_sheet',
    'geometry.outside_sheet',
    'geometry.reaches_outside_commune',
    'geometry.spike',
  ]);
  assert.deepEqual([report.status, report.counts.blocked, report.promotion], ['validated', 1, null]);
  assert.ok(Number(detail('geometry.reaches_outside_commune')?.lon) > 108);
});

test('a vertex some kilometres away, still in the commune, is longer than the sheet, whatever its scale', async () => {
  for (const scale of [1000, 2000, null]) {
    const { report, codes } = await importBeside(moved(3_000), `near-${scale}`, scale);
    assert.deepEqual(codes, ['geometry.edge_beyond_sheet', 'geometry.outside_sheet', 'geometry.spike']);
    assert.deepEqual([report.status, report.counts.blocked], ['validated', 1]);
  }
});

test('a vertex a hundred metres away sticks out, and is registered with a warning only', async () => {
  const { report, codes, detail } = await importBeside(moved(110), 'spike');
  assert.deepEqual(codes, ['geometry.spike']);
  assert.deepEqual([report.status, report.counts.warned], ['promoted', 1]);
  assert.ok(Math.abs(Number(detail('geometry.spike')?.lengthM) - 111) < 2);
});

test('edges far longer than is common on the sheet are said, without a wrong vertex too', async () => {
  const { codes, detail } = await importBeside(
    ([a, b, c, d]) => [a!, b!, [c![0] + 260, c![1]], [d![0] + 260, d![1]], a!],
    'long',
  );
  assert.deepEqual(codes, ['geometry.edge_improbable']);
  assert.deepEqual(detail('geometry.edge_improbable'), { lengthM: 280, medianM: SIDE });
});

test('a parcel far from the others of its sheet is said', async () => {
  const { codes } = await importBeside((ring) => ring.map(([x, y]): Pair => [x + 1_500, y]), 'astray');
  assert.deepEqual(codes, ['geometry.outside_sheet']);
});

test('a strip thinner than the sheet can show is said, by the scale of the sheet', async () => {
  const strip = (width: number) => (ring: readonly Pair[]) =>
    ring.map(([x, y], i): Pair => [i === 2 || i === 3 ? ring[0]![0] + width : x, y]);
  const thin = await importBeside(strip(0.15), 'strip-2000', 2000);
  assert.deepEqual(thin.codes, ['geometry.sliver']);
  assert.deepEqual((await importBeside(strip(0.15), 'strip-1000', 1000)).codes, []);
});

test('a pond and a lane of ordinary form are nothing to speak of', async () => {
  const pond = ([a, b, c, d]: readonly Pair[]) => [
    a!,
    b!,
    [c![0] + 45, c![1]] as Pair,
    [d![0] + 40, d![1]] as Pair,
    a!,
  ];
  assert.deepEqual((await importBeside(pond, 'pond')).codes, []);
  const lane = ([a, b]: readonly Pair[]) => {
    const [x, y] = a!;
    const steps = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => i * 22);
    const south = steps.map((s): Pair => [x + s, y + (s % 3)]);
    const north = steps.toReversed().map((s): Pair => [x + s, y + 4 + (s % 3)]);
    return [...south, ...north, a!].map((corner) => corner ?? b!);
  };
  assert.deepEqual((await importBeside(lane, 'lane')).codes, []);
});
