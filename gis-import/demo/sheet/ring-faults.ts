/** What is wrong with a ring, told exactly on whole millimetres. */
import type { Point } from '../land/planar-mesh.ts';
import { segmentsMeet } from '../land/segments-meet.ts';

/** True where the ring neither crosses nor touches itself. Not closed by a repeated point. */
export function isSimpleRing(ring: readonly Point[]): boolean {
  const n = ring.length;
  if (n < 3) return false;
  // Edges in order of their west end: only those whose spans of east overlap can meet.
  const edges = ring
    .map((a, i) => {
      const b = ring[(i + 1) % n]!;
      return { a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) };
    })
    .sort((one, other) => one.west - other.west);
  for (let i = 0; i < n; i++) {
    const one = edges[i]!;
    for (let j = i + 1; j < n && edges[j]!.west <= one.east; j++)
      if (segmentsMeet(one.a, one.b, edges[j]!.a, edges[j]!.b)) return false;
  }
  return new Set(ring.map(([x, y]) => `${x} ${y}`)).size === n;
}
