import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOnPicture, startTracing, type TraceAction, type TraceHistory, traceStep } from './trace-history.ts';
import { catchOnSheet } from './traced-plan.ts';

const after = (actions: readonly TraceAction[], from: TraceHistory = startTracing([])) =>
  actions.reduce(traceStep, from);
const corner = (x: number, y: number): TraceAction => ({ do: 'corner', at: [x, y] });
const SQUARE = [corner(0, 0), corner(10, 0), corner(10, 10), corner(0, 10)];

test('a boundary closes by its first corner or by a key, and takes the next number', () => {
  const one = after([...SQUARE, corner(0, 0)]);
  assert.deepEqual(one.now, {
    parcels: [
      {
        no: '1',
        landUse: '',
        areaM2: null,
        ring: [
          [0, 0],
          [10, 0],
          [10, 10],
          [0, 10],
        ],
      },
    ],
    open: [],
  });
  const two = after([{ do: 'describe', parcel: 0, as: { no: '7' } }, ...SQUARE, { do: 'close' }], one);
  assert.deepEqual(
    two.now.parcels.map(({ no }) => no),
    ['7', '8'],
  );
});

test('two corners are no boundary, and a corner is set once', () => {
  const open = after([corner(0, 0), corner(10, 0), corner(10, 0), { do: 'close' }, corner(0, 0)]);
  assert.deepEqual(open.now, {
    parcels: [],
    open: [
      [0, 0],
      [10, 0],
    ],
  });
});

test('everything is undone and redone, a boundary that was dropped and one that was removed too', () => {
  const removed = after([...SQUARE, { do: 'close' }, corner(5, 5), { do: 'drop' }, { do: 'remove', parcel: 0 }]);
  assert.deepEqual(removed.now, { parcels: [], open: [] });
  const back = after([{ do: 'undo' }, { do: 'undo' }], removed);
  assert.deepEqual([back.now.parcels.length, back.now.open.length], [1, 1]);
  assert.deepEqual(after([{ do: 'redo' }, { do: 'redo' }, { do: 'redo' }], back).now, removed.now);
  assert.deepEqual(after(new Array<TraceAction>(20).fill({ do: 'undo' }), removed).now, { parcels: [], open: [] });
});

test('a corner beside the picture is none', () => {
  const size = { width: 300, height: 200 };
  const on = (
    [
      [0, 0],
      [300, 200],
      [-0.1, 5],
      [5, -0.1],
      [300.1, 5],
      [5, 200.1],
    ] as const
  ).map((at) => isOnPicture(size, at));
  assert.deepEqual(on, [true, true, false, false, false, false]);
});

test('a registered corner catches before a traced one that is nearer; of two at one place the traced one is meant', () => {
  const registered = [
    {
      line: [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 0],
      ] as const,
      name: '7',
    },
  ];
  const traced = [
    {
      line: [
        [0.4, 0],
        [0.4, 5],
        [9, 9],
        [0.4, 0],
      ] as const,
      name: '1',
    },
  ];
  assert.deepEqual(catchOnSheet([0.4, 0.1], 1, traced, registered), { kind: 'corner', at: [0, 0], name: '7' });
  assert.equal(catchOnSheet([9, 8.9], 0.5, traced, registered)?.name, '1', 'no registered corner is within reach');
  const same = [
    {
      line: [
        [0.0004, 0],
        [0, 5],
        [5, 5],
        [0.0004, 0],
      ] as const,
      name: '2',
    },
  ];
  assert.deepEqual(catchOnSheet([0.1, 0.1], 1, same, registered), { kind: 'corner', at: [0.0004, 0], name: '2' });
  assert.equal(catchOnSheet([50, 50], 1, traced, registered), null);
});
