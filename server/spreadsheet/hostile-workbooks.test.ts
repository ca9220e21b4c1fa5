/** Workbooks made to hurt, or hurt: each has its code, nothing else is harmed. */
import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { after, before, test } from 'node:test';
import { ZipFile } from 'yazl';
import { WORKBOOK_TROUBLES, WorkbookRefused } from '../domain/spreadsheet/workbook-trouble.ts';
import { readWorkbook } from './read-workbook.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './workbook-limits.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-hostile-'));
});
after(() => rm(folder, { recursive: true }));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const FRAME = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>chung</t></si></sst>`,
};
const SHEET = 'xl/worksheets/sheet1.xml';
const sheet = (rows: string) => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
const GOOD = sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>');

let made = 0;
async function workbook(parts: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const path = join(folder, `${made++}.xlsx`);
  const zip = new ZipFile();
  for (const [name, content] of Object.entries({ ...FRAME, ...parts })) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const cells = async (path: string, limits: Partial<WorkbookLimits> = {}) => {
  const rows = [];
  for await (const row of readWorkbook(path, { ...WORKBOOK_LIMITS, ...limits })) rows.push(row.cells);
  return rows;
};

async function troubleOf(path: string, limits: Partial<WorkbookLimits> = {}): Promise<string> {
  const error = await cells(path, limits).then(
    (rows) => assert.fail(`it was read: ${JSON.stringify(rows).slice(0, 200)}`),
    (error: unknown) => error,
  );
  assert.ok(error instanceof WorkbookRefused, String(error));
  assert.ok(WORKBOOK_TROUBLES[error.trouble].vi.length > 0);
  return error.message;
}

test('shared texts are read, and of a formula the value it had', async () => {
  assert.deepEqual(await cells(await workbook({ [SHEET]: GOOD })), [['chung', 2]]);
});

test('what is no workbook is told apart from one that is damaged', async () => {
  const path = join(folder, 'no.xlsx');
  for (const bytes of [Buffer.alloc(0), Buffer.from('tờ,thửa\n1,2\n'), Buffer.from('d0cf11e0a1b11ae1', 'hex')]) {
    await writeFile(path, bytes);
    assert.equal(await troubleOf(path), 'workbook.not_xlsx');
  }
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('x'), 'a.txt');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  assert.equal(await troubleOf(path), 'workbook.not_xlsx');
});

test('a part that is cut off, or not what its checksum says, is no shorter table', async () => {
  assert.equal(await troubleOf(await workbook({ [SHEET]: GOOD.slice(0, -30) })), 'workbook.damaged');
  assert.equal(await troubleOf(await workbook({ [SHEET]: '' })), 'workbook.damaged');
  assert.equal(
    await troubleOf(await workbook({ [SHEET]: GOOD, 'xl/sharedStrings.xml': '<sst><si>' })),
    'workbook.damaged',
  );
  const bytes = await readFile(await workbook({ [SHEET]: GOOD.replace('<v>2</v>', `<v>${'2'.repeat(3_000)}</v>`) }));
  const path = join(folder, 'bent.xlsx');
  for (const at of [0.3, 0.5, 0.7, 0.9]) {
    const bent = Buffer.from(bytes);
    const byte = Math.floor(bent.length * at);
    bent[byte] = bent[byte]! ^ 0xff;
    await writeFile(path, bent);
    assert.match(await troubleOf(path), /^workbook\.(damaged|not_xlsx)$/, `byte ${byte}`);
  }
  await writeFile(path, bytes.subarray(0, bytes.length - 40));
  assert.equal(await troubleOf(path), 'workbook.not_xlsx');
});

test('entities are not followed', async () => {
  const laughs =
    '<!DOCTYPE r [<!ENTITY a "AAAA"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>' +
    sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;&f;</t></is></c></row>');
  assert.equal(await troubleOf(await workbook({ [SHEET]: laughs })), 'workbook.damaged');
});

test('rows that come twice or backwards, or have no number, say nothing', async () => {
  for (const rows of [
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
    '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
    '<row r="x"><c r="A1"><v>1</v></c></row>',
    '<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>',
  ])
    assert.equal(await troubleOf(await workbook({ [SHEET]: sheet(rows) })), 'workbook.damaged', rows);
});

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`).join('');

test('each limit at the limit and beside it', async () => {
  const three = await workbook({ [SHEET]: sheet(rowsOf(3)) });
  assert.equal((await cells(three, { rows: 3, cells: 3 })).length, 3);
  assert.equal(await troubleOf(three, { rows: 2 }), 'workbook.too_large (rows)');
  assert.equal(await troubleOf(three, { cells: 2 }), 'workbook.too_large (cells)');
  const wide = await workbook({ [SHEET]: sheet('<row r="1"><c r="D1"><v>1</v></c><c r="XFD1"/></row>') });
  assert.deepEqual(await cells(wide, { columns: 4 }), [[null, null, null, 1]]);
  assert.equal(await troubleOf(wide, { columns: 3 }), 'workbook.too_large (columns)');
  const parts = Object.keys(FRAME).length + 1;
  assert.equal((await cells(three, { parts })).length, 3);
  assert.equal(await troubleOf(three, { parts: parts - 1 }), 'workbook.too_large (parts)');
  const { length } = await readFile(three);
  assert.equal((await cells(three, { fileBytes: length })).length, 3);
  assert.equal(await troubleOf(three, { fileBytes: length - 1 }), 'workbook.too_large (fileBytes)');
  const unpackedBytes = Buffer.byteLength(Object.values({ ...FRAME, [SHEET]: sheet(rowsOf(3)) }).join(''));
  assert.equal((await cells(three, { unpackedBytes })).length, 3);
  assert.equal(await troubleOf(three, { unpackedBytes: unpackedBytes - 1 }), 'workbook.too_large (unpackedBytes)');
  const letters = (count: number) => sheet(`<row r="1"><c r="A1" t="str"><v>${'a'.repeat(count)}</v></c></row>`);
  assert.equal((await cells(await workbook({ [SHEET]: letters(32_767) }))).length, 1);
  assert.equal(await troubleOf(await workbook({ [SHEET]: letters(32_768) })), 'workbook.too_large (letters)');
});

test('a bomb is not unpacked, and a table of shared texts that fills the memory ends its child alone', async () => {
  const bomb = await workbook({ [SHEET]: Buffer.alloc(60_000_000, 0x20) });
  assert.equal(await troubleOf(bomb, { unpackedBytes: 50_000_000 }), 'workbook.too_large (unpackedBytes)');
  const texts = `<sst xmlns="${MAIN}">${'<si><t>a</t></si>'.repeat(2_000_000)}</sst>`;
  const heavy = await workbook({ [SHEET]: GOOD, 'xl/sharedStrings.xml': texts });
  assert.equal(await troubleOf(heavy, { memoryBytes: 200_000_000 }), 'workbook.too_heavy');
});

test('a file that there is not is the fault of the machine', async () => {
  await assert.rejects(
    cells(join(folder, 'none.xlsx')),
    (error) => !(error instanceof WorkbookRefused) && /ENOENT/.test(String(error)),
  );
});
