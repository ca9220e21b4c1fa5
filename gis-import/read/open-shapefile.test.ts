import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileRefused, type Finding, type FindingCode } from '../../server/domain/finding/finding.ts';
import {
  FIELDS,
  goodParts,
  goodSource,
  type PartBytes,
  readAll,
  square,
  withParts,
} from '../demo/file/fixture-shapefile.ts';
import { type ShapefileRow, writeShapefile } from '../demo/file/write-shapefile.ts';
import type { RawRow } from './raw-row.ts';

/** First byte of record `i` of the fixture: header 100, each record 8 + 44 + 4 + 5 points. */
const record = (i: number): number => 100 + i * (8 + 48 + 5 * 16);
const ROW = 30; // 1 + 4 + 5 + 20
const row = (i: number): number => 32 + 3 * 32 + 1 + ROW * i;

const text = (cell: Uint8Array | undefined): string => Buffer.from(cell ?? []).toString('latin1');
const numbers = (rows: readonly RawRow[]): number[] => rows.map(({ cells }) => Number(text(cells[1])));
const codes = (findings: readonly Finding[]): FindingCode[] => findings.map(({ code }) => code);
const shapes = (rows: readonly RawRow[]): string[] =>
  rows.map(({ shape }) => (shape.kind === 'unusable' ? shape.code : shape.kind));

test('a good file comes out whole: rings as written, cells trimmed, numbers in order', async () => {
  const bytes = { ...goodParts(), prj: '\uFEFFPROJCS["x"]', cpg: ' UTF-8\r\n' };
  const { file, rows } = await withParts(bytes, readAll);
  assert.deepEqual(
    [file.records, file.shapeType, file.prj, file.cpg, file.languageByte],
    [3, 5, 'PROJCS["x"]', 'UTF-8', 0],
  );
  assert.deepEqual(file.bbox, [420000, 2353000, 420030, 2353010]);
  assert.deepEqual(file.fields, FIELDS);
  assert.deepEqual(file.findings, []);
  assert.deepEqual(numbers(rows), [1, 2, 3]);
  assert.deepEqual(
    rows.map(({ recordNo, deleted }) => [recordNo, deleted]),
    [
      [1, false],
      [2, false],
      [3, false],
    ],
  );
  assert.equal(text(rows[2]?.cells[2]), 'Chu 3');
  assert.deepEqual(rows[1]?.shape, {
    kind: 'polygon',
    parts: [Float64Array.from(square(420010, 2353000).flat())],
    hadZ: false,
    hadM: false,
  });
});

const make = (one: ShapefileRow, shapeType?: 5 | 15 | 25): PartBytes =>
  writeShapefile({ ...goodSource(), rows: [...goodSource(2).rows, one], ...(shapeType && { shapeType }) });
const cells = [12, 3, 'Chu 3'];
const near = square(420020, 2353000);

