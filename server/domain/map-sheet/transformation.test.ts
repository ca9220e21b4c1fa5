import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digitise } from './digitise.ts';
import { fitTies, judgeFit, LEAST_TIES } from './judge-fit.ts';
import { solveLeastSquares } from './least-squares.ts';
import type { PicturePoint, SheetPoint, Tie } from './transformation.ts';

type Truth = (at: PicturePoint) => SheetPoint;
/** Crosses of a sheet at 1:1000 and 300 dpi, every 100 m: some 1181 points apart. */
const CROSSES: readonly PicturePoint[] = [0, 1, 2, 3, 4].flatMap((row) =>
  [0, 1, 2, 3].map((column): PicturePoint => [310.25 + column * 1181.1, 402.75 + row * 1181.1]),
);
const M = 0.0846667;
const [EAST, NORTH] = [416_400, 2_353_900];
/** Shrunk unevenly by a thousandth, and a degree and a half askew. */
const affine: Truth = ([x, y]) => {
  const [cos, sin] = [Math.cos(0.026), Math.sin(0.026)];
  return [EAST + 1.001 * M * (x * cos - y * sin), NORTH - 0.999 * M * (x * sin + y * cos)];
};
const projective: Truth = ([x, y]) => {
  const w = 1 + 2e-6 * x - 3e-6 * y;
  return [EAST + (M * x + 0.002 * y) / w, NORTH - (M * y - 0.001 * x) / w];
};
/** Paper that gave way by a fifth of a millimetre in its middle. */
const bent: Truth = (at) => {
  const [east, north] = affine(at);
  return [east + 0.2 * Math.sin(at[0] / 1500), north + 0.2 * Math.cos(at[1] / 1800)];
};
const tie = (truth: Truth, picture: PicturePoint): Tie => ({ picture, ground: truth(picture) });
const off = (a: readonly number[], b: readonly number[]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
const BETWEEN: readonly PicturePoint[] = [
  [900, 1000],
  [2222.5, 3333.25],
  [3500, 4800],
];

for (const [kind, truth, least] of [
  ['affine', affine, 3],
  ['projective', projective, 4],
] as const)
  test(`${kind}: what made the points is found again, to a hundredth of a millimetre, and leads back`, () => {
    for (const ties of [CROSSES.map((at) => tie(truth, at)), [0, 3, 16, 19].map((at) => tie(truth, CROSSES[at]!))]) {
      const found = fitTies(kind, ties);
      assert.ok(found);
      for (const at of BETWEEN) {
        assert.ok(off(found.toGround(at), truth(at)) < 1e-5);
        assert.ok(off(found.toPicture(truth(at)), at) < 1e-4);
      }
    }
    assert.equal(
      fitTies(
        kind,
        CROSSES.slice(0, least - 1).map((at) => tie(truth, at)),
      ),
      null,
    );
  });

test('a projective picture is not taken for an affine one', () => {
  const judged = judgeFit(
    'affine',
    CROSSES.map((at) => tie(projective, at)),
    0.15,
  );
  assert.equal(judged?.verdict, 'beyond');
});

test('a thin plate goes through every point, bends between them, and leads back', () => {
  const ties = CROSSES.map((at) => tie(bent, at));
  const found = fitTies('thin_plate', ties);
  const stiff = fitTies('affine', ties);
  assert.ok(found && stiff);
  for (const { picture, ground } of ties) assert.ok(off(found.toGround(picture), ground) < 1e-6);
  const worst = (by: typeof found) => Math.max(...BETWEEN.map((at) => off(by.toGround(at), bent(at))));
  assert.ok(worst(found) < 0.1, String(worst(found)));
  assert.ok(worst(found) < worst(stiff) / 2);
  for (const at of BETWEEN) assert.ok(off(found.toPicture(found.toGround(at)), at) < 1e-4);
});

test('least squares are the least: the mean of what disagrees, and the law of normal equations', () => {
  assert.deepEqual(
    solveLeastSquares([[1], [1], [1]], [1, 2, 6])?.map((value) => Math.round(value * 1e9) / 1e9),
    [3],
  );
  const rows = [
    [1, 0.5],
    [1, 1.5],
    [1, 2.25],
    [1, 4],
  ];
  const right = [1, 3, 2, 7];
  const x = solveLeastSquares(rows, right);
  assert.ok(x);
  const rest = rows.map((row, i) => right[i]! - row[0]! * x[0]! - row[1]! * x[1]!);
  for (const column of [0, 1]) assert.ok(Math.abs(rest.reduce((sum, r, i) => sum + r * rows[i]![column]!, 0)) < 1e-12);
  assert.equal(solveLeastSquares([[1, 2]], [3]), null, 'too few');
  assert.equal(
    solveLeastSquares(
      [
        [1, 2],
        [2, 4],
        [3, 6],
      ],
      [1, 2, 3],
    ),
    null,
    'all say the same',
  );
});

test('points on one line, or on one place, lay nothing down', () => {
  const line = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => tie(affine, [100 * n, 50 * n]));
  const place = line.map(() => line[0]!);
  for (const kind of ['affine', 'projective', 'thin_plate'] as const)
    for (const ties of [line, place, []]) assert.equal(fitTies(kind, ties), null, kind);
});

