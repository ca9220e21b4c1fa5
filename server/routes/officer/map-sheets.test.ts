/** A sheet of known parcels, printed, skewed and scanned: laid on the land, traced, and back in the register's hands within its tolerance. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { crossesOf, onPaper, type PaperSheet } from '../../../gis-import/demo/paper/print-map-sheet.ts';
import type { ScanTraits } from '../../../gis-import/demo/paper/scan-paper.ts';
import type { BatchDetail } from '../../domain/contract/batch/batch-shapes.ts';
import type { MapSheetDetail, MapSheetLand, MapSheetPlacing } from '../../domain/contract/document/map-sheets.ts';
import { findCross, type GreyPicture } from '../../domain/map-sheet/find-cross.ts';
import { fitTies } from '../../domain/map-sheet/judge-fit.ts';
import { type ControlPoint, type TracedParcel, tiesOf } from '../../domain/map-sheet/map-sheet.ts';
import { TRANSFORMATIONS } from '../../domain/map-sheet/transformation.ts';
import type { ProblemReply } from '../../domain/problem/problem.ts';
import type { Worker } from '../../jobs/start-worker.ts';
import type { Caller } from '../../testing/dealing-stage.ts';
import { readToTheEnd } from '../../testing/import/watch-batch.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { drawPaperSheet, scanPaperSheet } from '../../testing/paper-sheet.ts';
import { openScanStage, type ScanStage } from '../../testing/scan-stage.ts';
import { traceCorners } from '../../testing/traced-corners.ts';

let s: ScanStage;
let worker: Worker;
before(async () => {
  s = await openScanStage();
  worker = await s.startWorker();
});
after(async () => {
  await worker.stop();
  await s.close();
});

const surveyor: Caller = { role: 'surveyor', sub: 'dac' };
const MM_PER_INCH = 25.4;
const TOLERANCE_M: Readonly<Record<number, number>> = { 500: 0.07, 1000: 0.15 };

/** The sheet in the archive, as its scanner left it; the picture, and where a person would point who looks at it. */
async function bringSheet(sheet: PaperSheet, traits: Partial<ScanTraits>) {
  const page = await scanPaperSheet(sheet, traits);
  const [document] = await s.whenRead(await s.bring(page.bytes, `to-${sheet.sheetNo}.${page.kind}`));
  const headers = s.t.as('archivist', [s.commune], s.archivist.sub);
  const path = `/api/documents/${document!.id}/pages/1`;
  const reply = await s.t.app.inject({ url: `${path}?size=full`, headers });
  assert.equal(reply.statusCode, 200);
  const { data, info } = await sharp(reply.rawPayload)
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture: GreyPicture = { grey: data, width: info.width, height: info.height };
  // The page was laid straight as it came in: where the sheet lies on it is seen by its frame.
  const ink = (along: (at: number) => number, most: number) =>
    Array.from({ length: most }, (_, at) => along(at)).findIndex((dark) => dark > 0.4);
  const darkAt = (x: number, y: number) => (data[y * info.width + x]! < 150 ? 1 : 0);
  const share = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const window = (at: number, most: number) =>
    [at - 3, at - 2, at - 1, at, at + 1, at + 2, at + 3].filter((u) => u >= 0 && u < most);
  const top = ink(
    (y) =>
      share(Array.from({ length: info.width }, (_, x) => Math.max(...window(y, info.height).map((v) => darkAt(x, v))))),
    info.height,
  );
  const left = ink(
    (x) =>
      share(Array.from({ length: info.height }, (_, y) => Math.max(...window(x, info.width).map((u) => darkAt(u, y))))),
    info.width,
  );
  const perMm = page.dpi / MM_PER_INCH;
  const [mx, my] = onPaper(sheet, [sheet.corner[0], sheet.corner[1] + sheet.sideM]);
  const sideMm = (sheet.sideM * 1000) / sheet.scale;
  // Which way up the sheet lies a person sees by its figures: `turns` quarters to the right.
  const about = (ground: readonly [number, number], turns: number): [number, number] => {
    let [x, y] = onPaper(sheet, [ground[0], ground[1]]);
    [x, y] = [x - mx, y - my];
    for (let turn = 0; turn < turns; turn++) [x, y] = [sideMm - y, x];
    return [left + 3 + x * perMm, top + 3 + y * perMm];
  };
  return { id: document!.id, picture, about };
}

