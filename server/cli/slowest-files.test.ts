import assert from 'node:assert/strict';
import { test } from 'node:test';
import slowestFiles from './slowest-files.ts';

async function said(files: number): Promise<string> {
  async function* events() {
    yield { type: 'test:pass', data: { file: 'no-summary.test.ts', duration_ms: 9e9 } };
    for (let i = 1; i <= files; i++)
      yield { type: 'test:summary', data: { file: `f${i}.test.ts`, duration_ms: i * 1000 } };
    yield { type: 'test:summary', data: { duration_ms: 9e9 } };
  }
  let text = '';
  for await (const part of slowestFiles(events())) text += part;
  return text;
}

test('of a whole suite the slowest files are named, the slowest first, with what all took', async () => {
  const lines = (await said(30)).trim().split('\n');
  assert.equal(lines[0], 'Slowest of 30 test files, 465 s one after the other:');
  assert.deepEqual(
    [lines.length, lines[1]?.trim(), lines.at(-1)?.trim()],
    [26, '30 s  f30.test.ts', '6 s  f6.test.ts'],
  );
});

test('of a few files nothing is said', async () => {
  assert.equal(await said(25), '');
});
