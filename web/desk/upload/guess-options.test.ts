import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessOptions } from './guess-options.ts';

const COMMUNES = [
  { code: '99001', name: 'Xã Đông Trạch' },
  { code: '99002', name: 'Phường Yên Lĩnh' },
];
const NOTHING = { commune: '', sheet: '', scale: '', at: '' };

test('what an office writes into the name of a file is understood', () => {
  assert.deepEqual(guessOptions('99001_to-12_1-500_20240630.zip', COMMUNES), {
    commune: '99001',
    sheet: '12',
    scale: '500',
    at: '2024-06-30',
  });
  assert.deepEqual(guessOptions('Yên Lĩnh - Tờ 007a - TL 1000.zip', COMMUNES), {
    ...NOTHING,
    commune: '99002',
    sheet: '7a',
    scale: '1000',
  });
  assert.deepEqual(guessOptions('DONGTRACH_DC45.zip', COMMUNES), { ...NOTHING, commune: '99001', sheet: '45' });
});

test('what is not there is not made up', () => {
  assert.deepEqual(guessOptions('ban do moi.zip', COMMUNES), NOTHING);
  assert.deepEqual(guessOptions('99009_500.zip', COMMUNES), NOTHING, 'a number alone is neither sheet nor scale');
  assert.deepEqual(guessOptions('20241399.zip', COMMUNES), NOTHING, 'there is no thirteenth month');
});

test('with one commune to serve there is no other', () => {
  assert.equal(guessOptions('x.zip', COMMUNES.slice(0, 1)).commune, '99001');
});
