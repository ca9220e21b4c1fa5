/** Comparing shapes under limits: few bytes that cost much, and that nothing counts as compared that was not. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ringsWithinRings, sameSquares, shiftedSquares } from '../../../gis-import/demo/file/heavy-shapes.ts';
import { getProfile } from '../../domain/finding/profiles.ts';
import { IMPORTER, openTestImport, type TestImport } from '../../testing/import/open-import.ts';
import { ORIGIN, PLOT, type SheetRow, sheetZip } from '../../testing/import/sheet-zip.ts';
import { insertDealing } from '../dealing/dealings.ts';
import { inTransaction, type Trx } from '../kit/transaction.ts';
import { insertParcels, insertParcelVersions, insertSheets } from '../promotion/promotion.ts';
import { judgeRecords } from './batch-checks.ts';
import { judgeOverlaps } from './batch-overlaps.ts';
import { recheckMembers } from './batch-rechecks.ts';
import { getBatch } from './batches.ts';

const PROFILE = getProfile('default');
let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

let plots = 0;
const nextPlot = (): readonly [number, number] => [ORIGIN[0], ORIGIN[1] + PLOT * ++plots];
const sheet = (origin: readonly [number, number], rows: Partial<SheetRow>[]) => sheetZip({ origin, rows });
const act = <T>(work: (trx: Trx) => Promise<T>) => inTransaction(t.pools.app, IMPORTER, work);

/** Findings of a batch by record: "code other". */
async function findingsOf(batchId: string, like = '%'): Promise<string[]> {
  const rows = await t.query<{ line: string }>(
    `select concat_ws(' ', record_no, code, detail ->> 'other', case when detail ? 'widthM' then 'wide' end) as line from staging.finding
     where batch_id = $1 and code like $2 order by record_no, code, line`,
    [batchId, like],
  );
  return rows.map(({ line }) => line);
}

test('rings within rings over registered land: the ground is measured, its width is not looked for, the rest of the sheet goes on', async () => {
  const origin = nextPlot();
  const registered = await t.run('below.zip', await sheet(origin, [{}]), { promote: true });
  assert.equal(registered.status, 'promoted');
  const centre = [origin[0] + 10, origin[1] + 10] as const;
  const heavy = { parcelNo: '101', rings: ringsWithinRings(200, centre, 30) };
  const apart = { parcelNo: '103', rings: sameSquares(1, [origin[0] + 100, origin[1] + 10], 9)[0]! };
  const { batchId, counts } = await t.run('rings.zip', await sheet(origin, [heavy, apart]));
  assert.deepEqual([counts.blocked, counts.valid + counts.warned], [1, 1]);
  assert.deepEqual(await findingsOf(batchId, 'register.overlap%'), ['1 register.overlap']);
});

test('a shape of more rings or points than any parcel has is refused before anything is asked of it', async () => {
  const origin = nextPlot();
  const circle = Array.from({ length: 50_001 }, (_, i): [number, number] => {
    const turn = (-2 * Math.PI * i) / 50_001;
    return [origin[0] + 60 + 50 * Math.cos(turn), origin[1] + 60 + 50 * Math.sin(turn)];
  });
  const rings = ringsWithinRings(1_001, [origin[0] + 60, origin[1] + 60], 50);
  const { batchId, counts } = await t.run('many.zip', await sheet(origin, [{ rings }, { rings: [circle] }, {}]));
  assert.deepEqual([counts.refused, counts.valid + counts.warned], [2, 1]);
  assert.deepEqual(await findingsOf(batchId, 'geometry.too_many%'), [
    '1 geometry.too_many_rings',
    '2 geometry.too_many_points',
  ]);
});

test('records of one shape are each told of one other, whoever of them is left out', async () => {
  const origin = nextPlot();
  const [one] = sameSquares(1, [origin[0] + 50, origin[1] + 10], 9);
  const turned = [[...one![0]!.slice(2), ...one![0]!.slice(1, 3)]];
  const rows = [...sameSquares(3, [origin[0] + 50, origin[1] + 10], 9), turned].map((rings) => ({ rings }));
  const { batchId } = await t.run('twice.zip', await sheet(origin, [...rows, {}]));
  const say = (no: number, other: number) => `${no} topology.duplicate_geometry ${other}`;
  assert.deepEqual(await findingsOf(batchId, 'topology.%'), [say(1, 2), say(2, 1), say(3, 1), say(4, 1)]);
  const leaveOut = async (no: number) => {
    await t.query(
      "update staging.record set status = 'ignored', exclusion_reason = 'excluded: x' where batch_id = $1 and record_no = $2",
      [batchId, no],
    );
    await act((trx) => recheckMembers(trx, batchId, PROFILE));
  };
  await leaveOut(1);
  assert.deepEqual(await findingsOf(batchId, 'topology.%'), [say(2, 3), say(3, 2), say(4, 2)]);
  await leaveOut(3);
  assert.deepEqual(await findingsOf(batchId, 'topology.%'), [say(2, 4), say(4, 2)]);
  await leaveOut(2);
  assert.deepEqual(await findingsOf(batchId, 'topology.%'), []);
});

