import assert from 'node:assert/strict';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { toCsv } from './to-csv.ts';
import { toXlsx } from './to-xlsx.ts';

const open = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer);

/** The parts of an archive by name, as an independent reader finds them (its check sums included). */
async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await open(Buffer.from(bytes), { lazyEntries: true });
  const read = promisify(
    zip.openReadStream.bind(zip) as (
      entry: yauzl.Entry,
      done: (e: Error | null, s: NodeJS.ReadableStream) => void,
    ) => void,
  );
  const parts = new Map<string, string>();
  zip.on('entry', async (entry: yauzl.Entry) => {
    parts.set(entry.fileName, await text(await read(entry)));
    zip.readEntry();
  });
  zip.readEntry();
  await once(zip, 'end');
  return parts;
}

const HEADERS = ['Thửa', 'Diện tích'];
const ROWS = [
  ['=HYPERLINK("http://x")', 400.5],
  ['<&"\u0007\ud800 đ', null],
] as const;

test('a workbook holds texts as texts and numbers as numbers, whatever they begin with', async () => {
  const parts = await partsOf(Buffer.concat(toXlsx('Tờ: 12/[a]', HEADERS, ROWS)));
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  assert.match(sheet, /<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">Thửa<\/t><\/is><\/c>/);
  assert.match(
    sheet,
    /<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK\(&quot;http:\/\/x&quot;\)</,
  );
  assert.match(sheet, /<c r="B2" s="0"><v>400.5<\/v><\/c>/);
  assert.doesNotMatch(sheet, /<f>/);
  assert.match(sheet, />&lt;&amp;&quot; đ</, 'what XML cannot hold is left out');
  assert.match(parts.get('xl/workbook.xml') ?? '', /<sheet name="Tờ {2}12 {2}a "/);
  assert.equal(parts.size, 6);
});

test('a long table is written in parts, none of its rows lost or twice, and far smaller than its text', async () => {
  const rows = Array.from({ length: 1_501 }, (_, i) => [`Thửa số ${i}`, i] as const);
  const pieces = toXlsx('a', HEADERS, rows);
  const parts = await partsOf(Buffer.concat(pieces));
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  const found = [...sheet.matchAll(/<row r="(\d+)">(?:(?!<\/row>).)*<v>(\d+)<\/v>/g)].map(([, row, value]) => [
    row,
    value,
  ]);
  assert.deepEqual(
    found,
    rows.map((_, i) => [String(i + 2), String(i)]),
  );
  assert.match(sheet, /<autoFilter ref="A1:B1502"\/>/);
  assert.ok(pieces.reduce((sum, { length }) => sum + length, 0) < sheet.length / 4);
});

test('the same table is the same bytes', () => {
  assert.deepEqual(toXlsx('a', HEADERS, ROWS), toXlsx('a', HEADERS, ROWS));
});

test('CSV defuses what a spreadsheet would run', () => {
  assert.equal(toCsv(HEADERS, [['=1+1', -5]]), "\uFEFFThửa,Diện tích\r\n'=1+1,-5\r\n");
});
