/** The limits of reading tables and shapes, each at the limit itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeShapefile } from '../demo/file/write-shapefile.ts';
import { parseDbfHeader } from './dbf-header.ts';
import { covers, createFileWindow } from './file-window.ts';
import { geometryProblem } from './geojson-polygons.ts';
import { datumOf } from './prj/crs-claim.ts';

const { dbf } = writeShapefile({
  fields: [{ name: 'SHTHUA', type: 'N', length: 6, decimals: 0 }],
  rows: [{ rings: [], cells: [1] }],
});
const headerOf = (bytes: Uint8Array, size = bytes.length) => parseDbfHeader(bytes, size);
const refused = (bytes: Uint8Array, size?: number) => {
  try {
    headerOf(bytes, size);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const put = (change: (view: DataView) => void) => {
  const bytes = Uint8Array.from(dbf);
  change(new DataView(bytes.buffer));
  return bytes;
};

test('a table is as long as it claims, or longer; one byte short it was cut', () => {
  const { headerBytes, rowBytes } = headerOf(dbf);
  assert.equal(refused(dbf, headerBytes + rowBytes), null);
  assert.equal(refused(dbf, headerBytes + rowBytes - 1), 'file.dbf_truncated');
});

test('a header lies within the bytes that were read', () => {
  const { headerBytes } = headerOf(dbf);
  assert.equal(refused(dbf.subarray(0, headerBytes), dbf.length), null);
  assert.equal(refused(dbf.subarray(0, headerBytes - 1), dbf.length), 'file.dbf_damaged');
  assert.equal(refused(dbf.subarray(0, 32)), 'file.dbf_damaged');
});

test('a claim of four thousand million bytes is a cut file, one of more a broken header', () => {
  const { headerBytes, rowBytes } = headerOf(dbf);
  const most = Math.floor((2 ** 32 - headerBytes) / rowBytes);
  assert.equal(refused(put((view) => view.setUint32(4, most, true))), 'file.dbf_truncated');
  assert.equal(refused(put((view) => view.setUint32(4, most + 1, true))), 'file.dbf_damaged');
});

test('the first and the last mark of Visual FoxPro', () => {
  const marks = [0x2f, 0x30, 0x31, 0x32, 0x33];
  const said = marks.map((mark) => headerOf(put((view) => view.setUint8(0, mark))).visualFoxPro);
  assert.deepEqual(said, [false, true, true, true, false]);
});

test('a window covers from its first byte to its last', () => {
  const bytes = new Uint8Array(10);
  const window = { ...createFileWindow(99), start: 20, bytes };
  assert.deepEqual(
    [
      covers(window, 20, 10),
      covers(window, 19, 1),
      covers(window, 29, 1),
      covers(window, 30, 1),
      covers(window, 20, 11),
    ],
    [true, false, true, false, false],
  );
});

test('a coordinate is below a hundred million, a ring of GeoJSON has four positions', () => {
  const ring = (x: number, y: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [0, 1],
        [x, y],
        [0, 0],
      ],
    ],
  });
  assert.equal(geometryProblem(ring(99_999_999.999, -99_999_999.999)), null);
  assert.equal(geometryProblem(ring(1e8, 1))?.code, 'geometry.not_finite');
  assert.equal(geometryProblem(ring(1, -1e8))?.code, 'geometry.not_finite');
  const three = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [0, 1],
        [0, 0],
      ],
    ],
  };
  assert.equal(geometryProblem(three)?.code, 'geometry.too_few_points');
});

test('a datum shift is that of VN-2000, or of Hanoi 1972, within a metre', () => {
  const shifted = (dx: number, dy: number, dz: number) => datumOf([], [dx, dy, dz], null);
  assert.equal(shifted(-191.904 + 0.99, -39.303, -111.45).vn2000, true);
  assert.equal(shifted(-191.904, -39.303 + 1.001, -111.45).vn2000, false);
  assert.equal(shifted(-17.51, -108.32, -62.39 - 0.99).hn72, true);
  assert.equal(shifted(-17.51, -108.32 - 1.001, -62.39).hn72, false);
  assert.equal(datumOf([], [-191.904, -39.303], null).shift, null, 'two numbers are no shift');
  assert.deepEqual(datumOf([], [1, 2, 3], null).shift, [1, 2, 3]);
});