const thirdShape: readonly [string, string, PartBytes][] = [
  ['a null shape', 'geometry.null', make({ rings: null, cells })],
  ['a shape without rings', 'geometry.null', make({ rings: [], cells })],
  [
    'NaN',
    'geometry.not_finite',
    make({
      rings: [
        [
          [0, 0],
          [0, Number.NaN],
          [9, 9],
          [0, 0],
        ],
      ],
      cells,
      raw: true,
    }),
  ],
  [
    'infinity',
    'geometry.not_finite',
    make({
      rings: [
        [
          [0, 0],
          [Number.NEGATIVE_INFINITY, 0],
          [9, 9],
          [0, 0],
        ],
      ],
      cells,
      raw: true,
    }),
  ],
  [
    'the 1e38 of "no data"',
    'geometry.not_finite',
    make({
      rings: [
        [
          [0, 0],
          [-1e38, 0],
          [9, 9],
          [0, 0],
        ],
      ],
      cells,
      raw: true,
    }),
  ],
  [
    'three points, for the next stage to judge',
    'polygon',
    make({
      rings: [
        [
          [0, 0],
          [0, 9],
          [0, 0],
        ],
      ],
      cells,
      raw: true,
    }),
  ],
  ['an open ring, for the next stage to close', 'polygon', make({ rings: [near.slice(0, -1)], cells, raw: true })],
  ['an open hole, likewise', 'polygon', make({ rings: [near, near.slice(0, -1)], cells, raw: true })],
  ['several parts', 'polygon', make({ rings: [near, square(420040, 2353000)], cells })],
  ['numParts 2^30', 'geometry.damaged', patch((b) => b.shp.writeInt32LE(2 ** 30, record(2) + 8 + 36))],
  ['numPoints 2^30', 'geometry.damaged', patch((b) => b.shp.writeInt32LE(2 ** 30, record(2) + 8 + 40))],
  ['numPoints -1', 'geometry.damaged', patch((b) => b.shp.writeInt32LE(-1, record(2) + 8 + 40))],
  ['one point fewer', 'geometry.damaged', patch((b) => b.shp.writeInt32LE(4, record(2) + 8 + 40))],
  ['a part that starts behind the points', 'geometry.damaged', patch((b) => b.shp.writeInt32LE(9, record(2) + 8 + 44))],
  ['a second part that starts behind the points', 'geometry.damaged', secondPart(9999)],
  ['a second part that starts where the first does', 'geometry.damaged', secondPart(0)],
  ['a second part before the first', 'geometry.damaged', secondPart(-1)],
  ['a line among polygons', 'geometry.not_polygon', patch((b) => b.shp.writeInt32LE(3, record(2) + 8))],
  ['a type nobody defined', 'geometry.damaged', patch((b) => b.shp.writeInt32LE(99, record(2) + 8))],
  ['record length 0', 'geometry.length_invalid', patch((b) => b.shp.writeInt32BE(0, record(2) + 4))],
  ['record length -1', 'geometry.length_invalid', patch((b) => b.shp.writeInt32BE(-1, record(2) + 4))],
  ['record length 2^30', 'geometry.length_invalid', patch((b) => b.shp.writeInt32BE(2 ** 30, record(2) + 4))],
];
for (const [name, expected, bytes] of thirdShape) {
  test(`${name}: ${expected}, and the others stay`, async () => {
    const { rows } = await withParts(bytes, readAll);
    assert.deepEqual(shapes(rows), ['polygon', 'polygon', expected]);
    assert.deepEqual(numbers(rows), [1, 2, 3]);
  });
}

test('a record whose length is wrong does not hide those behind it', async () => {
  for (const length of [0, -1, 2 ** 30, 5]) {
    const { rows } = await withParts(
      patch((b) => b.shp.writeInt32BE(length, record(0) + 4)),
      readAll,
    );
    assert.deepEqual(shapes(rows), ['geometry.length_invalid', 'polygon', 'polygon'], String(length));
    assert.deepEqual(numbers(rows), [1, 2, 3]);
  }
});

test('Z and M are dropped and reported', async () => {
  const flat = (shapeType: 15 | 25) =>
    withParts(make({ rings: [near], cells, z: [[1, 2, 3, 4, 1]] }, shapeType), readAll);
  const [z, m] = [(await flat(15)).rows[2]?.shape, (await flat(25)).rows[2]?.shape];
  assert.deepEqual(z?.kind === 'polygon' && [z.hadZ, z.hadM, z.parts[0]?.length], [true, true, 10]);
  assert.deepEqual(m?.kind === 'polygon' && [m.hadZ, m.hadM, m.parts[0]?.length], [false, true, 10]);
  const nothing = { rings: [near], cells, m: [[-1e39, -1e39, -1e39, -1e39, -1e39]] };
  const [noData] = (await withParts(make(nothing, 25), readAll)).rows.slice(2);
  assert.equal(noData?.shape.kind === 'polygon' && noData.shape.hadM, false);
});

