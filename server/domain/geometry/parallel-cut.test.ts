import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { notEmpty } from '../../testing/not-empty.ts';
import { apportionArea } from '../dealing/apportion.ts';
import { type CutPoint, cutAtArea, cutAtOffset, edgesOf, groundFor } from './parallel-cut.ts';

const [EAST, NORTH] = [416_700, 2_354_000];

/** A polygon around a point, concave or not, of 3 to 14 corners and up to some 150 m across; clockwise or not. */
const polygon = fc
  .record({
    radii: fc.array(fc.double({ min: 4, max: 75, noNaN: true }), { minLength: 3, maxLength: 14 }),
    turn: fc.double({ min: 0, max: 1, noNaN: true }),
    clockwise: fc.boolean(),
  })
  .map(({ radii, turn, clockwise }) => {
    const ring = radii.map((radius, at): [number, number] => {
      const angle = ((at + turn) / radii.length) * 2 * Math.PI;
      const to = (metres: number) => Math.round(metres * 1e4) / 1e4;
      return [to(EAST + radius * Math.cos(angle)), to(NORTH + radius * Math.sin(angle))];
    });
    const closed = [...ring, ring[0]!];
    return [clockwise ? closed.toReversed() : closed];
  });
const chosen = fc.record({
  rings: polygon,
  which: fc.nat(),
  part: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
});

const around = (ring: readonly CutPoint[]): number =>
  ring.reduce((sum, [x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    return sum + (x1 - EAST) * (y2 - NORTH) - (x2 - EAST) * (y1 - NORTH);
  }, 0) / 2;

/** Ground left of the line as it is handed on, rounded, by clipping on the ground itself. */
function leftOf(ring: readonly CutPoint[], [a, b]: readonly [CutPoint, CutPoint]): number {
  const side = ([x, y]: CutPoint) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
  const kept: CutPoint[] = [];
  for (const [at, p] of ring.entries()) {
    const q = ring[(at + 1) % ring.length]!;
    const [sp, sq] = [side(p), side(q)];
    if (sp >= 0) kept.push(p);
    if (sp >= 0 !== sq >= 0)
      kept.push([p[0] + ((q[0] - p[0]) * sp) / (sp - sq), p[1] + ((q[1] - p[1]) * sp) / (sp - sq)]);
  }
  return Math.abs(around(kept));
}

test('a cut by area leaves the area wanted to 0.1 m², by the line as it is handed on, and all of the ground is in both', () => {
  fc.assert(
    fc.property(chosen, ({ rings, which, part }) => {
      const edges = notEmpty(edgesOf(rings));
      const edge = edges[which % edges.length]!;
      const open = rings[0]!.slice(0, -1) as CutPoint[];
      const whole = Math.abs(around(open));
      const wanted = whole * part;
      const cut = cutAtArea(rings, edge, wanted);
      // Concave land can lie behind the edge as well: then there is no less than that on its side.
      if (cut === null) return fc.pre(false);
      const left = leftOf(open, cut.line);
      const near = Math.abs(left - wanted) < Math.abs(whole - left - wanted) ? left : whole - left;
      assert.ok(Math.abs(near - wanted) < 0.1, `${near} for ${wanted}`);
      assert.ok(Math.abs(cut.nearM2 - wanted) < 1e-3 && Math.abs(cut.nearM2 + cut.farM2 - whole) < 1e-3);
    }),
    { numRuns: 500 },
  );
});

test('a cut at a distance runs parallel to its edge, at that distance, inside; the same distance is found again by its area', () => {
  fc.assert(
    fc.property(chosen, fc.double({ min: 0.05, max: 60, noNaN: true }), ({ rings, which }, offset) => {
      const edges = notEmpty(edgesOf(rings));
      const edge = edges[which % edges.length]!;
      const cut = cutAtOffset(rings, edge, offset);
      if (cut === null) return fc.pre(false);
      for (const [x, y] of notEmpty(cut.line)) {
        const [dx, dy] = [x - edge.from[0], y - edge.from[1]];
        const away = (dx * (edge.to[1] - edge.from[1]) - dy * (edge.to[0] - edge.from[0])) / edge.lengthM;
        assert.ok(Math.abs(Math.abs(away) - offset) < 2e-4, `${away} for ${offset}`);
      }
      if (cut.farM2 < 0.5) return;
      const again = cutAtArea(rings, edge, cut.nearM2);
      if (again) assert.ok(Math.abs(again.nearM2 - cut.nearM2) < 1e-6);
    }),
    { numRuns: 300 },
  );
});

test('yards inside are not counted; nothing is cut beyond the parcel, nor of no depth', () => {
  const ring = (x: number, y: number, w: number, h: number) => [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
    [x, y],
  ];
  const rings = [ring(EAST, NORTH, 30, 40), ring(EAST + 10, NORTH + 5, 10, 10).toReversed()];
  const [south] = edgesOf(rings);
  assert.deepEqual(
    edgesOf(rings).map(({ lengthM }) => lengthM),
    [30, 40, 30, 40],
  );
  const cut = cutAtArea(rings, south!, 500)!;
  assert.ok(Math.abs(cut.offsetM - 20) < 1e-9);
  assert.deepEqual(cut.line, [
    [EAST - 0.5, NORTH + 20],
    [EAST + 30.5, NORTH + 20],
  ]);
  for (const none of [0, -3, 40, 41, Number.NaN]) assert.equal(cutAtOffset(rings, south!, none), null, String(none));
  for (const none of [0, -3, 1100, 1200, Number.NaN]) assert.equal(cutAtArea(rings, south!, none), null, String(none));
});

test('an area that is wanted as registered comes out as registered', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5_000, max: 500_000 }),
      fc.double({ min: 0.95, max: 1.05, noNaN: true }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      (cents, off, part) => {
        const [legal, computed] = [cents / 100, (cents / 100) * off];
        const wanted = Math.round(legal * part * 10) / 10;
        const near = groundFor(wanted, computed, legal);
        const [share] = apportionArea(legal, [near, computed - near]);
        assert.ok(Math.abs(share! - wanted) <= 0.0101, `${share} for ${wanted}`);
      },
    ),
  );
  assert.equal(groundFor(300, 1200, null), 300);
});
