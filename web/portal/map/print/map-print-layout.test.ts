import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roundBelow } from '../../../../server/domain/drawing/round-below.ts';
import {
  barLength,
  gridOf,
  gridStep,
  onGround,
  onPaper,
  PAPERS,
  type PaperName,
  SCALES,
  scaleThatFits,
  sheetLayout,
} from './map-print-layout.ts';

test('the map lies on its paper with room for head and foot', () => {
  for (const name of Object.keys(PAPERS) as PaperName[]) {
    const { paper, map } = sheetLayout(name);
    assert.ok(map.left > 0 && map.left + map.width < paper.width, name);
    assert.ok(map.top > 0 && map.top + map.height < paper.height - 20, name);
    assert.ok(map.width > 150 && map.height > 120, name);
  }
});
test('metres to paper and back', () => {
  assert.equal(onPaper(50, 500), 100);
  assert.equal(onGround(100, 500), 50);
});
test('nice numbers are 1, 2 and 5 of each power', () => {
  assert.deepEqual([1, 1.9, 2, 4.9, 5, 9, 10, 99, 300, 0.7].map(roundBelow), [1, 1, 2, 2, 5, 5, 10, 50, 200, 0.5]);
});
test('at each scale crosses and bar have a whole number of metres and fit', () => {
  for (const scale of SCALES) {
    for (const metres of [gridStep(scale), barLength(scale)]) {
      assert.equal(metres, Math.round(metres));
      assert.ok(onPaper(metres, scale) >= 24 && onPaper(metres, scale) <= 60, `${scale}: ${onPaper(metres, scale)}`);
    }
  }
});
test('the scale is the largest that fits', () => {
  assert.equal(scaleThatFits('a4-portrait', 30, 40), 200);
  assert.equal(scaleThatFits('a4-portrait', 90, 100), 500);
  assert.equal(scaleThatFits('a3-landscape', 90_000, 10), 10_000);
});
test('crosses lie where their coordinates say', () => {
  const grid = gridOf([416_710, 2_353_030], 100, 50, 500);
  assert.deepEqual(grid.east, [
    { metres: 416_700, mm: 30 },
    { metres: 416_720, mm: 70 },
  ]);
  assert.deepEqual(grid.north, [
    { metres: 2_353_020, mm: 45 },
    { metres: 2_353_040, mm: 5 },
  ]);
});
