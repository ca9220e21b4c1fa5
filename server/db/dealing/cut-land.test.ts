/** Cuts by lines, as PostGIS makes them: the ten cases in which splitting engines fail (docs/adr/0015). */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';

let database: TestDatabase;
let app: pg.Client;
before(async () => {
  database = await createTestDatabase();
  app = new pg.Client({ connectionString: database.urls.app });
  await app.connect();
});
after(async () => {
  await app.end();
  await database.drop();
});

type Point = readonly [number, number];
const [X, Y] = [425_000.123, 2_351_000.456];
const place = ([x, y]: Point) => `${X + x} ${Y + y}`;
const ring = (points: readonly Point[]) => `(${[...points, points[0]!].map(place).join(', ')})`;
const polygon = (...rings: readonly (readonly Point[])[]) => `SRID=9214;POLYGON(${rings.map(ring).join(', ')})`;
const lines = (...drawn: readonly (readonly Point[])[]) =>
  `SRID=9214;MULTILINESTRING(${drawn.map((line) => `(${line.map(place).join(', ')})`).join(', ')})`;

interface Cut {
  readonly pieces: number;
  /** Ground lost or gained by the cut, m². */
  readonly difference: number;
  readonly valid: boolean;
  /** Ground that two pieces share, m². */
  readonly shared: number;
  /** Corners of the parcel that no piece has any more, to the last bit. */
  readonly lostCorners: number;
  /** Largest part of a millimetre by which a corner is off the grid of 0.1 mm and not one of the parcel's. */
  readonly offGrid: number;
}

async function cut(parcel: string, drawn: string): Promise<Cut> {
  const { rows } = await app.query<Cut>(
    `with p as (select $1::geometry as geom), piece as (select row_number() over () as n, c.geom from p, cadastre.cut(p.geom, $2::geometry) as c(geom))
     select count(*)::int as pieces, abs(sum(st_area(piece.geom)) - st_area(min(p.geom::text)::geometry)) as difference, bool_and(st_isvalid(piece.geom)) as valid,
       coalesce((select sum(st_area(st_intersection(a.geom, b.geom))) from piece a join piece b on a.n < b.n), 0) as shared,
       (select count(*)::int from p, st_dumppoints(p.geom) k where not exists (
          select from piece q, st_dumppoints(q.geom) d where st_x(d.geom) = st_x(k.geom) and st_y(d.geom) = st_y(k.geom))) as "lostCorners",
       coalesce((select max(abs(st_x(d.geom) * 10000 - round(st_x(d.geom) * 10000))) from piece q, st_dumppoints(q.geom) d, p where not exists (
          select from st_dumppoints(p.geom) k where st_x(d.geom) = st_x(k.geom) and st_y(d.geom) = st_y(k.geom))), 0) as "offGrid"
     from piece, p`,
    [parcel, drawn],
  );
  return rows[0]!;
}

