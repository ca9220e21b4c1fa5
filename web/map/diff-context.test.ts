import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffContext } from './diff-context.ts';
import type { Focus, LayerContext, MapContext } from './map-context.ts';

const layer = (id: string, url = `/${id}`, attempt = 0): LayerContext => ({ id, kind: 'parcel-tiles', url, attempt });
const focus: Focus = { kind: 'extent', extent: [1, 2, 3, 4] };
const contextWith = (change: Partial<MapContext> = {}): MapContext => ({
  projection: 3857,
  layers: [layer('a'), layer('b')],
  focus,
  limits: null,
  selected: [],
  drawn: null,
  theme: 'light',
  language: 'vi',
  marker: null,
  fix: null,
  measurement: null,
  frame: null,
  ...change,
});
const SHEET = {
  url: 'blob:sheet',
  width: 10,
  height: 10,
  srid: 9214,
  transformation: { toGround: () => [0, 0], toPicture: () => [0, 0] },
  metresPerPoint: 0.1,
  opacity: 1,
} satisfies MapContext['sheet'];
const NOTHING = {
  removed: [],
  added: [],
  changed: [],
  retried: [],
  projection: false,
  limits: false,
  focus: false,
  look: false,
  sketch: false,
  plan: false,
  sheet: false,
};
const diff = (change: Partial<MapContext>) => diffContext(contextWith(), contextWith(change));

test('the same context asks for nothing, even as another object', () => {
  assert.deepEqual(diffContext(contextWith(), contextWith()), NOTHING);
});
test('a map with nothing on it gets everything', () => {
  assert.deepEqual(diffContext(null, contextWith()), {
    removed: [],
    added: [layer('a'), layer('b')],
    changed: [],
    retried: [],
    projection: true,
    limits: true,
    focus: true,
    look: true,
    sketch: true,
    plan: true,
    sheet: true,
  });
});
test('layers come, go and change by id', () => {
  const found = diff({ layers: [layer('b', '/new'), layer('c')] });
  assert.deepEqual([found.removed, found.added, found.changed], [['a'], [layer('c')], [layer('b', '/new')]]);
});
test('another attempt asks for what failed; another address makes that needless', () => {
  assert.deepEqual(diff({ layers: [layer('a', '/a', 1), layer('b')] }), { ...NOTHING, retried: ['a'] });
  const both = [layer('a', '/new', 1), layer('b')] as const;
  assert.deepEqual(diff({ layers: both }), { ...NOTHING, changed: [both[0]] });
});
test('a focus is a wish: another object is another wish with the same numbers', () => {
  assert.deepEqual(diff({ focus: { ...focus } }), { ...NOTHING, focus: true });
});
test('each other part is told apart', () => {
  assert.deepEqual(diff({ selected: ['x'] }), { ...NOTHING, look: true });
  assert.deepEqual(diff({ selected: [] }), NOTHING);
  assert.deepEqual(diff({ language: 'en' }), { ...NOTHING, look: true });
  assert.deepEqual(diff({ theme: 'dark' }), { ...NOTHING, look: true, sketch: true, plan: true, sheet: true });
  assert.deepEqual(diff({ projection: 9214 }), { ...NOTHING, projection: true, plan: true, sheet: true });
  assert.deepEqual(diff({ plan: { srid: 9214, shapes: [], drawing: true } }), { ...NOTHING, plan: true });
  assert.deepEqual(diff({ sheet: SHEET }), { ...NOTHING, sheet: true });
  assert.deepEqual(diff({ limits: [0, 0, 9, 9] }), { ...NOTHING, limits: true });
  for (const change of [
    { marker: [106, 21] },
    { fix: { at: [106, 21], accuracyM: 5 } },
    { measurement: { kind: 'line', vertices: [], next: null, finished: false } },
    { frame: [] },
    { drawn: { type: 'Polygon', coordinates: [], historic: true } },
  ] as const)
    assert.deepEqual(diff(change), { ...NOTHING, sketch: true });
});