/** The sheet that the first test placed, for those that only try what must not be. */
let known: { readonly id: string; readonly placing: MapSheetPlacing; readonly version: number } | undefined;

type Refusal = Pick<ProblemReply, 'code' | 'errors'>;
/** Somebody's write, decided on a version. */
const headersOf = (version: number | null, who: Caller) => ({
  ...s.t.as(who.role, who.communes ?? [s.commune], who.sub),
  ...(version === null ? {} : { 'if-match': `"${version}"` }),
});
async function place(id: string, body: object, version: number | null, who = s.archivist) {
  const reply = await s.t.app.inject({
    method: 'PUT',
    url: `/api/documents/${id}/pages/1/map-sheet`,
    headers: headersOf(version, who),
    payload: body,
  });
  return { status: reply.statusCode, body: reply.json<MapSheetDetail & Refusal>() };
}
async function trace(id: string, parcels: readonly TracedParcel[], version: number | null) {
  const headers = headersOf(version, s.archivist);
  const reply = await s.t.app.inject({
    method: 'PUT',
    url: `/api/documents/${id}/pages/1/map-sheet/parcels`,
    headers,
    payload: { parcels },
  });
  return { status: reply.statusCode, body: reply.json<MapSheetDetail & Refusal>() };
}
async function handOver(id: string, version: number | null) {
  const headers = headersOf(version, s.archivist);
  const reply = await s.t.app.inject({
    method: 'POST',
    url: `/api/documents/${id}/pages/1/map-sheet/batch`,
    headers,
    payload: {},
  });
  return { status: reply.statusCode, body: reply.json<{ batchId: string } & Refusal>() };
}
const look = (id: string, who = s.archivist) => s.t.get<MapSheetDetail>(`/api/documents/${id}/pages/1/map-sheet`, who);

/** Control points on the crosses of a sheet, each caught at its middle, and its boundaries traced. */
function readSheet(sheet: PaperSheet, { picture, about }: Awaited<ReturnType<typeof bringSheet>>) {
  for (const turns of [0, 1, 2, 3]) {
    const points = crossesOf(sheet).map((ground, at): ControlPoint => {
      const cross = findCross(picture, about(ground, turns), 30);
      assert.ok(cross, `cross ${at + 1} is found`);
      return { name: String(at + 1), x: cross[0], y: cross[1], north: ground[1], east: ground[0], used: true };
    });
    const fit = fitTies('affine', tiesOf(points));
    assert.ok(fit);
    const boundaries = () =>
      sheet.parcels.map(({ no, landUse, ring }): TracedParcel => {
        const corners = traceCorners(picture, ring.map(fit.toPicture));
        return { no, landUse, areaM2: null, ring: corners.map(([x, y]) => [x, y]) };
      });
    try {
      return { points, parcels: boundaries() };
    } catch (error) {
      if (!/no edge/.test(String(error))) throw error;
    }
  }
  throw new Error('the boundaries of the sheet are not where its crosses say');
}

