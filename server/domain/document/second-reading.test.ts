import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDrawn, saidAlike } from './second-reading.ts';

test('exactly one of each row is drawn, all where the share is all, none where it is none', () => {
  const drawn = (oneOf: number, chance: (row: number) => number) =>
    Array.from({ length: 60 }, (_, at) => at + 1).filter((turn) => isDrawn(turn, oneOf, chance));
  assert.deepEqual(
    drawn(20, (row) => [5, 39, 40][row] ?? 0),
    [6, 40, 41],
  );
  assert.equal(drawn(1, (row) => row).length, 60);
  assert.equal(drawn(0, (row) => row).length, 0);
});

test('two readers say the same apart from case and spaces; a tone, a digit or nothing is another word', () => {
  for (const [name, first, second, alike] of [
    ['holder', 'HOÀNG VĂN MẪU', 'Hoàng  Văn Mẫu', true],
    ['holder', 'Hoàng Văn Mậu', 'Hoàng Văn Mẫu', false],
    ['serial', 'AA 01234567', 'AA 01234567', true],
    ['serial', 'AA 01234567', 'AA 01234568', false],
    ['landUse', 'ONT+CLN', 'CLN+ONT', true],
    ['bookNo', 'VP 00324', 'vp00324', true],
    ['areaM2', null, null, true],
    ['areaM2', '12', null, false],
  ] as const)
    assert.equal(saidAlike(name, first, second), alike, `${name}: ${first} / ${second}`);
});