test('ground shared with a shape that several records have is told of each of them, within the file and with the register', async () => {
  const origin = nextPlot();
  await t.run('ground.zip', await sheet(origin, [{}]), { promote: true });
  const squares = sameSquares(3, [origin[0] + 12, origin[1] + 10], 10).map((rings, i) => ({
    rings,
    parcelNo: String(50 + i),
  }));
  const beside = { rings: sameSquares(1, [origin[0] + 30, origin[1] + 10], 10)[0]!, parcelNo: '60' };
  const { batchId } = await t.run('stack.zip', await sheet(origin, [...squares, beside]));
  assert.deepEqual(await findingsOf(batchId, '%.overlap'), [
    '1 register.overlap wide',
    '1 topology.overlap 4 wide',
    '2 register.overlap wide',
    '2 topology.overlap 4 wide',
    '3 register.overlap wide',
    '3 topology.overlap 4 wide',
    '4 topology.overlap 1 wide',
  ]);
});

test('the register refuses two records of one shape, and a shared ground found under another record, whatever the verdicts say', async () => {
  for (const squares of [
    (origin: readonly [number, number]) => sameSquares(2, [origin[0] + 20, origin[1] + 20], 9),
    (origin: readonly [number, number]) => [
      ...sameSquares(2, [origin[0] + 20, origin[1] + 20], 9),
      ...sameSquares(1, [origin[0] + 30, origin[1] + 20], 9),
    ],
  ]) {
    const origin = nextPlot();
    const rings = squares(origin);
    const { batchId } = await t.run(
      'same.zip',
      await sheet(
        origin,
        rings.map((one) => ({ rings: one })),
      ),
    );
    // As a profile that lets everything pass; of three the first is left out, under which the pair is kept.
    const skip = rings.length === 3 ? 1 : 0;
    await t.query(
      "update staging.record set status = case when record_no = $2 then 'ignored' else 'warned' end, exclusion_reason = case when record_no = $2 then 'x' end where batch_id = $1",
      [batchId, skip],
    );
    await assert.rejects(raiseAll(batchId), { code: 'DB004' });
  }
});

test('what was not compared for want of time blocks, the heavier of each pair alone, and is never registered', async () => {
  const origin = nextPlot();
  const rows = shiftedSquares(3, [origin[0] + 20, origin[1] + 20], 9, 1).map((rings) => ({ rings }));
  const { batchId } = await t.run('late.zip', await sheet(origin, rows));
  await act(async (trx) => {
    await trx.query('delete from staging.finding where batch_id = $1', [batchId]);
    await trx.query('select staging.begin_overlaps($1)', [batchId]);
    await trx.query('select staging.list_pairs($1)', [batchId]);
    await trx.query('select staging.compare_next($1, 1)', [batchId]);
    await trx.query('select staging.give_up_next($1)', [batchId]);
    await trx.query('select staging.end_overlaps($1, true)', [batchId]);
    await judgeOverlaps(trx, batchId, PROFILE);
    await judgeRecords(trx, batchId);
  });
  assert.deepEqual(await findingsOf(batchId), [
    '1 topology.overlap 2 wide',
    '2 topology.overlap 1 wide',
    '3 topology.not_compared',
  ]);
  await t.query(
    "update staging.record set status = case when record_no = 3 then 'warned' else 'ignored' end, exclusion_reason = case when record_no = 3 then null else 'x' end where batch_id = $1",
    [batchId],
  );
  await assert.rejects(raiseAll(batchId), { code: 'DB004', message: /not compared/ });
});

test('a comparison that was begun and not made cannot be called finished', async () => {
  const origin = nextPlot();
  const { batchId } = await t.run('forged.zip', await sheet(origin, [{}, {}]));
  await assert.rejects(
    act(async (trx) => {
      await trx.query('select staging.begin_overlaps($1)', [batchId]);
      await trx.query('select staging.end_overlaps($1, true)', [batchId]);
    }),
    { code: 'DB006' },
  );
});

test('in a crowd that no sheet has, its records are not compared and block; the others are', async () => {
  const origin = nextPlot();
  const crowd = shiftedSquares(400, [origin[0] + 60, origin[1] + 60], 30, 0.01).map((rings) => ({ rings }));
  const { batchId } = await t.run('crowd.zip', await sheet(origin, [...crowd, {}]));
  await act(async (trx) => {
    await trx.query('select staging.begin_overlaps($1)', [batchId]);
    assert.deepEqual((await trx.query('select staging.list_pairs($1) as fits', [batchId])).rows, [{ fits: true }]);
    await trx.query('select staging.end_overlaps($1, true)', [batchId]);
  });
  const [{ uncompared } = { uncompared: 0 }] = await t.query<{ uncompared: number }>(
    'select count(*)::int as uncompared from staging.uncompared where batch_id = $1 and record_no <= 400',
    [batchId],
  );
  assert.equal(uncompared, 400);
});

/** Registers what stands in the batch, as a promotion would that asks nothing itself. */
async function raiseAll(batchId: string): Promise<void> {
  // Two shapes at one point have one code, which the register refuses before it asks for the ground.
  await t.query("update staging.record set parcel_code = lpad(record_no::text, 12, '0') where batch_id = $1", [
    batchId,
  ]);
  await act(async (trx) => {
    const { communeCode, communeValidFrom } = await getBatch(trx, batchId);
    const dealingId = randomUUID();
    const who = { proposedBy: IMPORTER.id, approvedBy: IMPORTER.id, initialLoad: true };
    const place = { communeCode: communeCode!, communeValidFrom: communeValidFrom! };
    await insertDealing(trx, { dealingId, kind: 'import_promotion', status: 'approved', batchId, ...place, ...who });
    await insertSheets(trx, batchId);
    await insertParcels(trx, batchId, dealingId);
    await insertParcelVersions(trx, batchId, dealingId);
  });
}
