/** A bounded, even sample of points from a stream of shapes whose number is not known to be honest. */
export function createPointSample(limit = 400): { add(parts: readonly Float64Array[]): void; points(): Float64Array } {
  let kept: (readonly [number, number])[] = [];
  let stride = 1;
  let seen = 0;
  return {
    add(parts) {
      const ring = parts[0];
      if (!ring || ring.length < 2) return;
      if (seen++ % stride !== 0) return;
      kept.push(middlePoint(ring));
      if (kept.length >= limit * 2) {
        kept = kept.filter((_, i) => i % 2 === 0);
        stride *= 2;
      }
    },
    points: () => Float64Array.from(kept.flat()),
  };
}

/** Corners looked at; a boundary of a commune has thousands. */
const CORNERS = 32;

/** The corner nearest to the medians of a ring: one wrong vertex must not speak for its parcel. */
function middlePoint(ring: Float64Array): readonly [number, number] {
  const step = 2 * Math.ceil(ring.length / 2 / CORNERS);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += step) {
    xs.push(ring[i]!);
    ys.push(ring[i + 1]!);
  }
  const [middleX, middleY] = [median(xs), median(ys)];
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < xs.length; i++) {
    const distance = Math.abs(xs[i]! - middleX) + Math.abs(ys[i]! - middleY);
    if (distance < least) [best, least] = [i, distance];
  }
  return [xs[best]!, ys[best]!];
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