for (const [scale, sheetNo, traits, method] of [
  [1000, '91', { skew: 1.3, mode: 'grey' }, 'affine'],
  [500, '92', { skew: -0.9, mode: 'bilevel' }, 'projective'],
] as const)
  test(`a sheet at 1:${scale}, printed, skewed and scanned: every corner traced comes back within its tolerance, as a batch for review`, async () => {
    const sheet = drawPaperSheet(scale, scale, sheetNo, [416_200 + scale, 2_353_200]);
    const brought = await bringSheet(sheet, traits);
    const { id } = brought;
    const { points, parcels } = readSheet(sheet, brought);
    const tolerance = TOLERANCE_M[scale]!;
    const before = await look(id);
    assert.deepEqual(
      [before.status, before.body.version, before.body.placing, before.body.mayEdit],
      [200, null, null, true],
    );
    assert.equal(before.body.tolerances.find((one) => one.scale === scale)?.toleranceM, tolerance);

    const placing: MapSheetPlacing = { srid: 9214, scale, sheetNo, method, points };
    const placed = await place(id, placing, null);
    assert.deepEqual(
      [placed.status, placed.body.version, placed.body.verdict],
      [200, 1, 'within'],
      JSON.stringify(placed.body),
    );
    assert.ok((placed.body.rmsM ?? 1) < tolerance);

    const traced = await trace(id, parcels, 1);
    assert.deepEqual([traced.status, traced.body.parcels.length], [200, parcels.length]);
    const made = await handOver(id, 2);
    assert.equal(made.status, 202, JSON.stringify(made.body));
    const again = await handOver(id, 2);
    assert.deepEqual([again.status, again.body.batchId], [202, made.body.batchId], 'twice is once');

    const sender = { base: s.base, headers: s.t.as('archivist', [s.commune], s.archivist.sub) };
    const progress = await readToTheEnd(sender, made.body.batchId);
    assert.equal(progress.work, 'done');
    const batch = await s.t.get<BatchDetail>(`/api/batches/${made.body.batchId}`, s.t.approver);
    assert.deepEqual(
      [batch.body.status, batch.body.counts.read, batch.body.counts.refused, batch.body.sheets],
      ['validated', parcels.length, 0, [sheetNo]],
    );
    const { digitised } = batch.body;
    assert.deepEqual(
      [
        digitised?.scale,
        digitised?.sheetNo,
        digitised?.method,
        digitised?.points,
        digitised?.toleranceM,
        digitised?.madeBy.id,
      ],
      [scale, sheetNo, method, placing.points.length, tolerance, s.archivist.sub],
    );
    assert.equal(digitised?.rmsM, placed.body.rmsM);

    known ??= { id, placing, version: 2 };

    const staged = await s.t.query<{ no: string; ring: [number, number][] }>(
      `select candidate ->> 'parcelNo' as no, (st_asgeojson(geom, 6)::jsonb #> '{coordinates,0}') as ring
       from staging.record_view where batch_id = $1`,
      [made.body.batchId],
    );
    assert.equal(staged.length, sheet.parcels.length);
    const worst: number[] = [];
    for (const { no, ring } of notEmpty(staged)) {
      const truth = sheet.parcels.find((parcel) => parcel.no === no)?.ring ?? [];
      for (const corner of notEmpty(truth)) {
        const off = Math.min(...ring.map(([east, north]) => Math.hypot(east - corner[0], north - corner[1])));
        assert.ok(off <= tolerance, `parcel ${no} is ${off} m off at ${corner.join()}`);
        worst.push(off);
      }
    }
    assert.equal(worst.length, 4 * sheet.parcels.length);
  });