const refused: readonly [string, FindingCode, number, PartBytes][] = [
  ['.shp cut 7 bytes before the end', 'file.shp_truncated', 3, patch((b) => ({ shp: b.shp.subarray(0, -7) }))],
  ['.shp cut in its header', 'file.shp_damaged', 3, patch((b) => ({ shp: b.shp.subarray(0, 60) }))],
  ['.shp empty', 'file.shp_damaged', 3, patch(() => ({ shp: Buffer.alloc(0) }))],
  ['another kind of file', 'file.shp_damaged', 3, patch((b) => b.shp.writeInt32BE(1234, 0))],
  ['header says 0 words', 'file.shp_damaged', 3, patch((b) => b.shp.writeInt32BE(0, 24))],
  [
    '.shp cut and its header mended',
    'file.shp_truncated',
    3,
    patch((b) => {
      b.shp.writeInt32BE(record(2) / 2 + 10, 24);
      return { shp: b.shp.subarray(0, record(2) + 20) };
    }),
  ],
  ['points', 'file.shape_type_unsupported', 3, patch((b) => b.shp.writeInt32LE(1, 32))],
  ['lines', 'file.shape_type_unsupported', 3, patch((b) => b.shp.writeInt32LE(3, 32))],
  ['a shape type nobody defined', 'file.shp_damaged', 3, patch((b) => b.shp.writeInt32LE(77, 32))],
  ['.dbf claims 10 rows', 'file.dbf_truncated', 3, patch((b) => b.dbf.writeUInt32LE(10, 4))],
  ['.dbf claims 4e9 rows', 'file.dbf_damaged', 3, patch((b) => b.dbf.writeUInt32LE(4e9, 4))],
  ['.dbf claims 2 rows', 'file.dbf_shorter_than_shp', 3, patch((b) => b.dbf.writeUInt32LE(2, 4))],
  ['.dbf has 2 rows', 'file.dbf_shorter_than_shp', 3, patch(() => ({ dbf: goodParts(2).dbf }))],
  ['the same without .shx', 'file.dbf_shorter_than_shp', 3, patch(() => ({ dbf: goodParts(2).dbf, shx: null }))],
  ['.dbf has 4 rows', 'file.dbf_longer_than_shp', 3, patch(() => ({ dbf: goodParts(4).dbf }))],
  ['.dbf cut', 'file.dbf_truncated', 3, patch((b) => ({ dbf: b.dbf.subarray(0, row(1)) }))],
  ['.dbf cut in its header', 'file.dbf_damaged', 3, patch((b) => ({ dbf: b.dbf.subarray(0, 50) }))],
  ['.dbf empty', 'file.dbf_damaged', 3, patch(() => ({ dbf: Buffer.alloc(0) }))],
  ['.dbf header length 0', 'file.dbf_damaged', 3, patch((b) => b.dbf.writeUInt16LE(0, 8))],
  ['.dbf header length 65535', 'file.dbf_damaged', 3, patch((b) => b.dbf.writeUInt16LE(65535, 8))],
  ['.dbf row length off by one', 'file.dbf_damaged', 3, patch((b) => b.dbf.writeUInt16LE(ROW + 1, 10))],
  ['.dbf header one byte longer than its columns', 'file.dbf_damaged', 3, patch((b) => b.dbf.writeUInt16LE(130, 8))],
  ['a column of no width', 'file.dbf_damaged', 3, patch((b) => b.dbf.writeUInt8(0, 32 + 16))],
  ['no records', 'file.no_records', 0, goodParts(0)],
  [
    'without .shx, a record length of 0',
    'file.shp_damaged',
    3,
    patch((b) => {
      b.shp.writeInt32BE(0, record(1) + 4);
      return { shx: null };
    }),
  ],
  [
    'without .shx, a record that runs over the end',
    'file.shp_damaged',
    3,
    patch((b) => {
      b.shp.writeInt32BE(500, record(2) + 4);
      return { shx: null };
    }),
  ],
  [
    'walk and index both broken',
    'file.shp_damaged',
    3,
    patch((b) => {
      b.shp.writeInt32BE(0, record(1) + 4);
      b.shx.writeInt32BE(0, 108);
    }),
  ],
];
for (const [name, code, records, bytes] of refused) {
  test(`${name}: ${code}`, async () => {
    await assert.rejects(withParts(bytes, readAll), (error) => {
      assert.ok(error instanceof FileRefused, String(error));
      assert.deepEqual([error.code, error.detail.records], [code, records]);
      return true;
    });
  });
}

test('without .shx the .shp is walked', async () => {
  const { file, rows } = await withParts({ ...goodParts(), shx: null }, readAll);
  assert.deepEqual(codes(file.findings), ['file.shx_missing']);
  assert.deepEqual(shapes(rows), ['polygon', 'polygon', 'polygon']);
});

test('an index that disagrees is reported, and the records themselves win', async () => {
  const swapped = patch((b) => {
    const [first, second] = [Buffer.from(b.shx.subarray(100, 108)), Buffer.from(b.shx.subarray(108, 116))];
    b.shx.set(second, 100);
    b.shx.set(first, 108);
  });
  const broken = patch(() => ({ shx: Buffer.from('no index') }));
  const short = patch(() => ({ shx: goodParts(2).shx }));
  const beyond = patch((b) => b.shx.writeInt32BE(2 ** 29, 116));
  for (const bytes of [swapped, broken, short, beyond]) {
    const { file, rows } = await withParts(bytes, readAll);
    assert.deepEqual(codes(file.findings), ['file.shx_mismatch']);
    const lefts = rows.map(({ shape }) => shape.kind === 'polygon' && shape.parts[0]?.[0]);
    assert.deepEqual(lefts, [420000, 420010, 420020]);
  }
});

