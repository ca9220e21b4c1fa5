/** Files of look-ups: a workbook in, and the filled table out in every form. */
import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { WORKBOOK_MEDIA, writeWorkbook } from '../domain/spreadsheet/write-workbook.ts';
import type { Worker } from '../jobs/start-worker.ts';
import { readWorkbook } from '../spreadsheet/read-workbook.ts';
import { type LookupStage, openLookupStage } from '../testing/lookup-stage.ts';

let t: LookupStage;
let worker: Worker;
before(async () => {
  t = await openLookupStage();
  worker = await t.startWorker();
});
after(async () => {
  await worker.stop();
  await t.close();
});

const HEADS = ['Ghi chú', 'Xã', 'Số tờ', 'Số thửa'].map((header) => ({ header, kind: 'text' as const }));
const workbook = async (rows: (string | number | null)[][]) => buffer(writeWorkbook('Bảng', HEADS, rows));
const sendWorkbook = (bytes: Buffer, media = WORKBOOK_MEDIA) => t.post(bytes, t.business, { 'content-type': media });

const ask = (lookupId: string, kind: string, query = 'lang=en', who = t.business) =>
  t.app.inject({ url: `/api/lookups/${lookupId}.${kind}?${query}`, headers: t.headers(who) });

async function answered(): Promise<string> {
  const { status, body } = await sendWorkbook(
    await workbook([
      ['=1+1', 'Xã Đông Thử', '012', '345'],
      [null, 'Xã Thử Nghiệm', 12, 345],
      ['x', 'Phường Mẫu', 7, 999],
    ]),
  );
  assert.equal(status, 202);
  await t.whenDone(body.lookupId);
  return body.lookupId;
}

test('a workbook in, and out again filled: texts stay texts, with the moment and the filter', async () => {
  const lookupId = await answered();
  const file = await ask(lookupId, 'xlsx');
  assert.equal(file.statusCode, 200);
  assert.equal(file.headers['content-type'], WORKBOOK_MEDIA);
  const path = join(t.storageDir, 'filled.xlsx');
  await writeFile(path, file.rawPayload);
  const rows = [];
  for await (const row of readWorkbook(path)) rows.push(row.cells);
  const [head, first, second, third] = rows;
  assert.deepEqual(head?.slice(0, 7), ['Ghi chú', 'Xã', 'Số tờ', 'Số thửa', 'Row', 'Result', 'Reason']);
  assert.deepEqual(first?.slice(0, 6), ['=1+1', 'Xã Đông Thử', '012', '345', 1, 'Matched']);
  assert.deepEqual([second?.[5], second?.[6]], ['Ambiguous', 'Several parcels fit']);
  const area = head!.indexOf('Computed area (m²)');
  assert.deepEqual([first?.[area], second?.[area] ?? null], [1200, null], 'of several none is told for another');
  assert.deepEqual([third?.[5], third?.at(-1)], ['Not matched', 'All rows']);
  assert.match(String(third?.at(-2)), /^\d{4}-\d\d-\d\dT/);
});

test('as GeoPackage: one feature a row, drawn where it is matched, or a plain table where drawings are not published', async () => {
  const lookupId = await answered();
  const read = async (query: string) => {
    const file = await ask(lookupId, 'gpkg', query);
    assert.equal(file.statusCode, 200);
    const path = join(t.storageDir, `${Math.random()}.gpkg`);
    await writeFile(path, file.rawPayload);
    return new DatabaseSync(path);
  };
  const db = await read('lang=vi');
  const rows = db.prepare('select "Kết quả" as outcome, geom is not null as drawn from lookup order by fid').all();
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      { outcome: 'Khớp', drawn: 1 },
      { outcome: 'Chưa rõ', drawn: 0 },
      { outcome: 'Không thấy', drawn: 0 },
    ],
  );
  db.close();
  await t.publish('lookup', 'geometry', false);
  try {
    const plain = await read('lang=vi&outcome=matched');
    assert.equal(plain.prepare('select data_type from gpkg_contents').get()?.data_type, 'attributes');
    assert.equal(plain.prepare('select count(*) as n from lookup').get()?.n, 1);
    plain.close();
  } finally {
    await t.publish('lookup', 'geometry', true);
  }
  assert.deepEqual(await readdir(join(t.storageDir, 'lookups')), [], 'nothing stays on the disk');
});

test('workbooks that are none, are too long or are damaged are refused with what to do; one sent as CSV is read', async () => {
  const good = await workbook([['x', 'Phường Mẫu', 7, 4]]);
  assert.equal((await sendWorkbook(good, 'text/csv')).status, 202);
  const damaged = Buffer.from(good);
  damaged.fill(0, 60, 400);
  const not = await sendWorkbook(Buffer.from('Xã,Tờ'));
  assert.deepEqual([not.status, not.body.code], [422, 'lookup.workbook_refused']);
  assert.match(not.body.errors![0]!.message, /XLSX/);
  const bent = await sendWorkbook(damaged);
  assert.deepEqual([bent.status, bent.body.code], [422, 'lookup.workbook_refused']);
  const empty = await sendWorkbook(await workbook([]));
  assert.deepEqual([empty.status, empty.body.code], [422, 'lookup.empty']);
  const long = await sendWorkbook(await workbook(Array.from({ length: 200_001 }, () => [null, null, null, 1])));
  assert.deepEqual([long.status, long.body.code], [422, 'lookup.too_many_rows']);
  const unknown = await sendWorkbook(
    await buffer(
      writeWorkbook(
        'x',
        [
          { header: 'A', kind: 'text' },
          { header: 'B', kind: 'text' },
        ],
        [['1', '2']],
      ),
    ),
  );
  assert.equal(unknown.body.code, 'lookup.columns_unknown');
});