test('a sheet is for its commune and those who work on it, is not overtaken, and takes no points that cannot be', async () => {
  assert.ok(known);
  const { id, placing, version } = known;
  const put = (body: object, on: number | null, who?: Caller) => place(id, body, on, who);
  const officer = await put(placing, version, s.t.officer);
  assert.deepEqual([officer.status, officer.body.code], [403, 'auth.forbidden']);
  const seen = await look(id, s.t.officer);
  assert.deepEqual([seen.status, seen.body.mayEdit], [200, false]);
  const stranger = await put(placing, version, s.t.stranger);
  assert.deepEqual([stranger.status, stranger.body.code], [404, 'document.not_found']);
  const absent = await s.t.get<Refusal>(`/api/documents/${id}/pages/9/map-sheet`, s.archivist);
  assert.deepEqual([absent.status, absent.body.code], [404, 'document.page_not_found']);

  const [first, second] = placing.points;
  assert.ok(first && second);
  for (const [point, field] of [
    [{ ...first, north: first.east, east: first.north }, 'points[0]'],
    [{ ...first, east: 1, north: 1 }, 'points[0]'],
    [{ ...first, x: 99_000 }, 'points[0]'],
    [{ ...first, name: second.name }, 'points[1]'],
    [{ ...first, east: second.east, north: second.north }, 'points[1]'],
  ] as const) {
    const unfit = await put({ ...placing, points: placing.points.with(0, point) }, version);
    assert.deepEqual(
      [unfit.status, unfit.body.code, unfit.body.errors?.map((error) => error.field)],
      [422, 'map_sheet.points_unfit', [field]],
    );
  }
  for (const [part, field] of [
    [{ scale: 1234 }, 'scale'],
    [{ srid: 4326 }, 'srid'],
  ] as const) {
    const unfit = await put({ ...placing, ...part }, version);
    assert.deepEqual([unfit.status, unfit.body.errors?.[0]?.field], [422, field]);
  }
  assert.equal((await put({ ...placing, method: 'guess' }, version)).status, 400);

  const same = await put(placing, null, surveyor);
  assert.deepEqual([same.status, same.body.version], [200, version], 'the same again changes nothing');
  const fewer = { ...placing, points: [0, 2, 6].map((at) => placing.points[at]!) };
  const stale = await put(fewer, version - 1);
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale']);
  const both = await Promise.all([put(fewer, version), put({ ...fewer, method: 'thin_plate' }, version, surveyor)]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412], 'of two at once one is kept');
  const now = (await look(id)).body;
  assert.deepEqual([now.version, now.verdict, now.rmsM], [version + 1, 'few', null]);
  const early = await handOver(id, version + 1);
  assert.deepEqual([early.status, early.body.code], [409, 'map_sheet.beyond_tolerance']);
  const none = await put({ ...placing, points: [] }, version + 1);
  assert.deepEqual([none.status, none.body.verdict, none.body.parcels.length > 0], [200, 'open', true]);
  const loose = await trace(id, [], version + 2);
  assert.deepEqual([loose.status, loose.body.code], [409, 'map_sheet.not_placed']);

  const back = await put(placing, version + 2);
  assert.deepEqual([back.status, back.body.verdict], [200, 'within']);
  const nameless = back.body.parcels.with(1, { ...back.body.parcels[1]!, no: '' });
  const kept = await trace(id, nameless, version + 3);
  assert.equal(kept.status, 200, 'a boundary without its number is kept');
  const unfit = await handOver(id, version + 4);
  assert.deepEqual(
    [unfit.status, unfit.body.code, unfit.body.errors?.map(({ field }) => field)],
    [422, 'map_sheet.parcels_unfit', ['parcels[1]']],
  );
  const rows = await s.t.query<{ n: number }>(
    "select count(*)::int as n from audit.entry where action in ('map_sheet.placed', 'map_sheet.traced') and subject_kind = 'scan'",
  );
  assert.ok((rows[0]?.n ?? 0) >= 5, 'every change is in the log');
});

test('registered land under a sheet is told exactly, and a corner caught there is that corner, whatever the method', async () => {
  assert.ok(known);
  const { id, placing } = known;
  const { parcel } = await s.t.plot();
  const { geometryLegal, no, sheet } = await s.t.parcel(parcel);
  const [corner] = geometryLegal.coordinates[0]!;
  assert.ok(corner);
  const [east, north] = [corner[0] - placing.points[0]!.east, corner[1] - placing.points[0]!.north];
  const points = placing.points.map((point) => ({
    ...point,
    east: point.east + Math.round(east),
    north: point.north + Math.round(north),
  }));
  const { version } = (await look(id)).body;
  assert.equal((await place(id, { ...placing, points }, version)).status, 200);
  const land = (who = s.archivist) =>
    s.t.get<MapSheetLand & Refusal>(`/api/documents/${id}/pages/1/map-sheet/land`, who);
  const { status, body } = await land();
  assert.deepEqual([status, body.more], [200, false]);
  const found = notEmpty(body.items).find((one) => one.no === no && one.sheet === sheet);
  assert.deepEqual(found?.rings, geometryLegal.coordinates);
  for (const method of TRANSFORMATIONS) {
    const fit = fitTies(method, tiesOf(points));
    assert.ok(fit);
    const [x, y] = fit.toGround(fit.toPicture(corner));
    assert.ok(Math.hypot(x - corner[0], y - corner[1]) < 0.000_05, `${method}: ${x} ${y}`);
  }
  assert.equal((await land(s.t.officer)).status, 403, 'for those who trace');
  assert.equal((await land({ ...s.archivist, communes: ['99002'] })).status, 404);
  const loose = await place(id, { ...placing, points: [] }, version! + 1);
  assert.equal(loose.status, 200);
  const none = await land();
  assert.deepEqual([none.status, none.body.code], [409, 'map_sheet.not_placed']);
});
