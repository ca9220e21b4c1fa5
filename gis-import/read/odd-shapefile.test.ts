/** Shapefiles that bend the format and that other programs read: read here too, each with a finding. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileRefused } from '../../server/domain/finding/finding.ts';
import { FIELDS, goodParts, goodSource, readAll, withParts } from '../demo/file/fixture-shapefile.ts';
import { writeShapefile } from '../demo/file/write-shapefile.ts';
import { openShapefile } from './open-shapefile.ts';

const text = (cells: readonly Uint8Array[]) => cells.map((cell) => Buffer.from(cell).toString('latin1').trim());
const HEADER_END = 32 + 32 * FIELDS.length;

test('a table whose columns are closed by another byte is read where every row begins in its place', async () => {
  for (const closing of [0x0a, 0x00, 0x1a]) {
    const parts = goodParts();
    parts.dbf[HEADER_END] = closing;
    const { file, rows } = await withParts(parts, readAll);
    assert.deepEqual(
      rows.map(({ cells }) => text(cells)[2]),
      ['Chu 1', 'Chu 2', 'Chu 3'],
      String(closing),
    );
    assert.deepEqual(
      file.findings.map(({ code }) => code),
      ['file.dbf_header_odd'],
    );
  }
});

test('a table whose rows do not begin in their place is refused, however it is closed', async () => {
  const code = (parts: ReturnType<typeof goodParts>) =>
    withParts(parts, (paths) =>
      openShapefile(paths)
        .then((file) => file.close())
        .then(
          () => 'read',
          (error: FileRefused) => error.code,
        ),
    );
  const shifted = goodParts();
  shifted.dbf[HEADER_END] = 0x0a;
  shifted.dbf[HEADER_END + 1] = 0x41;
  assert.equal(await code(shifted), 'file.dbf_damaged');
  const longer = goodParts();
  longer.dbf = Buffer.concat([
    longer.dbf.subarray(0, HEADER_END),
    Buffer.from([0x0a]),
    longer.dbf.subarray(HEADER_END + 1, -1),
    Buffer.from('xx'),
  ]);
  assert.equal(await code(longer), 'file.dbf_damaged', 'what follows the rows is no end');
});

test('bytes behind the content of a record are passed over and said', async () => {
  const { shp, shx, dbf } = goodParts();
  const surplus = Buffer.alloc(12, 0x7f);
  const first = 8 + 2 * shp.readInt32BE(104);
  const longer = Buffer.concat([shp.subarray(0, 100 + first), surplus, shp.subarray(100 + first)]);
  longer.writeInt32BE(longer.length / 2, 24);
  longer.writeInt32BE((first - 8 + surplus.length) / 2, 104);
  const index = Buffer.from(shx);
  index.writeInt32BE((first - 8 + surplus.length) / 2, 104);
  for (let at = 108; at < index.length; at += 8) index.writeInt32BE(index.readInt32BE(at) + surplus.length / 2, at);
  const { rows } = await withParts({ shp: longer, shx: index, dbf }, readAll);
  const plain = await withParts({ shp, shx, dbf }, readAll);
  assert.deepEqual(
    rows.map(({ shape }) => shape.kind === 'polygon' && shape.surplusBytes),
    [12, undefined, undefined],
  );
  assert.deepEqual(
    rows.map(({ shape }) => shape.kind === 'polygon' && shape.parts),
    plain.rows.map(({ shape }) => shape.kind === 'polygon' && shape.parts),
  );
});

test('shapes without their table are counted', async () => {
  const { shp, shx } = goodParts(5);
  for (const index of [shx, null]) {
    const refusal = await withParts({ shp, shx: index } as never, (paths) =>
      openShapefile(paths).catch((error: FileRefused) => error),
    );
    assert.ok('code' in refusal);
    assert.deepEqual([refusal.code, refusal.detail], ['file.dbf_missing', { records: 5 }]);
  }
});

test('columns in binary form are read as numbers and days, and said', async () => {
  const bytes = (length: number, write: (buffer: Buffer) => void) => {
    const buffer = Buffer.alloc(length);
    write(buffer);
    return buffer;
  };
  const { rows } = goodSource(1);
  const parts = writeShapefile({
    fields: [
      { name: 'SHTHUA', type: 'I', length: 4, decimals: 0 },
      { name: 'DIENTICH', type: 'B', length: 8, decimals: 0 },
      { name: 'GIA', type: 'Y', length: 8, decimals: 0 },
      { name: 'NGAY', type: 'T', length: 8, decimals: 0 },
    ],
    rows: [
      {
        rings: rows[0]!.rings,
        cells: [
          bytes(4, (b) => b.writeInt32LE(0x2020)),
          bytes(8, (b) => b.writeDoubleLE(360.5)),
          bytes(8, (b) => b.writeBigInt64LE(-12_345n)),
          bytes(8, (b) => b.writeInt32LE(2_440_589)),
        ],
      },
    ],
  });
  const { file, rows: read } = await withParts(parts, readAll);
  assert.deepEqual(text(read[0]!.cells), ['8224', '360.5', '-1.2345', '1970-01-02T00:00:00']);
  assert.deepEqual(
    file.findings.map(({ code }) => code),
    Array(4).fill('file.column_binary'),
  );
});

/** First byte of record `i` of the good parts: header 100, each record 8 + 48 + 5 points. */
const recordAt = (i: number): number => 100 + i * (8 + 48 + 5 * 16);
const lefts = (rows: Awaited<ReturnType<typeof readAll>>['rows']) =>
  rows.map(({ shape }) => shape.kind === 'polygon' && shape.parts[0]?.[0]);

