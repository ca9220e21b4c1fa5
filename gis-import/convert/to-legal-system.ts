import { transformer } from '../../server/domain/crs.ts';
import type { Ring } from '../../server/domain/geometry/ring.ts';

/** Rings moved to the legal system, for the feature point only: the stored geometry is moved by PostGIS. */
export function toLegalSystem(rings: readonly Ring[], fromSrid: number, toSrid: number): Ring[] {
  const convert = transformer(fromSrid, toSrid);
  return rings.map((ring) => {
    const moved = new Float64Array(ring.length);
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = convert([ring[i]!, ring[i + 1]!]);
      moved[i] = x;
      moved[i + 1] = y;
    }
    return moved;
  });
}
