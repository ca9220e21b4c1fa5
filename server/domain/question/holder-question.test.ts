import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHolderQuestion } from './holder-question.ts';
import { needsSecondKey } from './second-key.ts';

/** What a text asks for, flat: serial, digits, key of the name, parcel, place. */
const read = (text: string) => {
  const asked = parseHolderQuestion(text);
  return (
    asked && [
      asked.serial,
      asked.digits,
      asked.name?.key,
      asked.parcel && `${asked.parcel.sheet}/${asked.parcel.no}`,
      asked.place?.words,
    ]
  );
};

const READ: [text: string, asked: (string | undefined)[]][] = [
  ['AA 01234567', ['AA 01234567', undefined, undefined, undefined, undefined]],
  ['ba.123456', ['BA 123456', undefined, undefined, undefined, undefined]],
  ['Số phát hành: Đ 654321', ['Đ 654321', undefined, undefined, undefined, undefined]],
  ['GCN số AA01234567', ['AA 01234567', undefined, undefined, undefined, undefined]],
  ['024085001234', [undefined, '024085001234', undefined, undefined, undefined]],
  ['CCCD: 024 085 001 234', [undefined, '024085001234', undefined, undefined, undefined]],
  ['cmnd 121234567', [undefined, '121234567', undefined, undefined, undefined]],
  ['Nguyễn Văn Mẫu 024085001234', [undefined, '024085001234', 'nguyen van mau', undefined, undefined]],
  ['Nguyễn Văn Mẫu, CCCD 024085001234', [undefined, '024085001234', 'nguyen van mau', undefined, undefined]],
  ['Hộ ông Nguyễn Văn Mẫu, xã Tây Thử', [undefined, undefined, 'nguyen van mau', undefined, 'xã Tây Thử']],
  ['nguyen van mau xã Tây Thử', [undefined, undefined, 'nguyen van mau', undefined, 'xã Tây Thử']],
  ['Nguyễn Văn Mẫu, Tây Thử', [undefined, undefined, 'nguyen van mau', undefined, 'Tây Thử']],
  ['Nguyễn Văn Mẫu, tờ 12 thửa 345', [undefined, undefined, 'nguyen van mau', '12/345', undefined]],
  ['Nguyễn Văn Mẫu, 12/345', [undefined, undefined, 'nguyen van mau', '12/345', undefined]],
  ['AA 01234567, Trần Thị Đào', ['AA 01234567', undefined, 'tran thi dao', undefined, undefined]],
];
for (const [text, asked] of READ) test(`“${text}” asks for somebody`, () => assert.deepEqual(read(text), asked));

for (const text of [
  '',
  ' , ; ',
  'Mẫu',
  'ông Tí',
  'Bà Đào',
  'xã Tây Thử',
  'thôn Lim Hạ, xã Tây Thử',
  'tờ 12 thửa 345',
  '12/345',
  '0912345678',
  'A 12',
  'x'.repeat(5000),
])
  test(`“${text.slice(0, 30)}” asks for nobody`, () => assert.equal(read(text), null));

test('a bare name needs a second key; a commune, a parcel, a certificate or a number is one', () => {
  const needs = (text: string) => needsSecondKey(parseHolderQuestion(text)!);
  assert.equal(needs('Nguyễn Văn Mẫu'), true);
  for (const more of ['xã Tây Thử', '12/345', 'AA 01234567', '024085001234'])
    assert.equal(needs(`Nguyễn Văn Mẫu, ${more}`), false, more);
});
