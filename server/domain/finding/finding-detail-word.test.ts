import assert from 'node:assert/strict';
import test from 'node:test';
import { findingDetailWord } from './finding-detail-word.ts';

const vi = (key: string, value: unknown) => findingDetailWord(key, 'vi', { [key]: value });
const en = (key: string, value: unknown) => findingDetailWord(key, 'en', { [key]: value });

test('numbers, sizes and shares as each language writes them', () => {
  assert.equal(vi('claimedRows', 12345), '12.345');
  assert.equal(en('claimedRows', 12345), '12,345');
  assert.equal(vi('areaM2', 0.03125), '0,031');
  assert.equal(vi('bytes', 2_147_483_648), '2,1 GB');
  assert.equal(vi('bytes', 999), '999 byte');
  assert.equal(en('insideCommune', 0.999), '99%');
  assert.equal(vi('scale', 2000), '2000');
  assert.equal(vi('lon', 106.196884), '106,19688');
});

test('a number may come as decimal text, but not as any text', () => {
  assert.equal(vi('declaredM2', '1200.50'), '1.200,5');
  for (const value of ['', ' ', '0x10', '1e3', '1 200', 'Infinity', Number.NaN, true, null, undefined]) {
    assert.equal(vi('declaredM2', value), null, String(value));
  }
});

test('codes, keys and columns must look like ones', () => {
  assert.equal(vi('commune', '99001'), '99001');
  assert.equal(vi('commune', '990011'), null);
  assert.equal(vi('no', '12a+13'), '12a+13');
  assert.equal(vi('no', '1234567'), null);
  assert.equal(vi('landUse', 'ONT'), 'ONT');
  assert.equal(vi('landUse', 'đất ở'), null);
  assert.equal(vi('column', 'TENCHU_2'), 'TENCHU_2');
  assert.equal(vi('column', 'C123456789'), null);
  assert.equal(vi('columns', 'TENCHU, Bà Lê Thị, SHTHUA, DIEN'), 'TENCHU, SHTHUA, DIEN, … (+1)');
  const all = Array.from({ length: 60 }, (_, i) => `C${i}`).join(', ');
  assert.equal(vi('columns', all), all);
});

test('a column in Vietnamese letters is named where its words are those of columns', () => {
  for (const name of ['Số tờ', 'Số thử', 'Diện tí', 'Loại đ', 'Tên chủ', 'Địa ch', 'Số hiệu tờ'])
    assert.equal(vi('column', name), name);
  for (const name of ['Lê Thị Ẩn', 'Bà Số', 'số 5', 'thôn Đông', 'Đặng']) assert.equal(vi('column', name), null, name);
});

test('words of the program are translated, unknown ones left out', () => {
  assert.equal(vi('reason', 'other_set'), 'tệp thuộc một lớp khác');
  assert.equal(en('reason', 'memo'), 'a memo column, whose text lies in another file');
  assert.equal(vi('reason', 'toString'), null);
  assert.equal(vi('encoding', 'tcvn3'), 'TCVN3 (ABC)');
  assert.equal(vi('encoding', 'ebcdic'), null);
  assert.equal(findingDetailWord('constructor', 'vi', { constructor: '1' }), null);
});

test('systems are named by their meridian', () => {
  assert.equal(vi('srid', 9212), "VN-2000, kinh tuyến trục 106°15', múi 3° (EPSG:9212)");
  assert.equal(en('rival', 3405), "VN-2000, central meridian 105°00', 6° zone (EPSG:3405)");
  assert.equal(vi('declared', 4326), 'WGS 84 (EPSG:4326)');
  assert.equal(vi('srid', 2000), 'EPSG:2000');
  assert.equal(vi('declared', false), null);
});

test('a number as long as those of persons is not told; the largest that is has eight digits', () => {
  assert.equal(vi('claimedRows', 99_999_999), '99.999.999');
  assert.equal(vi('claimedRows', 100_000_000), null);
  assert.equal(vi('claimedRows', -100_000_000), null);
});