test('a record moved to the end by editing in place is found by the index', async () => {
  const [three, four] = [goodParts(3), goodParts(4)];
  four.shp.writeInt32BE(1, record(3)); // the new first record, appended; the old one stays behind as waste
  three.shx.writeInt32BE(record(3) / 2, 100);
  const { file, rows } = await withParts({ shp: four.shp, shx: three.shx, dbf: three.dbf }, readAll);
  assert.deepEqual(codes(file.findings), ['file.shx_mismatch']);
  assert.deepEqual(
    rows.map(({ shape }) => shape.kind === 'polygon' && shape.parts[0]?.[0]),
    [420030, 420010, 420020],
  );
});

test('rows marked as deleted are said to be deleted', async () => {
  const [first, ...rest] = goodSource().rows;
  const bytes = writeShapefile({ fields: FIELDS, rows: [{ ...first!, deleted: true }, ...rest] });
  const { file, rows } = await withParts(bytes, readAll);
  assert.equal(file.records, 3);
  assert.deepEqual(
    rows.map(({ deleted }) => deleted),
    [true, false, false],
  );
});

test('a memo column is empty and reported; binary columns keep their bytes; names end at NUL', async () => {
  const fields = [
    { name: 'GHICHU', type: 'M', length: 10, decimals: 0 },
    { name: 'SO', type: 'I', length: 4, decimals: 0 },
  ];
  const value = Uint8Array.of(0x20, 0, 0, 0x20);
  const bytes = writeShapefile({ fields, rows: [{ rings: [near], cells: ['         7', value] }] });
  bytes.dbf.set(Buffer.from('GHICHU\0xyz'), 32);
  const { file, rows } = await withParts(bytes, readAll);
  assert.deepEqual(
    file.fields.map(({ name }) => name),
    ['GHICHU', 'SO'],
  );
  assert.deepEqual(file.findings, [
    { code: 'file.member_ignored', recordNo: null, detail: { column: 'GHICHU', type: 'M', reason: 'memo' } },
    { code: 'file.column_binary', recordNo: null, detail: { column: 'SO', type: 'I' } },
  ]);
  const number = Buffer.from(value).readInt32LE(0);
  assert.deepEqual(rows[0]?.cells, [new Uint8Array(0), new TextEncoder().encode(String(number))]);
});

test('a text column wider than 255 bytes, as Clipper wrote it', async () => {
  const fields = [1, 2].map((i) => ({ name: `C${i}`, type: 'C', length: 150, decimals: 0 }));
  const bytes = writeShapefile({ fields, rows: [{ rings: [near], cells: ['a', 'b'] }] });
  const dbf = Buffer.concat([bytes.dbf.subarray(0, 64), Buffer.from([0x0d]), bytes.dbf.subarray(97)]);
  dbf.writeUInt16LE(65, 8);
  dbf[32 + 16] = 300 - 256;
  dbf[32 + 17] = 1;
  const { file, rows } = await withParts({ ...bytes, dbf }, readAll);
  assert.equal(file.fields[0]?.length, 300);
  assert.equal(text(rows[0]?.cells[0]), `${'a'.padEnd(150)}b`);
});

test('records that straddle the chunks, and one longer than a chunk, arrive unbroken', async () => {
  const circle = (x: number, n: number) =>
    Array.from({ length: n }, (_, i): [number, number] => [
      x + Math.sin((i * 2 * Math.PI) / n),
      Math.cos((i * 2 * Math.PI) / n),
    ]);
  const sizes = Array.from({ length: 500 }, (_, i) => (i === 250 ? 90_000 : 4 + ((i * 37) % 700)));
  const rows = sizes.map((n, i) => ({ rings: [circle(i, n)], cells: [1, i + 1, `Chu ${i + 1}`] }));
  const read = await withParts(writeShapefile({ fields: FIELDS, rows }), readAll);
  assert.deepEqual(
    numbers(read.rows),
    sizes.map((_, i) => i + 1),
  );
  assert.deepEqual(
    read.rows.map(({ shape }) => shape.kind === 'polygon' && shape.parts[0]!.length / 2 - 1),
    sizes,
  );
});

/** The third record has two rings, of which the second claims to begin at this point. */
function secondPart(first: number): PartBytes {
  const bytes = writeShapefile({
    fields: FIELDS,
    rows: [...goodSource(2).rows, { rings: [near, square(420040, 2353000)], cells }],
  });
  bytes.shp.writeInt32LE(first, record(2) + 8 + 48);
  return bytes;
}

/** The fixture with one change made in place or by replacing parts. */
function patch(change: (bytes: ReturnType<typeof goodParts>) => unknown): PartBytes {
  const bytes = goodParts();
  const result = change(bytes);
  return typeof result === 'object' && result !== null ? { ...bytes, ...result } : bytes;
}
