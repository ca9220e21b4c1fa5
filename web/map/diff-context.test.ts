import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffContext } from './diff-context.ts';
import type { LayerContext, MapContext } from './map-context.ts';

const layer = (id: string, url = `/${id}`): LayerContext => ({ id, kind: 'parcel-tiles', url });
const contextWith = (change: Partial<MapContext> = {}): MapContext => ({
  layers: [layer('a'), layer('b')],
  focus: [1, 2, 3, 4],
  limits: null,
  selected: null,
  theme: 'light',
  ...change,
});
const NOTHING = { removed: [], added: [], changed: [], limits: false, focus: false, selected: false, theme: false };

test('the same context asks for nothing, even as another object', () => {
  assert.deepEqual(diffContext(contextWith(), contextWith()), NOTHING);
});
test('a map with nothing on it gets everything', () => {
  const diff = diffContext(null, contextWith());
  assert.deepEqual(diff, {
    removed: [],
    added: [layer('a'), layer('b')],
    changed: [],
    limits: true,
    focus: true,
    selected: true,
    theme: true,
  });
});
test('layers come, go and change by id', () => {
  const diff = diffContext(contextWith(), contextWith({ layers: [layer('b', '/new'), layer('c')] }));
  assert.deepEqual([diff.removed, diff.added, diff.changed], [['a'], [layer('c')], [layer('b', '/new')]]);
});
test('each other part is told apart', () => {
  assert.deepEqual(diffContext(contextWith(), contextWith({ selected: 'x' })), { ...NOTHING, selected: true });
  assert.deepEqual(diffContext(contextWith(), contextWith({ theme: 'dark' })), { ...NOTHING, theme: true });
  assert.deepEqual(diffContext(contextWith(), contextWith({ focus: [1, 2, 3, 5] })), { ...NOTHING, focus: true });
  assert.deepEqual(diffContext(contextWith(), contextWith({ limits: [0, 0, 9, 9] })), { ...NOTHING, limits: true });
});
