import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { frameHead, readFrames } from './row-frames.ts';

const framed = (chunks: readonly string[]): Buffer =>
  Buffer.concat([
    ...chunks.flatMap((chunk) => [frameHead(Buffer.byteLength(chunk)), Buffer.from(chunk)]),
    frameHead(0),
  ]);

test('rows come out as they went in, however the pipe cuts them', async () => {
  const chunks = ['một\thai\n', 'x'.repeat(70_000), 'ba\n'];
  const bytes = framed(chunks);
  for (const size of [1, 3, 4, 5, 1000, bytes.length]) {
    const frames = readFrames(() => {});
    const read = text(frames.rows);
    for (let at = 0; at < bytes.length; at += size) frames.take(bytes.subarray(at, at + size));
    assert.equal(frames.isComplete(), true, `${size} bytes at a time`);
    assert.equal(await read, chunks.join(''), `${size} bytes at a time`);
  }
});

test('a file without rows is complete; one whose child ended is not', async () => {
  const none = readFrames(() => {});
  none.take(framed([]));
  assert.deepEqual([none.isComplete(), await text(none.rows)], [true, '']);
  const cut = readFrames(() => {});
  cut.take(framed(['abc']).subarray(0, 6));
  cut.end();
  assert.deepEqual([cut.isComplete(), await text(cut.rows)], [false, 'ab']);
});

test('what stands behind the last row is refused', () => {
  assert.throws(() => readFrames(() => {}).take(Buffer.concat([framed(['abc']), Buffer.from('x')])), /last row/);
});