test('the residual of a point read a metre wrong stands out, and the sheet is beyond its tolerance', () => {
  for (const kind of ['affine', 'thin_plate'] as const) {
    const ties = CROSSES.map((at) => tie(affine, at));
    const wrong = ties.with(9, { ...ties[9]!, ground: [ties[9]!.ground[0] + 1, ties[9]!.ground[1]] });
    const good = judgeFit(kind, ties, 0.15);
    const bad = judgeFit(kind, wrong, 0.15);
    assert.equal(good?.verdict, 'within');
    assert.ok((good?.rmsM ?? 1) < 1e-6);
    assert.equal(bad?.verdict, 'beyond');
    const residuals = bad?.residualsM ?? [];
    assert.equal(residuals.indexOf(Math.max(...residuals)), 9);
  }
});

test('what a method goes through by itself says nothing: too few points have no error', () => {
  for (const kind of ['affine', 'projective', 'thin_plate'] as const) {
    const some = [0, 3, 16, 19, 5, 10, 14, 7].map((at) => tie(projective, CROSSES[at]!));
    const few = judgeFit(kind, some.slice(0, LEAST_TIES[kind] - 1), 0.15);
    assert.deepEqual([few?.verdict, few?.rmsM], ['few', null], kind);
    assert.notEqual(judgeFit(kind, some.slice(0, LEAST_TIES[kind]), 0.15)?.verdict, 'few', kind);
  }
});

test('the error of a point counts off what the method takes: three crosses and one that is off by d', () => {
  // Four corners of a square, one raised by d: an affine fit leaves d/4 at each, and 4 − 3 = 1 point is spare.
  const corners: PicturePoint[] = [
    [0, 0],
    [1000, 0],
    [1000, 1000],
    [0, 1000],
  ];
  const ties = corners.map((at, i): Tie => ({ picture: at, ground: [at[0] + (i === 2 ? 0.4 : 0), -at[1]] }));
  const judged = judgeFit('affine', ties, 0.15);
  for (const residual of judged?.residualsM ?? []) assert.ok(Math.abs(residual - 0.1) < 1e-9);
  assert.equal(judged?.residualsM.length, 4);
  assert.ok(Math.abs((judged?.rmsM ?? 0) - 0.2) < 1e-9);
  assert.equal(judged?.verdict, 'beyond');
});

const TOLERANCE_M = { 500: 0.07, 1000: 0.15, 2000: 0.3 } as const;
for (const scale of [500, 1000, 2000] as const)
  for (const [kind, paper] of [
    ['affine', affine],
    ['projective', projective],
    ['thin_plate', bent],
  ] as const)
    test(`${kind} at 1:${scale}: corners traced come back within the tolerance, and those caught by registered ones to 0.1 mm`, () => {
      const truth: Truth = (at) => {
        const [east, north] = paper(at);
        return [EAST + ((east - EAST) * scale) / 1000, NORTH + ((north - NORTH) * scale) / 1000];
      };
      const judged = judgeFit(
        kind,
        CROSSES.map((at, n) => ({ picture: [at[0] + (n % 3) * 0.3 - 0.3, at[1] - (n % 2) * 0.3], ground: truth(at) })),
        TOLERANCE_M[scale],
      );
      assert.equal(judged?.verdict, 'within');
      const fit = judged!.transformation;
      const read = (ring: readonly PicturePoint[]): SheetPoint[] => {
        const parcel = { no: '1', landUse: 'ONT', areaM2: null, ring: ring.map(([x, y]) => [x, y]) };
        return JSON.parse(digitise({ sheetNo: '1', srid: 9214 }, [parcel], fit)).features[0].geometry.coordinates[0];
      };
      // A point of the picture beside where a person means.
      const traced = read(BETWEEN.map(([x, y]): PicturePoint => [x + 0.5, y - 0.5]));
      for (const [n, at] of BETWEEN.entries()) assert.ok(off(traced[n]!, truth(at)) <= TOLERANCE_M[scale]);
      const legal = BETWEEN.map((at): SheetPoint => {
        const [east, north] = truth(at);
        return [Math.round(east * 10_000) / 10_000, Math.round(north * 10_000) / 10_000];
      });
      assert.deepEqual(read(legal.map((corner) => fit.toPicture(corner))).slice(0, -1), legal);
    });
