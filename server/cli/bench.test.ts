import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const BENCH = fileURLToPath(new URL('./bench.ts', import.meta.url));

test('what cannot be measured is said in a sentence, before anything is made', () => {
  for (const [args, said] of [
    [['import', '--parcels', '2000'], /^--parcels 2000 is too few to measure anything by: it takes at least 20000\.\n/],
    [['--parcels', 'many'], /^"many" is not a whole number above 0\.\n/],
    [['imports'], /^There is no benchmark "imports"\.\n/],
  ] as const) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BENCH, ...args], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, said);
    assert.match(stderr, /\nnpm run bench /, 'and how it is used');
  }
});
