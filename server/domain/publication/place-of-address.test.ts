import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesOfAddresses } from './place-of-address.ts';

test('spellings of one place get the one that most parcels have, and its key', () => {
  const found = placesOfAddresses([
    { address: 'Thôn Hoà, xã Yên Lĩnh', parcels: 2 },
    { address: 'THÔN HOÀ', parcels: 3 },
    { address: 'thôn Hòa', parcels: 4 },
    { address: 'Thôn Họa', parcels: 1 },
    { address: 'Nhà ông Hùng', parcels: 1 },
  ]);
  assert.deepEqual(
    found.map(({ address, name, key }) => [address, name, key]),
    [
      ['Thôn Hoà, xã Yên Lĩnh', 'Thôn Hoà', 'thon hoa'],
      ['THÔN HOÀ', 'Thôn Hoà', 'thon hoa'],
      ['thôn Hòa', 'Thôn Hoà', 'thon hoa'],
      ['Thôn Họa', 'Thôn Họa', 'thon hoa'],
    ],
  );
});
test('an address lies in each place it names, in each once', () => {
  const found = placesOfAddresses([{ address: 'Số 3 đường Lê Lợi, tổ dân phố 4, TDP 04', parcels: 1 }]);
  assert.deepEqual(
    found.map((one) => one.name),
    ['Đường Lê Lợi', 'Tổ dân phố 4'],
  );
});
