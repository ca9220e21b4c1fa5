/** Deliberate faults of shape. Positions are metres in the sheet's system. */
import type { DemoParcel, Position } from '../district.ts';
import type { Point } from '../land/planar-mesh.ts';
import { ringArea } from '../land/ring-measure.ts';
import { isSimpleRing } from './ring-faults.ts';

const millimetres = (ring: readonly Position[]): Point[] => {
  const [x0, y0] = ring[0]!;
  return ring.map(([x, y]) => [Math.round((x - x0) * 1000), Math.round((y - y0) * 1000)]);
};

/** Exchanges two corners so that the ring crosses itself; false where no exchange does. */
export function crossRing(parcel: DemoParcel): boolean {
  const ring = parcel.rings?.[0];
  if (!ring || ring.length < 5) return false;
  const whole = ringArea(ring);
  for (let i = 0; i + 1 < ring.length; i++) {
    const crossed = [...ring];
    [crossed[i], crossed[i + 1]] = [ring[i + 1]!, ring[i]!];
    // A crossing that takes a good part of the parcel with it, not a twist of a hand's breadth.
    if (isSimpleRing(millimetres(crossed)) || ringArea(crossed) > whole * 0.8) continue;
    parcel.rings = [crossed];
    return true;
  }
  return false;
}

/** Pushes one long side of the parcel into its neighbour by some square metres; false where it has no such side. */
export function overlapNeighbour(parcels: readonly DemoParcel[], index: number): boolean {
  const parcel = parcels[index]!;
  const ring = parcel.rings?.[0];
  if (!ring) return false;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const neighbour = parcels.find((other) => other !== parcel && hasEdge(other, b, a));
    if (length < 9 || neighbour?.rings?.length !== 1 || Math.abs(ringArea(neighbour.rings[0]!)) < 300) continue;
    // Rings run counter-clockwise, so outside is on the right.
    const out: Position = [(a[0] + b[0]) / 2 + (b[1] - a[1]) / length, (a[1] + b[1]) / 2 - (b[0] - a[0]) / length];
    const pushed = ring.toSpliced(i + 1, 0, [Math.round(out[0] * 1000) / 1000, Math.round(out[1] * 1000) / 1000]);
    if (!isSimpleRing(millimetres(pushed))) continue;
    parcel.rings = [pushed];
    parcel.declaredAreaM2 = Math.round(ringArea(pushed) * 10) / 10;
    return true;
  }
  return false;
}

const hasEdge = (parcel: DemoParcel, from: Position, to: Position): boolean =>
  (parcel.rings ?? []).some((ring) =>
    ring.some((point, i) => {
      const next = ring[(i + 1) % ring.length]!;
      return point[0] === from[0] && point[1] === from[1] && next[0] === to[0] && next[1] === to[1];
    }),
  );
