import { EDGE_LENGTH, EDGE_X, EDGE_Y } from '../flat-edges.ts';

/** So many straight edges are weighed against each other; more hardly ever say more. */
const MOST_LINES = 4;

const distances = new Float64Array(MOST_LINES);
const normalX = new Float64Array(MOST_LINES);
const normalY = new Float64Array(MOST_LINES);

/**
 * No point of the square of half side `half` around (x, y) is farther from the outline than this. Above an edge that
 * faces the whole square, the distance is a linear function; so is every mean of two such, and the least distance is at
 * most the mean. Between two opposite sides a mean hardly rises anywhere, which says far more than the square's size.
 * Infinity where no edge faces the square.
 */
export function boundOfCell(
  edges: Float64Array,
  lists: Int32Array,
  from: number,
  to: number,
  x: number,
  y: number,
  half: number,
): number {
  let bound = Number.POSITIVE_INFINITY;
  let lines = 0;
  for (let i = from; i < to && lines < MOST_LINES; i++) {
    const e = lists[i]!;
    const ux = edges[e + EDGE_X]!;
    const uy = edges[e + EDGE_Y]!;
    const length = edges[e + EDGE_LENGTH]!;
    const rise = half * (Math.abs(ux) + Math.abs(uy));
    const toX = x - edges[e]!;
    const toY = y - edges[e + 1]!;
    const along = toX * ux + toY * uy;
    if (length === 0 || along < rise || along > length - rise) continue;
    const across = toX * uy - toY * ux;
    const distance = Math.abs(across);
    if (distance < rise) continue;
    const nx = across < 0 ? -uy : uy;
    const ny = across < 0 ? ux : -ux;
    bound = Math.min(bound, distance + rise);
    for (let j = 0; j < lines; j++) {
      const other = distances[j]!;
      const ox = normalX[j]!;
      const oy = normalY[j]!;
      // The two means that rise in one direction only.
      const levelX = ox / (ox - nx);
      if (levelX > 0 && levelX < 1)
        bound = Math.min(
          bound,
          levelX * distance + (1 - levelX) * other + half * Math.abs(levelX * ny + (1 - levelX) * oy),
        );
      const levelY = oy / (oy - ny);
      if (levelY > 0 && levelY < 1)
        bound = Math.min(
          bound,
          levelY * distance + (1 - levelY) * other + half * Math.abs(levelY * nx + (1 - levelY) * ox),
        );
    }
    distances[lines] = distance;
    normalX[lines] = nx;
    normalY[lines] = ny;
    lines++;
  }
  return bound;
}
