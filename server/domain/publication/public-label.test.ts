import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicLabel } from './public-label.ts';

test('classes and names of places are told as they are written', () => {
  for (const text of [
    'ODT',
    'Đất ở tại nông thôn',
    'Đất nhà ở xã hội, chủ yếu nhà cao tầng',
    'Nhà văn hóa thôn Lim Hạ',
    'Trường Tiểu học Lê Văn Tám',
    'Trạm y tế xã Biên Sơn',
    'Hành lang an toàn đường tỉnh 293',
    'Vùng ngập 0,5–1,0 m',
    'Khu bảo vệ I chùa Vĩnh Nghiêm',
  ]) {
    assert.equal(publicLabel(text), text);
  }
});

test('what reads like a person, or like a number of one, is held back', () => {
  for (const text of [
    'Nguyễn Văn Hoàng Yến',
    'Đất của ông Trần Mai',
    'Hộ bà Lê Thị Thảo',
    'Vườn nhà anh Hùng',
    'Trần Mai',
    'Thửa 12, CCCD 024187654321',
    'Liên hệ 0912 345 678',
    'mai@example.org',
    '•••••••••321',
    'Đất tranh chấp giáp Trần Văn Ba',
    '',
    'a'.repeat(200),
  ]) {
    assert.equal(publicLabel(text), null, text);
  }
});

test('the longest label, and one letter more', () => {
  const label = (letters: number) =>
    'đất ở '
      .repeat(30)
      .slice(0, letters - 1)
      .trim()
      .padEnd(letters, 'a');
  assert.equal(publicLabel(label(120)), label(120));
  assert.equal(publicLabel(label(121)), null);
});
