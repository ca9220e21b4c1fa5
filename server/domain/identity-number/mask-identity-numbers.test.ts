import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskIdentityNumbers } from './mask-identity-numbers.ts';

test('an identity number in any way of writing is hidden but for its last three digits', () => {
  for (const written of [
    '099188100006',
    '99188100006',
    '1099100006',
    '099/188/100/006',
    '099 / 188 / 100 / 006',
    '0 9 9 1 8 8 1 0 0 0 0 6',
    '09 91 88 10 00 06',
    '099_188_100_006',
    '099‑188‑100‑006',
    '099\u2009188\u2009100\u2009006',
    '099\u200b188\u200b100\u200b006',
    '099\t188\t100\t006',
    '099 - 188 - 100 - 006',
    '０９９１８８１００００６',
    '+099188100006',
  ]) {
    for (const text of [written, `vì bà Thử (CCCD ${written}) đã báo`, `to12-${written}.zip`]) {
      const masked = maskIdentityNumbers(text);
      assert.equal(masked.replace(/12-/, '').replace(/[^0-9]/g, ''), '006', text);
      assert.match(masked, /•{6,}006/, text);
    }
  }
  assert.equal(maskIdentityNumbers('số 990123456.'), 'số ••••••456.');
});

test('what is no number of a person stays as written', () => {
  for (const text of [
    'thửa 12+13, tờ 5',
    '0912345678',
    '0204.3854.123',
    '+84 912 345 678',
    '01/07/2025 12:30',
    'X=2353056.381 Y=416785.428',
    'thửa 12/345/6',
    '1.234.567.890',
    '416463,2766',
    'to-12-2025-07-01.zip',
    'VN2000_3TM_107-00.prj',
    '20250701',
    '',
  ]) {
    assert.equal(maskIdentityNumbers(text), text);
  }
});
