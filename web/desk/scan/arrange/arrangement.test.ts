import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Arrangement, askedOf, cutBefore, isSame, mergeUp, movePage, pagesOf, stepPage } from './arrangement.ts';

const BASE: Arrangement = [
  { id: 'a', pages: [1, 2, 3] },
  { id: 'b', pages: [4, 5] },
];
const show = (piles: Arrangement) => piles.map(({ id, pages }) => `${id}:${pages.join('')}`).join(' ');

test('pages are cut, merged and moved, and none is lost on the way', () => {
  const acts: readonly (readonly [Arrangement, string])[] = [
    [cutBefore(BASE, 2, 'n'), 'a:1 n:23 b:45'],
    [cutBefore(BASE, 4, 'n'), 'a:123 b:45'],
    [mergeUp(BASE, 5), 'a:12345'],
    [mergeUp(BASE, 1), 'a:123 b:45'],
    [movePage(BASE, 1, 'b', 5), 'a:23 b:415'],
    [movePage(BASE, 4, 'b', null), 'a:123 b:54'],
    [movePage(movePage(BASE, 4, 'a', null), 5, 'a', 1), 'a:51234'],
    [movePage(BASE, 1, 'a', 1), 'a:123 b:45'],
    [stepPage(BASE, 1, 1), 'a:213 b:45'],
    [stepPage(BASE, 3, 1), 'a:12 b:345'],
    [stepPage(BASE, 4, -1), 'a:1234 b:5'],
    [stepPage(BASE, 1, -1), 'a:123 b:45'],
  ];
  for (const [made, expected] of acts) {
    assert.equal(show(made), expected);
    assert.deepEqual(
      pagesOf(made).toSorted((a, b) => a - b),
      [1, 2, 3, 4, 5],
    );
  }
});

test('what is asked names what there was and what is to be, emptied and new documents too', () => {
  const wanted = cutBefore(mergeUp(BASE, 4), 3, 'n');
  assert.deepEqual(askedOf(BASE, wanted), [
    { id: 'a', was: [1, 2, 3], pages: [1, 2] },
    { id: 'b', was: [4, 5], pages: [] },
    { id: 'n', was: [], pages: [3, 4, 5] },
  ]);
  assert.equal(isSame(BASE, wanted), false);
  assert.equal(isSame(BASE, stepPage(stepPage(BASE, 3, 1), 3, -1)), true);
});
