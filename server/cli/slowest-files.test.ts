import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slowestFiles } from './slowest-files.ts';

const files = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ file: `f${i + 1}.test.ts`, ms: (i + 1) * 1000 }));

test('of a whole suite the slowest files are named, the slowest first, with what all took', () => {
  const lines = slowestFiles(files(30)).trim().split('\n');
  assert.equal(lines[0], 'Slowest of 30 test files, 465 s one after the other:');
  assert.deepEqual(
    [lines.length, lines[1]?.trim(), lines.at(-1)?.trim()],
    [26, '30 s  f30.test.ts', '6 s  f6.test.ts'],
  );
});

test('of a few files nothing is said', () => {
  assert.equal(slowestFiles(files(25)), '');
});