const SQUARE: readonly Point[] = [
  [0, 0],
  [20, 0],
  [20, 30],
  [0, 30],
];
const SLANTED: readonly Point[] = [
  [0, 0],
  [31, 4.3],
  [27.7, 40.1],
  [-3.3, 33.9],
];
const U_SHAPE: readonly Point[] = [
  [0, 0],
  [30, 0],
  [30, 30],
  [20, 30],
  [20, 10],
  [10, 10],
  [10, 30],
  [0, 30],
];
const along = (a: Point, b: Point, part: number): Point => [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
const onEdges = [along(SLANTED[0]!, SLANTED[1]!, 0.37), along(SLANTED[2]!, SLANTED[3]!, 0.61)] as const;
const toMillimetre = ([x, y]: Point): Point => [
  Math.round((X + x) * 1000) / 1000 - X,
  Math.round((Y + y) * 1000) / 1000 - Y,
];

const CASES: readonly (readonly [name: string, parcel: string, drawn: string, pieces: number])[] = [
  [
    'A straight across',
    polygon(SQUARE),
    lines([
      [-5, 10],
      [25, 12],
    ]),
    2,
  ],
  ['B corner to corner', polygon(SQUARE), lines([SQUARE[0]!, SQUARE[2]!]), 2],
  [
    'C ends exactly on axis-parallel edges',
    polygon(SQUARE),
    lines([
      [0, 12],
      [20, 17],
    ]),
    2,
  ],
  [
    'D stops short',
    polygon(SQUARE),
    lines([
      [-5, 10],
      [15, 12],
    ]),
    1,
  ],
  [
    'E U-shaped parcel',
    polygon(U_SHAPE),
    lines([
      [-5, 20],
      [35, 20],
    ]),
    3,
  ],
  [
    'F through a hole',
    polygon(SQUARE, [
      [8, 8],
      [12, 8],
      [12, 12],
      [8, 12],
    ]),
    lines([
      [-5, 10],
      [25, 10],
    ]),
    2,
  ],
  ['G ends snapped on slanted edges', polygon(SLANTED), lines([onEdges[0], onEdges[1]]), 2],
  [
    'H runs along an edge, then cuts',
    polygon(SQUARE),
    lines([
      [0, 5],
      [0, 15],
      [20, 15],
    ]),
    2,
  ],
  [
    'I bent inside',
    polygon(SQUARE),
    lines([
      [-5, 10],
      [8, 14],
      [12, 6],
      [25, 10],
    ]),
    2,
  ],
  ['J like G, rounded to mm', polygon(SLANTED), lines([toMillimetre(onEdges[0]), toMillimetre(onEdges[1])]), 2],
];

for (const [name, parcel, drawn, pieces] of CASES) {
  test(`cut ${name}: ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}, nothing lost`, async () => {
    const made = await cut(parcel, drawn);
    assert.equal(made.pieces, pieces);
    assert.ok(made.valid);
    assert.ok(made.difference < 0.005, `${made.difference} m² lost or gained`);
    assert.ok(made.shared < 1e-6, `${made.shared} m² shared`);
    assert.equal(made.lostCorners, 0, 'every original corner stays bit for bit');
    assert.ok(made.offGrid < 1e-3, 'new corners lie on the grid of 0.1 mm');
  });
}

test('several lines at once cut a strip into as many parts as they make', async () => {
  const made = await cut(
    polygon(SQUARE),
    lines(
      [
        [-1, 10],
        [21, 10],
      ],
      [
        [-1, 20],
        [21, 20],
      ],
      [
        [10, -1],
        [10, 31],
      ],
    ),
  );
  assert.equal(made.pieces, 6);
  assert.ok(made.shared < 1e-6);
});

test('a line that closes upon itself inside cuts an island out', async () => {
  assert.equal(
    (
      await cut(
        polygon(SQUARE),
        lines([
          [5, 5],
          [15, 5],
          [15, 15],
          [5, 15],
          [5, 5],
        ]),
      )
    ).pieces,
    2,
  );
});

test('random convex parcels cut by random lines: the union is kept to 0.1 mm along the cut, no gap, no overlap', async () => {
  const parcels = fc
    .tuple(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 12 }),
      fc.double({ min: 5, max: 80, noNaN: true }),
      fc.double({ min: 0, max: Math.PI, noNaN: true }),
    )
    .map(([turns, radius, direction]) => {
      const angles = [...new Set(turns.map((turn) => Math.round(turn * 360)))].sort((a, b) => a - b);
      const corners = angles.map((angle): Point => {
        const radians = (angle * Math.PI) / 180;
        return [round4(Math.cos(radians) * radius), round4(Math.sin(radians) * radius)];
      });
      return { corners, direction, radius };
    })
    .filter(({ corners }) => corners.length >= 4);
  await fc.assert(
    fc.asyncProperty(parcels, async ({ corners, direction, radius }) => {
      const middle = corners.reduce<Point>(
        ([x, y], [a, b]) => [x + a / corners.length, y + b / corners.length],
        [0, 0],
      );
      const reach: Point = [Math.cos(direction) * radius * 3, Math.sin(direction) * radius * 3];
      const line = lines([
        [middle[0] - reach[0], middle[1] - reach[1]],
        [middle[0] + reach[0], middle[1] + reach[1]],
      ]);
      const made = await cut(polygon(corners), line);
      assert.equal(made.pieces, 2);
      assert.ok(made.valid);
      assert.ok(made.difference <= 0.0001 * 6 * radius, `${made.difference}`);
      assert.ok(made.shared <= 0.0001 * 6 * radius, `${made.shared}`);
      assert.equal(made.lostCorners, 0);
    }),
    { numRuns: 60 },
  );
});

/** A star-shaped parcel, slightly turned so that no edge is parallel to an axis, and lines near its middle. */
const stars = fc.array(fc.double({ min: 8, max: 40, noNaN: true }), { minLength: 4, maxLength: 14 }).map((radii) =>
  radii.map((radius, at): Point => {
    const angle = (2 * Math.PI * at) / radii.length + 0.2137;
    return [Math.round(radius * Math.cos(angle) * 1000) / 1000, Math.round(radius * Math.sin(angle) * 1000) / 1000];
  }),
);
const cuts = fc.array(
  fc.tuple(fc.double({ min: 0, max: Math.PI, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true })),
  { minLength: 1, maxLength: 3 },
);

test('random parcels with notches cut by several lines: the outer boundary is kept to 0.1 mm, the area to 1 mm² a corner and what that makes', async () => {
  await fc.assert(
    fc.asyncProperty(stars, cuts, async (corners, drawn) => {
      const across = drawn.map(([angle, off]): Point[] => {
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        return [-100, 100].map((t): Point => [dx * t - dy * off, dy * t + dx * off]);
      });
      const made = await cut(polygon(corners), lines(...across));
      assert.ok(made.pieces >= 2 && made.valid);
      assert.equal(made.lostCorners, 0);
      const { rows } = await app.query<{ far: number; points: number; length: number }>(
        `with p as (select $1::geometry as geom), piece as materialized (select c.geom from p, cadastre.cut(p.geom, $2::geometry) as c(geom))
         select max(st_distance(d.geom, st_boundary(p.geom))) filter (where st_distance(d.geom, st_boundary(p.geom)) < 0.001) as far,
           count(*)::int as points, max(st_perimeter(p.geom)) as length from p, piece, st_dumppoints(piece.geom) d`,
        [polygon(corners), lines(...across)],
      );
      const { far, points, length } = rows[0]!;
      // Half the diagonal of the grid on which new corners lie: 0.0707 mm.
      assert.ok(far <= 0.000_075, `${far} m off`);
      assert.ok(made.difference <= 1e-6 * points + far * length, `${made.difference} m²`);
      assert.ok(made.shared <= 1e-6 * points, `${made.shared} m²`);
    }),
    { numRuns: 60 },
  );
});

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
