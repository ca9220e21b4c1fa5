import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTileCache } from './tile-cache.ts';

const kilobyte = () => Buffer.alloc(1000);

test('what was asked for longest ago goes first', () => {
  const cache = createTileCache(2 * 1200);
  cache.set('a', kilobyte());
  cache.set('b', kilobyte());
  assert.ok(cache.get('a'));
  cache.set('c', kilobyte());
  assert.equal(cache.get('b'), undefined);
  assert.ok(cache.get('a') && cache.get('c'));
});
test('the bound counts bytes, also when a key is written again', () => {
  const cache = createTileCache(3 * 1200);
  for (let i = 0; i < 10; i += 1) cache.set('same', kilobyte());
  cache.set('b', kilobyte());
  cache.set('c', kilobyte());
  assert.ok(cache.get('same') && cache.get('b') && cache.get('c'));
});
test('a tile larger than the whole cache is not kept', () => {
  const cache = createTileCache(500);
  cache.set('large', kilobyte());
  assert.equal(cache.get('large'), undefined);
});
test('an empty tile is kept too', () => {
  const cache = createTileCache(5000);
  cache.set('empty', Buffer.alloc(0));
  assert.equal(cache.get('empty')?.length, 0);
});
