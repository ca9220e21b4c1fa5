import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMissed, resultText } from './print-result.ts';

const bar = (measured: number | null) => ({ about: 'a beside b', measured, limit: 1, unit: '×' }) as const;

test('a bar that is reached exactly is met; one without a peer is neither met nor missed', () => {
  assert.equal(isMissed(bar(1)), false);
  assert.equal(isMissed(bar(1.01)), true);
  assert.equal(isMissed(bar(null)), false);
});

test('a missed bar is said in plain words, with the bar', () => {
  const text = resultText('import', { measures: [], bars: [bar(1.42), bar(0.9), bar(null)], notes: ['a note'] });
  assert.match(text, /MISSED\s+a beside b: 1\.42 ×, bar 1 ×/);
  assert.match(text, /met\s+a beside b: 0\.9 ×/);
  assert.match(text, /a beside b: the peer is not installed/);
  assert.match(text, /a note/);
});

test('a measure shows its percentile, its ends and how many there were; one without values is left out', () => {
  const text = resultText('tiles', {
    measures: [
      { label: 'z14', unit: 'ms', values: [3, 1, 2], percentile: 50 },
      { label: 'nothing', unit: 'ms', values: [], percentile: 50 },
    ],
    bars: [],
    notes: [],
  });
  assert.match(text, /z14 .* p50 +2 ms +\(1 to 3, n = 3\)/);
  assert.doesNotMatch(text, /nothing/);
});
