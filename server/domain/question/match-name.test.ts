import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareName, matchName, nameKey } from './match-name.ts';

const MATCHES: [said: string, name: string, rank: number | undefined][] = [
  ['Đồng Việt', 'Đồng Việt', 0],
  ['đồng  việt', 'Đồng Việt'.normalize('NFD'), 0],
  ['dong viet', 'Đồng Việt', 1],
  ['Đông Việt', 'Đồng Việt', 1],
  ['Hòa Bình', 'Hoà Bình', 1],
  ['Đồng', 'Đồng Việt', 2],
  ['dong v', 'Đồng Việt', 2],
  ['Việt', 'Đồng Việt', 3],
  ['viet', 'Đồng Việt Tiến', 3],
  ['vie', 'Đồng Việt', undefined],
  ['ong', 'Đồng Việt', undefined],
  ['Thôn 3', 'Thôn 3', 0],
  ['Thôn 3', 'Thôn 30', undefined],
  ['thon 3', 'Thôn 3A', 2],
  ['', 'Đồng Việt', undefined],
  ['%', 'Đồng Việt', undefined],
  ['Thượng Hạ', 'Thượng - Hạ', 1],
];
for (const [said, name, rank] of MATCHES) {
  test(`"${said}" for ${name}: ${rank ?? 'no'}`, () => assert.equal(matchName(said, name), rank));
}

test('a commune is called with and without the word for what it is', () => {
  assert.deepEqual(['Xã Đồng Việt', 'Thị trấn Vôi', 'Phường Mẫu', 'Xá Nhị'].map(bareName), [
    'Đồng Việt',
    'Vôi',
    'Mẫu',
    'Xá Nhị',
  ]);
});

test('keys stay right when more names than are kept have been asked for', () => {
  for (let i = 0; i < 12_000; i++) nameKey(`Thôn ${i}`);
  assert.equal(nameKey('Thôn 1'), 'thon 1');
  assert.equal(nameKey('Đồng - Việt'), 'dong viet');
});
