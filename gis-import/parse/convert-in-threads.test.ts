import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseJob } from '../../server/testing/import/parse-job.ts';
import { sheetZip, squareAt } from '../../server/testing/import/sheet-zip.ts';
import { createGeometryRules } from '../convert/assemble-shape.ts';
import { createTableEvidence } from '../convert/decide-encoding.ts';
import type { ConvertRules } from '../kinds/record-reader.ts';
import { RECORD_READERS } from '../kinds/record-readers.ts';
import { openSource } from '../unpack/open-source.ts';
import { convertInThreads } from './convert-in-threads.ts';
import { openRecordSource } from './source/open-record-source.ts';

/** A file of `count` records, unusable and deleted ones among them, and the rules it would be converted by. */
async function openFile(folder: string, count: number) {
  const rows = Array.from({ length: count }, (_, i) => ({
    rings:
      i % 97 === 5
        ? null
        : [
            squareAt([416_000, 2_353_000], i % 60, Math.floor(i / 60)),
            ...(i % 31 === 1 ? [squareAt([417_300, 2_353_000], i % 60)] : []),
          ],
    deleted: i % 53 === 7,
    address: ['Thôn Thanh Ấm', 'Đồng Quan Tiên', ''][i % 3]!,
  }));
  const path = join(folder, 'sheet.zip');
  await writeFile(path, await sheetZip({ rows }));
  const source = await openSource(path, join(folder, 'unpacked'));
  const file = await openRecordSource(source);
  const evidence = createTableEvidence(file.columns.length);
  for await (const row of file.rows()) evidence.add(row.cells);
  const rules: ConvertRules = {
    job: parseJob({ path, scratchDir: folder }),
    columnNames: file.nameColumns(null),
    columns: file.columns,
    keyReadings: file.columns.map(() => 'decimal'),
    cells: { verdicts: evidence.verdict(null).columns, forced: null },
    geometry: createGeometryRules(null, 9214, 9214),
  };
  return { file, rules };
}

test('threads give every line, in the order of the file, as one thread alone would', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-threads-'));
  try {
    const { file, rules } = await openFile(folder, 2_345);
    const convert = RECORD_READERS.parcels.createConverter(rules);
    let alone = '';
    for await (const row of file.rows()) alone += convert(row);
    let together = '';
    let records = 0;
    await convertInThreads(rules, file.rows(), (text, count) => {
      together += Buffer.from(text).toString('utf8');
      records += count;
      return undefined;
    });
    await file.close();
    assert.equal(records, 2_345);
    assert.equal(together, alone);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what fails in the reader or in the taker ends the work, and no thread stays behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-threads-'));
  try {
    const { file, rules } = await openFile(folder, 1_200);
    async function* broken() {
      for await (const row of file.rows()) {
        if (row.recordNo === 900) throw new Error('the disk is gone');
        yield row;
      }
    }
    await assert.rejects(
      convertInThreads(rules, broken(), () => undefined),
      /the disk is gone/,
    );
    await assert.rejects(
      convertInThreads(rules, file.rows(), () => {
        throw new Error('nobody listens');
      }),
      /nobody listens/,
    );
    await file.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
