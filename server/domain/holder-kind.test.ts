import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyHolder, managesLand } from './holder-kind.ts';

const NAMES: [string, ReturnType<typeof classifyHolder>][] = [
  ['Nguyễn Thị Hư Cấu', 'person'],
  ['Ông Nguyễn Văn Thử', 'person'],
  ['Ông Nguyễn Văn Thử và bà Trần Thị Thử', 'couple'],
  ['Nguyễn Văn Thử và vợ là Trần Thị Thử', 'couple'],
  ['Vợ chồng ông Thử', 'couple'],
  ['Nguyễn Văn Thử và Trần Thị Thử', 'group'],
  ['Nguyễn Văn Thử - Trần Thị Thử', 'group'],
  ['Nguyễn Văn Thử + Trần Thị Thử', 'group'],
  ['Hộ ông Nguyễn Văn Thử', 'household'],
  ['HỘ GIA ĐÌNH BÀ TRẦN THỊ THỬ', 'household'],
  ['UBND xã Yên Lĩnh', 'organisation'],
  ['Uỷ ban nhân dân xã', 'organisation'],
  ['Công ty TNHH Hư Cấu', 'organisation'],
  ['HTX dịch vụ nông nghiệp và môi trường', 'organisation'],
  ['Thôn Trại Cau', 'community'],
  ['Đất công', 'unknown'],
  ['', 'unknown'],
  ['Hồ Thị Thử', 'person'],
  ['Đoàn Văn Thử', 'person'],
];
for (const [name, kind] of NAMES) {
  test(`${name || 'no name'}: ${kind}`, () => assert.equal(classifyHolder(name), kind));
}

test('only the committee manages', () => {
  assert.equal(managesLand('UBND xã Yên Lĩnh'), true);
  assert.equal(managesLand('Uỷ ban nhân dân xã'), true);
  assert.equal(managesLand('Nguyễn Văn Uỷ'), false);
});
