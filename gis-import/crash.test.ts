import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ImportReport } from '../server/domain/batch/import-report.ts';
import { importRequest, openTestImport, type TestImport } from '../server/testing/import/open-import.ts';
import { ORIGIN, PLOT, sheetZip, squareAt } from '../server/testing/import/sheet-zip.ts';
import { notEmpty } from '../server/testing/not-empty.ts';
import { killServer, openOwnCluster, waitForDatabase } from '../server/testing/own-cluster.ts';
import { importFile, STAGES } from './pipeline.ts';

const CHILD = fileURLToPath(new URL('../server/testing/import/killed-import.ts', import.meta.url));

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

/** A sheet with a bit of everything, large enough that reading and converting have a middle. */
const RECORDS = 2_500;
const COLUMNS = 100;

async function makeSheet(plot: number): Promise<Buffer> {
  const origin: [number, number] = [ORIGIN[0] - 1_500, ORIGIN[1] - 300 + plot * (RECORDS / COLUMNS) * 20];
  const rows = Array.from({ length: RECORDS }, (_, i) => ({
    sheetNo: String(300 + plot),
    rings: [squareAt(origin, i % COLUMNS, Math.floor(i / COLUMNS))],
    ...(i === 10 ? { parcelNo: '' } : i === 20 ? { parcelNo: '22' } : i === 30 ? { area: '999' } : {}),
  }));
  return sheetZip({ origin: [ORIGIN[0], ORIGIN[1] + plot * PLOT], rows });
}

/** What must be the same however often the importer was killed on the way. */
function lasting(report: ImportReport) {
  const { batchId, promotion, durationMs, stages, sourceSha256, ...rest } = report;
  assert.ok(durationMs >= 0 && stages && batchId && sourceSha256);
  const findings = rest.findings.map(({ detail, ...finding }) => ({ ...finding, hasDetail: detail !== undefined }));
  return { ...rest, findings, parcels: promotion?.parcels };
}

/** Nothing half: every promoted record has its parcel, every parcel its record, the dealing and the audit agree. */
async function assertWhole(batchId: string, expected: number, where: TestImport = t): Promise<void> {
  const [found] = await where.query(
    `select (select count(*)::int from staging.record where batch_id = $1) as records,
       (select count(*)::int from cadastre.parcel where source_batch_id = $1) as parcels,
       (select count(*)::int from cadastre.current_parcel join cadastre.parcel using (parcel_id) where source_batch_id = $1) as current,
       (select count(*)::int from dealing.dealing where batch_id = $1 and status = 'registered') as dealings,
       (select count(*)::int from dealing.dealing where batch_id = $1) as all_dealings,
       (select count(*)::int from audit.entry where action = 'batch.promoted' and body ->> 'batchId' = $1::text) as audits,
       (select count(*)::int from rights."right" join cadastre.parcel using (parcel_id) where source_batch_id = $1) as rights`,
    [batchId],
  );
  assert.deepEqual(found, {
    records: RECORDS,
    parcels: expected,
    current: expected,
    dealings: 1,
    all_dealings: 1,
    audits: 1,
    rights: expected,
  });
}

test('kill -9 of the importer at every stage: run again, it finishes with the same report and nothing half', async () => {
  const bytes = await makeSheet(0);
  const undisturbed = await t.run('undisturbed.zip', bytes, { promote: true, excludeErrors: true });
  await assertWhole(undisturbed.batchId, undisturbed.promotion!.parcels);
  const points = STAGES.flatMap((stage) =>
    stage === 'read' || stage === 'convert' ? [`${stage}:half`] : [`${stage}:begin`],
  );
  let plot = 1;
  for (const killAt of notEmpty(points)) {
    const name = `killed-${plot}.zip`;
    const path = join(t.folder, name);
    await writeFile(path, await makeSheet(plot));
    const job = { urls: t.database.urls, storageDir: t.context.storageDir, path, name, killAt };
    const child = spawn(process.execPath, [CHILD, JSON.stringify(job)], { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    const [, signal] = await once(child, 'close');
    assert.equal(signal, 'SIGKILL', `${killAt}: ${complaint}`);
    const report = await t.run(name, await readFile(path), { promote: true, excludeErrors: true });
    assert.deepEqual(lasting(report), lasting({ ...undisturbed, files: report.files }), killAt);
    await assertWhole(report.batchId, undisturbed.promotion!.parcels);
    plot += 1;
  }
});

test('kill -9 of PostgreSQL at every stage: the importer fails, the next run finishes, nothing is lost or half', async () => {
  const own = await openOwnCluster();
  const mine = await openTestImport(own);
  try {
    const bytes = await makeSheet(6);
    const path = join(mine.folder, 'postgres.zip');
    await writeFile(path, bytes);
    const request = importRequest(path, 'postgres.zip', { promote: true, excludeErrors: true });
    for (const stage of ['convert', 'stage', 'validate', 'promote'] as const) {
      let killed = false;
      const attempt = importFile(mine.context, request, (now, done) => {
        if (killed || now !== stage || (stage === 'convert' && done === 0)) return;
        killed = true;
        killServer(own.cluster.dataDir);
      });
      await assert.rejects(attempt, `the importer did not notice at ${stage}`);
      assert.ok(killed, stage);
      await waitForDatabase(own.urls.migrator);
    }
    const report = await importFile(mine.context, request, () => {});
    assert.equal(report.status, 'promoted');
    await assertWhole(report.batchId, report.promotion!.parcels, mine);
  } finally {
    await mine.close();
  }
});
