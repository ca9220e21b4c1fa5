import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseJob } from '../server/testing/import/parse-job.ts';
import { type SheetOverrides, type SheetRow, sheetZip } from '../server/testing/import/sheet-zip.ts';
import { parseSource } from './parse/parse-source.ts';

/** Keys and areas read with the type of their column: what becomes of them before any database. */
interface Read {
  readonly sheetNo: string | null;
  readonly parcelNo: string | null;
  readonly areaM2: number | null;
  readonly scale: number | null;
  readonly codes: readonly string[];
}

async function read(rows: readonly Partial<SheetRow>[], columns: SheetOverrides['columns'] = {}): Promise<Read[]> {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-numbers-'));
  try {
    const path = join(folder, 'sheet.zip');
    await writeFile(path, await sheetZip({ rows, columns }));
    let lines = '';
    const emit = (text: string | Uint8Array) => {
      lines += Buffer.from(text).toString('utf8');
      return undefined;
    };
    const messages: string[] = [];
    await parseSource(parseJob({ path, scratchDir: join(folder, 'unpacked') }), emit, ({ type }) =>
      messages.push(type),
    );
    assert.equal(messages.at(-1), 'done');
    return lines
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [, , , , candidate, findings] = line.replaceAll('\\\\', '\\').split('\t');
        const codes = findings === '\\N' ? [] : JSON.parse(findings!).map(({ code }: { code: string }) => code);
        return { ...JSON.parse(candidate!), codes };
      });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const parcelNos = (numbers: readonly string[], type = 'C', decimals = 0) =>
  read(
    numbers.map((parcelNo) => ({ parcelNo })),
    { SHTHUA: { type, length: 19, decimals } },
  );
const keys = (rows: readonly Read[]) => rows.map(({ parcelNo, codes }) => [parcelNo, ...codes]);

test('1.000 is a thousand in a column of text that groups thousands, and is said to be read so', async () => {
  const grouped = 'key.number_grouped';
  assert.deepEqual(keys(await parcelNos(['1.000', '1001', '1002'])), [['1000', grouped], ['1001'], ['1002']]);
  assert.deepEqual(keys(await parcelNos(['999', '1.000', '1.001'])), [['999'], ['1000', grouped], ['1001', grouped]]);
  assert.deepEqual(keys(await parcelNos(['1,000', '1,001'])), [
    ['1000', grouped],
    ['1001', grouped],
  ]);
});

test('1.000 is one in a column of numbers, and in one of text where every number has the same empty fraction', async () => {
  assert.deepEqual(keys(await parcelNos(['1.000', '1001.000', '12.000'], 'N', 3)), [['1'], ['1001'], ['12']]);
  assert.deepEqual(keys(await parcelNos(['1.000', '2.000', '1001.000'])), [['1'], ['2'], ['1001']]);
  assert.deepEqual(keys(await parcelNos(['1.0', '2', '12.00'])), [['1'], ['2'], ['12']]);
});

test('where nothing tells whether 1.000 is one or a thousand, it is no number', async () => {
  const invalid = 'key.parcel_no_invalid';
  for (const numbers of [['1.000', '2', '3'], ['1.000'], ['1,000', '2']]) {
    assert.deepEqual(keys(await parcelNos(numbers))[0], [null, invalid], numbers.join(' '));
  }
});

test('columns of doubles, with exponents, are read digit by digit: keys, areas, and nothing that was rounded', async () => {
  const type = { type: 'F', length: 19, decimals: 11 };
  const columns = { SHBANDO: type, SHTHUA: type, DIENTICH: type };
  const rows = await read(
    [
      { sheetNo: '1.20000000000e+001', parcelNo: '3.45000000000e+002', area: '4.00250000000e+002' },
      { sheetNo: '1.20000000000e+01', parcelNo: '1.34600000000E+03', area: '4.00000000000e+02' },
      { sheetNo: '1.20000000000e+01', parcelNo: '0.00000000000e+00', area: '0.00000000000e+00' },
      { sheetNo: '1.20000000000e+01', parcelNo: '1.23457e+06', area: '1.23457e+06' },
      { sheetNo: '1.20000000000e+01', parcelNo: '1.25000000000e+01', area: '-1.7976931349e+308' },
      { sheetNo: '12.00000000000', parcelNo: '17.00000000000', area: '400.000000000' },
    ],
    columns,
  );
  assert.deepEqual(
    rows.map(({ sheetNo, parcelNo, areaM2, codes }) => [sheetNo, parcelNo, areaM2, ...codes]),
    [
      ['12', '345', 400.25],
      ['12', '1346', 400],
      ['12', null, null, 'key.parcel_no_missing', 'area.missing'],
      ['12', null, null, 'key.parcel_no_invalid', 'area.unreadable'],
      ['12', null, null, 'key.parcel_no_invalid', 'area.unreadable'],
      ['12', '17', 400],
    ],
  );
});
