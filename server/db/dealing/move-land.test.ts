/** Boundaries that move, and boundaries that were measured, as PostGIS makes them: nothing is lost, nothing is held twice. */
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
const TOLERANCE = 0.02;
const place = ([x, y]: Point) => `${X + x} ${Y + y}`;
const polygon = (points: readonly Point[]) => `SRID=9214;POLYGON((${[...points, points[0]!].map(place).join(', ')}))`;

/** A star-shaped polygon around the origin, slightly turned so that no edge is parallel to an axis. */
const star = fc.array(fc.double({ min: 8, max: 40, noNaN: true }), { minLength: 4, maxLength: 14 }).map((radii) =>
  radii.map((radius, at): Point => {
    const angle = (2 * Math.PI * at) / radii.length + 0.2137;
    return [Math.round(radius * Math.cos(angle) * 1000) / 1000, Math.round(radius * Math.sin(angle) * 1000) / 1000];
  }),
);
const across = fc
  .tuple(fc.double({ min: 0, max: Math.PI, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }))
  .map(([angle, off]) => {
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    const at = (t: number) => place([dx * t - dy * off, dy * t + dx * off]);
    return `SRID=9214;MULTILINESTRING((${at(-100)}, ${at(100)}))`;
  });

test('random neighbours with their boundary moved: the union is kept to 0.1 mm and 1 mm² a corner, no gap, no overlap, no corner lost', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(star, across, across, async (corners, first, second) => {
      const { rows } = await app.query<{
        parts: number;
        pieces: number;
        valid: boolean;
        far: number;
        area: number;
        shared: number;
        gap: number;
        lost: number;
        points: number;
      }>(
        `with p as (select $1::geometry as geom),
         part as materialized (select array_agg(c.geom) as geoms from p, cadastre.cut(p.geom, $2::geometry) as c(geom)),
         piece as materialized (select row_number() over () as n, c.geom from part, cadastre.redivide(part.geoms, $3::geometry, $4) as c(geom)),
         u as materialized (select st_union(geom) as geom, array_agg(geom) as pieces_of, count(*)::int as pieces, sum(st_area(geom)) as sum, bool_and(st_isvalid(geom)) as valid from piece)
         select cardinality(part.geoms) as parts, u.pieces, u.valid, st_npoints(p.geom) + st_npoints(u.geom) as points,
           st_hausdorffdistance(st_boundary(cadastre.unite(u.pieces_of, $4)), st_boundary(p.geom), 0.05) as far,
           abs(u.sum - st_area(p.geom)) as area, abs(u.sum - st_area(u.geom)) as gap,
           coalesce((select sum(st_area(st_intersection(a.geom, b.geom))) from piece a join piece b on a.n < b.n), 0) as shared,
           (select count(*)::int from unnest(part.geoms) o, st_dumppoints(o) k where st_distance(k.geom, st_boundary(p.geom)) < 1e-4
             and not exists (select from piece q, st_dumppoints(q.geom) d where st_x(d.geom) = st_x(k.geom) and st_y(d.geom) = st_y(k.geom))) as lost
         from p, part, u`,
        [polygon(corners), first, second, TOLERANCE],
      );
      const [made] = rows;
      assert.ok(made && made.parts >= 2 && made.pieces >= 2, JSON.stringify(made));
      moved += 1;
      assert.ok(made.valid);
      assert.ok(made.far <= 1.5e-4, `${made.far} m off`);
      assert.ok(made.area <= 1e-6 * made.points + 0.0001 * 40, `${made.area} m²`);
      assert.ok(made.shared <= 1e-6 * made.points, `${made.shared} m² shared`);
      assert.ok(made.gap <= 1e-6 * made.points + 0.0001 * 40, `${made.gap} m²`);
      assert.equal(made.lost, 0, 'the corners that others may have too');
    }),
    { numRuns: 60 },
  );
  assert.ok(moved >= 60);
});

test('random land typed again to the millimetre is the land it was, to the last bit; and moved corners keep to 0.1 mm', async () => {
  await fc.assert(
    fc.asyncProperty(star, fc.double({ min: 0.01, max: 0.5, noNaN: true }), async (corners, by) => {
      const known = corners.map(([x, y]): Point => [x + 0.000_31, y - 0.000_27]);
      const typed = known.map(
        ([x, y]): Point => [Math.round((X + x) * 1000) / 1000 - X, Math.round((Y + y) * 1000) / 1000 - Y],
      );
      const [[east, north] = [0, 0], ...others] = typed;
      const pushed: Point[] = [[east * (1 + by / 40), north * (1 + by / 40)], ...others];
      const { rows } = await app.query<{ same: boolean; valid: boolean; off: number; area: number; points: number }>(
        `with k as (select $1::geometry as geom), s as (select cadastre.survey_shape($2::geometry, k.geom) as geom from k),
         m as (select cadastre.survey_shape($3::geometry, k.geom) as geom from k)
         select st_orderingequals(st_normalize(s.geom), st_normalize(k.geom)) as same, st_isvalid(m.geom) as valid,
           st_hausdorffdistance(st_boundary(m.geom), st_boundary($3::geometry)) as off, abs(st_area(m.geom) - st_area($3::geometry)) as area,
           st_npoints(m.geom) as points
         from k, s, m`,
        [polygon(known), polygon(typed), polygon(pushed)],
      );
      const [made] = rows;
      assert.ok(made);
      assert.ok(made.same, 'nothing moved, so nothing is changed');
      assert.ok(made.valid);
      assert.ok(made.off <= 0.0015, `${made.off}`);
      assert.ok(made.area <= 0.001 * 300, `${made.area}`);
    }),
    { numRuns: 60 },
  );
});

test('a ring that crosses or repeats itself, or is none, is no survey', async () => {
  for (const odd of [
    'POLYGON((0 0, 30 40, 30 0, 0 40, 0 0))',
    'POLYGON((0 0, 10 0, 20 0, 0 0))',
    'POLYGON((0 0, 0.0004 0, 0.0004 0.0004, 0 0))',
    'POLYGON EMPTY',
  ]) {
    const { rows } = await app.query<{ none: boolean }>(
      `select cadastre.survey_shape(st_setsrid($1::geometry, 9214), st_setsrid('POINT(0 0)'::geometry, 9214)) is null as none`,
      [odd],
    );
    assert.equal(rows[0]?.none, true, odd);
  }
});
