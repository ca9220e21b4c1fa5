/** A bounded, even sample of points from a stream of shapes whose number is not known to be honest. */
export function createPointSample(limit = 400): { add(parts: readonly Float64Array[]): void; points(): Float64Array } {
  let kept: [number, number][] = [];
  let stride = 1;
  let seen = 0;
  return {
    add(parts) {
      const ring = parts[0];
      if (!ring || ring.length < 2) return;
      if (seen++ % stride !== 0) return;
      kept.push([ring[0]!, ring[1]!]);
      if (kept.length >= limit * 2) {
        kept = kept.filter((_, i) => i % 2 === 0);
        stride *= 2;
      }
    },
    points: () => Float64Array.from(kept.flat()),
  };
}
