import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayBeEmpty, notEmpty } from '../../testing/not-empty.ts';
import { plainLetters } from '../encoding/plain-letters.ts';
import { placeNames } from './place-name.ts';
import { publicAddress, unitsNamed } from './public-address.ts';

const UNITS = new Set(['xã yên lĩnh', 'phường mẫu']);

const CASES: [address: string, published: string | null][] = [
  ['Thôn Thanh Ấm', 'Thôn Thanh Ấm'],
  ['  Thôn  Thanh Ấm ,xã Yên Lĩnh', 'Thôn Thanh Ấm, xã Yên Lĩnh'],
  ['THÔN THANH ẤM, XÃ YÊN LĨNH', 'THÔN THANH ẤM, XÃ YÊN LĨNH'],
  ['Số 12 đường Lê Lợi, TDP 3, phường Mẫu', 'Số 12 đường Lê Lợi, TDP 3, phường Mẫu'],
  ['12A/3 phố Hai Bà Trưng', '12A/3 phố Hai Bà Trưng'],
  ['số nhà 7 ngõ 5 đường Nguyễn Văn Cừ - TDP 4', 'số nhà 7 ngõ 5 đường Nguyễn Văn Cừ, TDP 4'],
  ['Đường 30/4', 'Đường 30/4'],
  ['Thôn Trần Hưng Đạo', 'Thôn Trần Hưng Đạo'],
  ['Xứ đồng Gốc Sim', 'Xứ đồng Gốc Sim'],
  // What is known stays, the rest does not.
  ['Thôn Hạ, nhà ông Trần Hùng', 'Thôn Hạ'],
  ['Nhà ông Nguyễn Văn Hùng thôn Hạ', 'thôn Hạ'],
  ['Thôn Hạ, Nguyễn Thị Mai', 'Thôn Hạ'],
  ['Số 12 nhà bà Mai, thôn Hạ', 'Số 12, thôn Hạ'],
  ['Thôn Hạ, xã Nguyễn Thị Mai', 'Thôn Hạ'],
  ['Thôn Hạ, huyện Yên Trạch', 'Thôn Hạ'],
  ['Thôn Hạ, CCCD 079188100006', 'Thôn Hạ'],
  ['Thôn Hạ số 079188100006', 'Thôn Hạ'],
  ['Thôn Hạ số 079 188 100 006', 'Thôn Hạ'],
  ['Số 079, số 188, số 100, số 006, thôn Hạ', 'thôn Hạ'],
  ['Thôn Hạ ĐT 0912 345 678', null],
  ['Thôn 079 188 100 006', null],
  ['Thôn 079.188.100', null],
  ['Đất nhà bà Lê Thị Mai', null],
  ['ĐẤT NHÀ BÀ LÊ THỊ MAI', null],
  ['dat nha ba Le Thi Mai', null],
  ['Thôn Hạ nha ong Hung', null],
  ['Thôn Hạ ong Tran Hung', null],
  ['Thôn Hạ Ô. Hùng', null],
  ['Thôn Hạ Trần Mai', null],
  ['Thôn Hạ giáp Trần Mai', null],
  ['Xứ đồng Lê Mai', null],
  ['Ngõ Trần Hùng', null],
  ['Xóm Nguyễn Hoàng Yến', null],
  ['Đường Nguyễn Thị Hư Cấu', null],
  ['Đường vào Lê Mai', null],
  ['CCCD 079188100006', null],
  ['ÔNG TRẦN CANARY', null],
  ['Xóm Đồng Ph\ufffd', null],
  ['Thôn \u202eẤm', null],
  ['Thôn Ấ\u200bm', null],
  ['Thôn ••••••567', null],
  ['', null],
];
for (const [address, published] of CASES) {
  test(`${JSON.stringify(address)} → ${published ?? 'nothing'}`, () =>
    assert.equal(publicAddress(address, UNITS), published));
}

test('the units an address names are asked for as units are called', () => {
  assert.deepEqual(unitsNamed('Thôn Hạ, Xã Yên Lĩnh huyện Mẫu'), ['xã yên lĩnh', 'huyện mẫu']);
});

test('of any text: nothing new, nothing that only another reading keeps, no number as long as a person has', () => {
  const word = fc.constantFrom(
    ...'thôn,Xóm,số,12,079,188,ngõ,ĐƯỜNG,Lê,Lợi,tổ,ông,xã,Yên,Lĩnh,Hạ,nhà,Mai,B-2,/'.split(','),
    ',',
    ' - ',
  );
  const address = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 16 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(address, (text) => {
      const published = publicAddress(text, UNITS);
      if (published === null) return;
      assert.equal(publicAddress(published, UNITS), published, 'once more');
      assert.ok(!/(?:\d\D*){9}/.test(published), published);
      assert.ok(!/[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(published), published);
      for (const name of mayBeEmpty(placeNames(published))) assert.ok(placeNames(text).includes(name), name);
      const left = plainLetters(text)
        .normalize('NFC')
        .split(/[\s,;]+/);
      for (const one of notEmpty(published.split(/[\s,]+/))) assert.ok(left.includes(one), one);
    }),
    { numRuns: 2000 },
  );
});
