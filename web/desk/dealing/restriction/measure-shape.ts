import type { ParcelDetail } from '../../../api/parcels.ts';
import { crossesItself } from '../../../map/measure-ground.ts';
import type { Lines } from '../split/draw-history.ts';
import { lengthOf } from '../split/plan-of-cut.ts';
import type { GroundPoint } from '../split/snap.ts';
import { areaInside } from './area-inside.ts';
import { type Place, ringOf } from './drawn-shape.ts';

export interface MeasuredShape {
  /** Of a line, or around a part, m. */
  readonly lengthM: number;
  /** Ground of the parcel under a part, m²; null of a line, and while there is no ring that can be measured. */
  readonly insideM2: number | null;
  /** Ground outside the parcel that a part takes in, m². */
  readonly outsideM2: number;
  readonly crossesItself: boolean;
}

const points = (ring: readonly (readonly number[])[]) => ring.map(([x = 0, y = 0]): GroundPoint => [x, y]);
const total = (line: readonly GroundPoint[]) =>
  line.slice(1).reduce((sum, at, before) => sum + lengthOf(line[before]!, at), 0);

/** What a shape measures while it is drawn; PostGIS measures what is registered. */
export function measureShape(
  place: Place,
  lines: Lines,
  { geometryLegal }: Pick<ParcelDetail, 'geometryLegal'>,
): MeasuredShape {
  const ring = place === 'polygon' ? ringOf(lines) : null;
  const lengthM = total(ring ?? lines[0] ?? []);
  if (!ring) return { lengthM, insideM2: null, outsideM2: 0, crossesItself: false };
  if (crossesItself(ring.slice(0, -1))) return { lengthM, insideM2: null, outsideM2: 0, crossesItself: true };
  const insideM2 = areaInside([ring], geometryLegal.coordinates.map(points));
  return { lengthM, insideM2, outsideM2: Math.max(0, areaInside([ring], [ring]) - insideM2), crossesItself: false };
}
