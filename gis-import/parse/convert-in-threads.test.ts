import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseJob } from '../../server/testing/import/parse-job.ts';
import { sheetZip, squareAt } from '../../server/testing/import/sheet-zip.ts';
import { createGeometryRules } from '../convert/assemble-shape.ts';
import { createTableEvidence } from '../convert/decide-encoding.ts';
import { openShapefile } from '../read/open-shapefile.ts';
import { openSource } from '../unpack/open-source.ts';
import { convertInThreads } from './convert-in-threads.ts';
import { type ConvertRules, createConverter } from './convert-rules.ts';

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
  if (source.kind !== 'shapefile') throw new Error('not a shapefile');
  const file = await openShapefile(source.parts);
  const evidence = createTableEvidence(file.fields.length);
  for await (const row of file.rows()) evidence.add(row.cells);
  const rules: ConvertRules = {
    job: parseJob({ path, scratchDir: folder }),
    columnNames: file.fields.map((field) => field.name),
    columnWidths: file.fields.map((field) => field.length),
    numberColumns: file.fields.map(() => false),
    keyReadings: file.fields.map(() => 'decimal'),
    encoding: evidence.verdict(null),
    geometry: createGeometryRules(null, 9214, 9214),
  };
  return { file, rules };
}

test('threads give every line, in the order of the file, as one thread alone would', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-threads-'));
  try {
    const { file, rules } = await openFile(folder, 2_345);
    const convert = createConverter(rules);
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
