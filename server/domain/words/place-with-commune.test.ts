import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeWithCommune } from './place-with-commune.ts';

test('a commune that the address names is printed once', () => {
  assert.equal(placeWithCommune('Thôn Hạ, xã Yên Lĩnh', 'Xã Yên Lĩnh'), 'Thôn Hạ, xã Yên Lĩnh');
  assert.equal(
    placeWithCommune('xã  Yên Lĩnh , huyện Mẫu'.normalize('NFD'), 'Xã Yên Lĩnh').normalize('NFC'),
    'xã  Yên Lĩnh , huyện Mẫu',
  );
  assert.equal(placeWithCommune('THỊ TRẤN MẪU', 'Thị trấn Mẫu'), 'THỊ TRẤN MẪU');
});

test('what only resembles the commune leaves it to be printed', () => {
  assert.equal(placeWithCommune('Thôn Hạ, xã Yên Linh', 'Xã Yên Lĩnh'), 'Thôn Hạ, xã Yên Linh, Xã Yên Lĩnh');
  assert.equal(placeWithCommune('phường Yên Lĩnh', 'Xã Yên Lĩnh'), 'phường Yên Lĩnh, Xã Yên Lĩnh');
  assert.equal(placeWithCommune('thôn Yên Lĩnh', 'Xã Yên Lĩnh'), 'thôn Yên Lĩnh, Xã Yên Lĩnh');
  assert.equal(placeWithCommune('xã Yên Lĩnh Hạ', 'Xã Yên Lĩnh'), 'xã Yên Lĩnh Hạ, Xã Yên Lĩnh');
});

test('without an address the commune stands alone', () => {
  assert.equal(placeWithCommune(null, 'Xã Yên Lĩnh'), 'Xã Yên Lĩnh');
  assert.equal(placeWithCommune(' ', 'Xã Yên Lĩnh'), 'Xã Yên Lĩnh');
});
