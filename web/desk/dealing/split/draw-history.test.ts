import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cuttingLines, type DrawAction, drawStep, startDrawing } from './draw-history.ts';

const drawn = (...actions: readonly DrawAction[]) => actions.reduce(drawStep, startDrawing([]));
const corner = (x: number, y: number): DrawAction => ({ do: 'corner', at: [x, y] });

test('corners make one line until it is ended, then the next corner begins another', () => {
  const { now } = drawn(corner(0, 0), corner(1, 0), { do: 'finish' }, corner(5, 5));
  assert.deepEqual(now.lines, [
    [
      [0, 0],
      [1, 0],
    ],
    [[5, 5]],
  ]);
  assert.equal(cuttingLines(now.lines).length, 1);
});

test('the second click of a double click adds no corner, and ending drops a line of one corner', () => {
  const twice = drawn(corner(0, 0), corner(1, 0), corner(1, 0));
  assert.deepEqual(twice.now.lines[0]?.length, 2);
  assert.deepEqual(drawn(corner(0, 0), { do: 'finish' }).now.lines, []);
});

test('undo and redo go through every state and name the action; a new action ends what could be redone', () => {
  const four = drawn(
    corner(0, 0),
    corner(1, 0),
    {
      do: 'typed',
      points: [
        [2, 2],
        [3, 3],
      ],
    },
    { do: 'removeLine', line: 0 },
  );
  assert.equal(four.now.action, 'removeLine');
  const back = [1, 2, 3, 4, 5].reduce((history) => drawStep(history, { do: 'undo' }), four);
  assert.deepEqual([back.now.lines, back.past.length], [[], 0]);
  const forth = [1, 2, 3, 4].reduce((history) => drawStep(history, { do: 'redo' }), back);
  assert.deepEqual(forth.now, four.now);
  assert.equal(drawStep(drawStep(forth, { do: 'undo' }), corner(9, 9)).future.length, 0);
});
