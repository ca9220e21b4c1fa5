/** Parcels that meet become one, as PostGIS makes it: nothing of the outer boundary moves, and gaps of old sheets are closed. */
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
/** As far apart as two parcels may be by the settings of the register, m. */
const TOLERANCE = 0.02;
const place = ([x, y]: Point) => `${X + x} ${Y + y}`;
const ring = (points: readonly Point[]) => `(${[...points, points[0]!].map(place).join(', ')})`;
const polygon = (...rings: readonly (readonly Point[])[]) => `SRID=9214;POLYGON(${rings.map(ring).join(', ')})`;
const box = (west: number, south: number, east: number, north: number): Point[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

interface United {
  /** Null where they are not one piece. */
  readonly valid: boolean | null;
  readonly holes: number;
  /** Ground gained or lost against the sum of the parts, m². */
  readonly gained: number;
  /** Ground of the parts that the whole lacks, m². */
  readonly missing: number;
  /** Corners on the outer edge of the parts together that the whole has no more, to the last bit. */
  readonly lost: number;
  /** Corners of the whole that no part has. */
  readonly born: number;
}

async function unite(...parts: string[]): Promise<United> {
  const { rows } = await app.query<United>(
    `with p as (select array_agg(g::geometry) as parts from unnest($1::text[]) g), u as (select cadastre.unite(parts, $2) as geom, parts from p),
     -- Inner corners, where the parts meet, may go; the outer ones are those on the edge of the whole.
     corner as (select d.geom from u, st_dumppoints(st_collect(u.parts)) d where st_distance(d.geom, st_boundary(u.geom)) < 1e-9)
     select st_isvalid(u.geom) as valid, coalesce(st_numinteriorrings(u.geom), 0) as holes,
       st_area(u.geom) - (select sum(st_area(q)) from unnest(u.parts) q) as gained,
       coalesce((select sum(st_area(st_difference(q, u.geom))) from unnest(u.parts) q), 0) as missing,
       (select count(*)::int from corner c where not exists (
          select from st_dumppoints(u.geom) k where st_x(k.geom) = st_x(c.geom) and st_y(k.geom) = st_y(c.geom))) as lost,
       (select count(*)::int from st_dumppoints(u.geom) k where not exists (
          select from st_dumppoints(st_collect(u.parts)) c where st_x(k.geom) = st_x(c.geom) and st_y(k.geom) = st_y(c.geom))) as born
     from u`,
    [parts, TOLERANCE],
  );
  return rows[0]!;
}

const whole = (united: United) => {
  assert.equal(united.valid, true);
  assert.deepEqual([united.lost, united.holes], [0, 0], JSON.stringify(united));
  assert.ok(united.missing < 1e-4, `${united.missing} m² of the parts are missing`);
  return united;
};

test('two that share an edge: the sum, and both corners where their line met the boundary stay', async () => {
  const { gained, born } = whole(await unite(polygon(box(0, 0, 20, 30)), polygon(box(20, 0, 50, 30))));
  assert.ok(Math.abs(gained) < 1e-6);
  assert.equal(born, 0);
});

test('a corner of one on a slanted edge of the other, one step of a float beside it: no sliver stays', async () => {
  const slanted: Point[] = [
    [0, 0],
    [31, 4.3],
    [27.7, 40.1],
    [-3.3, 33.9],
  ];
  const at = (part: number): Point => [31 + (27.7 - 31) * part, 4.3 + (40.1 - 4.3) * part];
  const beside = polygon([at(0.21), [60, 10], [58, 30], at(0.77)]);
  const { gained, born } = whole(await unite(polygon(slanted), beside));
  assert.ok(Math.abs(gained) < 1e-3, String(gained));
  assert.equal(born, 0);
});

for (const [name, west] of [
  ['a gap', 20.005],
  ['an overlap', 19.995],
] as const) {
  test(`${name} of 5 mm, as on old sheets, is closed, and the outer corners stay where they are`, async () => {
    const { gained } = whole(await unite(polygon(box(0, 0, 20, 30)), polygon(box(west, 0, 50, 30))));
    assert.ok(Math.abs(gained - (west - 20) * 30) < 1e-3, String(gained));
  });
}

test('a gap that is wider than the tolerance is no neighbourhood; nor is a corner that touches, nor land apart', async () => {
  const first = polygon(box(0, 0, 20, 30));
  for (const other of [box(20.05, 0, 50, 30), box(20, 30, 40, 50), box(100, 0, 120, 30)])
    assert.equal((await unite(first, polygon(other))).valid, null);
});

test('three in a row; and a yard that others lie around stays a hole', async () => {
  whole(await unite(polygon(box(0, 0, 20, 30)), polygon(box(20, 0, 40, 30)), polygon(box(40, 0, 60, 30))));
  const u = polygon([...box(0, 0, 30, 30).slice(0, 3), [20, 30], [20, 10], [10, 10], [10, 30], [0, 30]]);
  const lid = polygon(box(10, 20, 20, 30));
  const { holes, valid, lost } = await unite(u, lid);
  assert.deepEqual([valid, holes, lost], [true, 1, 0]);
});

test('land around a courtyard, and a narrow notch of its own, stay as they are', async () => {
  const { holes, gained } = await unite(polygon(box(0, 0, 30, 30), box(10, 10, 20, 20)), polygon(box(30, 0, 40, 30)));
  assert.equal(holes, 1);
  assert.ok(Math.abs(gained) < 1e-6);
  const notched: Point[] = [
    [0, 0],
    [20, 0],
    [20, 30],
    [10.012, 30],
    [10.006, 12],
    [10, 30],
    [0, 30],
  ];
  const kept = whole(await unite(polygon(notched), polygon(box(20, 0, 40, 30))));
  assert.ok(Math.abs(kept.gained) < 1e-6, 'a notch that only one parcel has is its own');
});

/** A star-shaped polygon around the origin, to the millimetre, slightly turned so that no edge is parallel to an axis. */
const star = fc.array(fc.double({ min: 8, max: 40, noNaN: true }), { minLength: 4, maxLength: 14 }).map((radii) =>
  radii.map((radius, at): Point => {
    const angle = (2 * Math.PI * at) / radii.length + 0.2137;
    return [Math.round(radius * Math.cos(angle) * 1000) / 1000, Math.round(radius * Math.sin(angle) * 1000) / 1000];
  }),
);

test('random land cut by random lines is, merged again, the land it was: to 0.1 mm, and 1 mm² a corner', async () => {
  await fc.assert(
    fc.asyncProperty(
      star,
      fc.array(
        fc.tuple(fc.double({ min: 0, max: Math.PI, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true })),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      async (corners, cuts) => {
        const drawn = cuts.map(([angle, off]) => {
          const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
          const at = (t: number) => place([dx * t - dy * off, dy * t + dx * off]);
          return `(${at(-100)}, ${at(100)})`;
        });
        const { rows } = await app.query<{
          pieces: number;
          valid: boolean | null;
          area: number;
          far: number;
          points: number;
        }>(
          `with p as (select $1::geometry as geom), piece as (select array_agg(c.geom) as parts from p, cadastre.cut(p.geom, $2::geometry) as c(geom)),
           u as (select cadastre.unite(parts, $3) as geom, cardinality(parts) as pieces from piece)
           select u.pieces, st_isvalid(u.geom) as valid, abs(st_area(u.geom) - st_area(p.geom)) as area, st_npoints(u.geom) as points,
             st_hausdorffdistance(st_boundary(u.geom), st_boundary(p.geom), 0.05) as far from u, p`,
          [polygon(corners), `SRID=9214;MULTILINESTRING(${drawn.join(', ')})`, TOLERANCE],
        );
        const [united] = rows;
        assert.ok(united);
        assert.equal(united.valid, true, `${united.pieces} pieces are not one`);
        assert.ok(united.far <= 1.5e-4, `${united.far} m off`);
        assert.ok(united.area <= 1e-6 * united.points + 0.0001 * 40, `${united.area} m²`);
      },
    ),
    { numRuns: 60 },
  );
});
