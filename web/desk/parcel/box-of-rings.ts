import type { Extent } from '../../map/map-context.ts';

/** The box around the outer rings of some polygons in degrees; null around none. */
export function boxOfRings(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): Extent | null {
  const corners = polygons.flatMap(([outer = []]) => outer);
  if (corners.length === 0) return null;
  const [x, y] = [corners.map(([lon = 0]) => lon), corners.map(([, lat = 0]) => lat)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}
