/** Rings are flat [x0, y0, x1, y1, …] with the closing point repeated, in the axis order [east, north]. */
export type Ring = Float64Array;

/** Signed area, positive counter-clockwise; coordinates are taken relative to the first point to keep precision. */
export function signedArea(ring: Ring): number {
  const x0 = ring[0]!;
  const y0 = ring[1]!;
  let twice = 0;
  for (let i = 2; i < ring.length; i += 2) {
    twice += (ring[i - 2]! - x0) * (ring[i + 1]! - y0) - (ring[i]! - x0) * (ring[i - 1]! - y0);
  }
  return twice / 2;
}

/** Whether a point lies inside a ring (even-odd rule; a point on the boundary may go either way). */
export function ringContains(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 2; i < ring.length; i += 2) {
    const [xa, ya, xb, yb] = [ring[i - 2]!, ring[i - 1]!, ring[i]!, ring[i + 1]!];
    if (ya > y !== yb > y && x < ((xb - xa) * (y - ya)) / (yb - ya) + xa) inside = !inside;
  }
  return inside;
}
