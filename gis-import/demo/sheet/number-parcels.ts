/** Numbers as a surveyor gives them: from the north, band by band, west to east and back again. */
import type { Point } from '../land/planar-mesh.ts';

/** The places in numbering order, given one point per parcel (any unit, north up). */
export function numberParcels(points: readonly Point[]): number[] {
  const norths = points.map(([, y]) => y);
  const easts = points.map(([x]) => x);
  const [top, bottom] = [norths.reduce((a, b) => Math.max(a, b)), norths.reduce((a, b) => Math.min(a, b))];
  const [west, east] = [easts.reduce((a, b) => Math.min(a, b)), easts.reduce((a, b) => Math.max(a, b))];
  // Bands about as deep as a parcel is wide, were all alike.
  const bands = Math.max(1, Math.round(Math.sqrt((points.length * (top - bottom)) / Math.max(1, east - west)) / 1.3));
  const bandOf = ([, y]: Point) => Math.min(bands - 1, Math.floor(((top - y) / Math.max(1, top - bottom)) * bands));
  return points
    .map((point, index) => ({ index, band: bandOf(point), x: point[0] }))
    .sort((a, b) => a.band - b.band || (a.band % 2 === 0 ? a.x - b.x : b.x - a.x) || a.index - b.index)
    .map(({ index }) => index);
}
