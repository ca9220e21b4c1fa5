import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayBeEmpty } from '../../testing/not-empty.ts';
import { placeIdentity, placeNames } from './place-name.ts';

const CASES: [address: string, ...names: string[]][] = [
  ['Thôn Thanh Ấm', 'Thôn Thanh Ấm'],
  ['Thôn Lĩnh Thượng, xã Yên Lĩnh', 'Thôn Lĩnh Thượng'],
  ['thôn Đông xã Yên Lĩnh huyện Yên Trạch', 'Thôn Đông'],
  ['THÔN THANH ẤM, XÃ YÊN LĨNH', 'Thôn Thanh Ấm'],
  ['TDP 3', 'Tổ dân phố 3'],
  ['Tổ dân phố số 03, phường Mẫu', 'Tổ dân phố 3'],
  ['Tổ 5, khu phố 2, phường Mẫu', 'Tổ 5', 'Khu phố 2'],
  ['Xóm 3 thôn Đồng Quan', 'Xóm 3', 'Thôn Đồng Quan'],
  ['Bản Ngoài', 'Bản Ngoài'],
  ['Khu Giếng Cả', 'Khu Giếng Cả'],
  ['Ấp 4, xã Mẫu', 'Ấp 4'],
  ['Thôn Làng Chùa', 'Thôn Làng Chùa'],
  ['Thôn Yên Làng', 'Thôn Yên Làng'],
  ['Thôn Trung Bản Đôn', 'Thôn Trung Bản Đôn'],
  ['Số 12 đường Lê Lợi', 'Đường Lê Lợi'],
  ['12A/3 phố Hai Bà Trưng', 'Phố Hai Bà Trưng'],
  ['số nhà 7 ngõ 5 đường Lê Lợi, TDP 4', 'Ngõ 5 đường Lê Lợi', 'Đường Lê Lợi', 'Tổ dân phố 4'],
  ['ngách 2 ngõ 5 phố Bà Triệu', 'Ngách 2 ngõ 5 phố Bà Triệu', 'Ngõ 5 phố Bà Triệu', 'Phố Bà Triệu'],
  ['Đường Nguyễn Văn Cừ', 'Đường Nguyễn Văn Cừ'],
  ['Thôn Văn Xá', 'Thôn Văn Xá'],
  ['Xứ đồng Gốc Sim', 'Xứ đồng Gốc Sim'],
  ['cánh đồng Cửa Đình - thôn Hạ', 'Cánh đồng Cửa Đình', 'Thôn Hạ'],
  ['Đồng Cửa Chùa', 'Đồng Cửa Chùa'],
  ['Gò Con Quy', 'Gò Con Quy'],
  ['Thôn Hạ, thôn Hạ', 'Thôn Hạ'],
  ['thôn số ĐƯỜNG', 'Thôn Đường'],
  // Nothing that is a place of its own:
  ['Số 12'],
  ['Xã Yên Lĩnh'],
  ['Thôn'],
  ['Nguyễn Văn Hoàng Yến'],
  ['Đồng Văn Hùng'],
  ['Thôn Hạ Nguyễn Thị Mai'],
  ['Ngõ Trần Văn Hùng'],
  ['Thôn Hạ nhà anh Hùng'],
  ['ngõ nhà ông Hùng, thôn Hạ', 'Thôn Hạ'],
  ['đường vào nhà bà Mai'],
  ['Nhà ông Nguyễn Văn Hùng thôn Hạ', 'Thôn Hạ'],
  ['Thôn 024187654321'],
  ['Thôn <script>alert(1)</script>'],
  ['Thôn \u202eẤm'],
  [`Thôn ${'a'.repeat(10_000)}`],
  [''],
];
for (const [address, ...names] of CASES) {
  test(`${address.slice(0, 60)} → ${names.join(' | ') || 'nothing'}`, () =>
    assert.deepEqual(placeNames(address), names));
}

test('the same in decomposed letters', () => {
  assert.deepEqual(placeNames('Thôn Thanh Ấm'.normalize('NFD')), ['Thôn Thanh Ấm']);
});
test('any text: no throw, short names of plain letters, and a name reads as itself', () => {
  const word = fc.constantFrom(
    'thôn',
    'Xóm',
    'số',
    '12',
    'ngõ',
    'ĐƯỜNG',
    'Lê',
    'Lợi',
    'tổ',
    ',',
    ' - ',
    'ông',
    'xã',
    'Hạ',
    '/',
  );
  const address = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(address, (text) => {
      for (const name of mayBeEmpty(placeNames(text))) {
        assert.ok(name.length <= 60 && /^[\p{L}\p{M}\p{N} .'’/–-]+$/u.test(name), name);
        assert.equal(placeNames(name)[0], name);
      }
    }),
  );
});
test('spellings of one place, and two places that differ in the tone', () => {
  assert.equal(placeIdentity('Thôn Hoà'), placeIdentity('thôn Hòa'));
  assert.notEqual(placeIdentity('Thôn Hà'), placeIdentity('Thôn Hạ'));
  assert.notEqual(placeIdentity('Thôn Ấm'), placeIdentity('Thôn Âm'));
});

test('the longest name of a place, and one letter more', () => {
  const named = (letters: number) => `Thôn ${'Dài'.padEnd(letters - 'Thôn '.length, 'i')}`;
  assert.deepEqual(placeNames(named(60)), [named(60)]);
  assert.deepEqual(placeNames(named(61)), []);
  // A lane takes its street along, and is as long as both.
  const lane = (letters: number) => `Ngõ 5 ${named(letters - 'Ngõ 5 '.length + 1).replace('Thôn', 'phố')}`;
  assert.deepEqual(placeNames(lane(60))[0]?.length, 60);
  assert.equal(placeNames(lane(61)).length, 1, 'the street alone');
});
