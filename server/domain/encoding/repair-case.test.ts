import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText, encodeText, fromLatin1View } from './codec.ts';
import { repairCase } from './repair-case.ts';

const repaired = (text: string): string => repairCase(text, 'tcvn3').text;

test('the two values of the brief, from their bytes', () => {
  assert.deepEqual(repairCase(decodeText(fromLatin1View('Th«n Thanh Êm'), 'tcvn3'), 'tcvn3'), {
    text: 'Thôn Thanh Ấm',
    changed: true,
  });
  assert.deepEqual(repairCase(decodeText(fromLatin1View('§ång Quan Tiªn'), 'tcvn3'), 'tcvn3'), {
    text: 'Đồng Quan Tiên',
    changed: false,
  });
});

test('a lost first capital returns where every other word has one', () => {
  assert.equal(repaired('ấp Bình Hòa'), 'Ấp Bình Hòa');
  assert.equal(repaired('Trần Thị ánh'), 'Trần Thị Ánh');
  assert.equal(repaired('Xã Tân ổi'), 'Xã Tân Ổi');
  assert.equal(repaired('TDP 3 ấm'), 'TDP 3 Ấm');
  assert.equal(
    repaired('Thôn Thanh ấm, Xã An-ổi'),
    'Thôn Thanh ấm, Xã An-ổi',
    'two lost words: neither proves the other',
  );
  assert.equal(repaired('Nguyễn Văn An/ấm'), 'Nguyễn Văn An/Ấm');
  assert.equal(repaired('12a Thôn ấm'), '12a Thôn Ấm', 'a number with a letter is no word');
});

test('nothing is raised without the proof of all other words', () => {
  for (const text of [
    'ấm',
    'thôn ấm',
    'thôn thanh ấm',
    'Nguyễn Văn An và ấm',
    'Trần Văn ánh và bà Lê Thị Lan',
    'Đất ở',
    'Xã Tân ước', // Ư has a capital byte
    'Nhà ở',
    'Thôn Thanh an',
    'Thôn 12ấ',
    'Th\ufffdn Ao ấm',
    '',
    '12 / 4',
  ]) {
    assert.deepEqual(repairCase(text, 'tcvn3'), { text, changed: false }, text);
  }
});

test('upper-case words become upper-case throughout', () => {
  assert.equal(repaired('NGUYễN'), 'NGUYỄN');
  assert.equal(repaired('NGUYễN THị Hà'), 'NGUYỄN THỊ HÀ');
  assert.equal(repaired('NGÔ THị ý'), 'NGÔ THỊ Ý');
  assert.equal(repaired('ấM'), 'ẤM');
  assert.equal(repaired('UBND Xã ĐồNG LạC'), 'UBND XÃ ĐỒNG LẠC');
  assert.equal(repaired('NGUYễN THị Hà và chồng'), 'NGUYỄN THỊ Hà và chồng');
});

test('words that merely begin with a capital stay as they are', () => {
  for (const text of ['Vũ', 'Hà Tý', 'Lê Vũ Hà', 'TX Hà', 'UBND Lũ', 'Hộ ông Tạ Bá Lý', 'ĐT 295 Tạ']) {
    assert.deepEqual(repairCase(text, 'tcvn3'), { text, changed: false }, text);
  }
});

test('encodings that have all capitals are not repaired', () => {
  for (const encoding of ['utf8', 'vni', 'cp1258', 'viscii'] as const) {
    assert.deepEqual(repairCase('Thôn Thanh ấm', encoding), { text: 'Thôn Thanh ấm', changed: false });
  }
});

test('repairing twice changes nothing more, and an upper-case name returns whole', () => {
  for (const name of ['NGUYỄN THỊ ÁNH', 'ỨNG VĂN ỔN', 'TRẦN HỮU TỴ', 'HOÀNG THỊ Ý']) {
    const once = repaired(decodeText(encodeText(name, 'tcvn3'), 'tcvn3'));
    assert.equal(once, name);
    assert.equal(repaired(once), once);
  }
});