/** The records of the good parts, lying in the .shp as `order` says and numbered by `number`; the index is in the order of the table. */
function inOtherOrder(order: readonly number[], number: (row: number) => number): ReturnType<typeof goodParts> {
  const { shp, shx, dbf } = goodParts();
  const moved = Buffer.from(shp);
  for (const [place, row] of order.entries()) {
    shp.copy(moved, recordAt(place), recordAt(row), recordAt(row + 1));
    moved.writeInt32BE(number(row), recordAt(place));
    shx.writeInt32BE(recordAt(place) / 2, 100 + 8 * row);
  }
  return { ...goodParts(), shp: moved, shx, dbf };
}

test('records that lie in another order than their table are read by the index, and said', async () => {
  for (const number of [(row: number) => row + 1, (row: number) => row, () => 0, () => 7]) {
    const { file, rows } = await withParts(inOtherOrder([2, 0, 1], number), readAll);
    assert.deepEqual(lefts(rows), [420000, 420010, 420020]);
    assert.deepEqual(
      rows.map(({ cells }) => text(cells)[2]),
      ['Chu 1', 'Chu 2', 'Chu 3'],
    );
    assert.deepEqual(
      file.findings.map(({ code, detail }) => [code, detail?.followed]),
      [['file.shx_mismatch', 'shx']],
    );
  }
});

test('an index that names one record twice, or the middle of one, is believed by nobody where records have no numbers', async () => {
  const twice = inOtherOrder([2, 0, 1], () => 0);
  twice.shx.writeInt32BE(recordAt(0) / 2, 100);
  const middle = inOtherOrder([2, 0, 1], () => 0);
  middle.shx.writeInt32BE(recordAt(0) / 2 + 4, 100);
  for (const parts of [twice, middle]) await assert.rejects(withParts(parts, readAll), { code: 'file.shp_damaged' });
});

test('memo columns and null flags of Visual FoxPro are left empty, the memos said', async () => {
  const fields = [
    { name: 'CHU', type: 'M', length: 4, decimals: 0 },
    { name: 'ANH', type: 'G', length: 4, decimals: 0 },
    { name: 'SOTHUA', type: 'N', length: 4, decimals: 0 },
    { name: '_NullFlags', type: '0', length: 1, decimals: 0 },
  ];
  const { rings } = goodSource().rows[0]!;
  const cells = [Uint8Array.of(9, 0, 0, 0), Uint8Array.of(0x41, 0x42, 0, 0), '   7', Uint8Array.of(0x41)];
  const parts = writeShapefile({ fields, rows: [{ rings: rings!, cells }] });
  parts.dbf[0] = 0x30;
  const { file, rows } = await withParts(parts, readAll);
  assert.deepEqual(text(rows[0]!.cells), ['', '', '7', '']);
  assert.deepEqual(
    file.findings.map(({ code, detail }) => [code, detail?.column]),
    [
      ['file.member_ignored', 'CHU'],
      ['file.member_ignored', 'ANH'],
    ],
  );
});
