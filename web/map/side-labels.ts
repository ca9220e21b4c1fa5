import type { LonLat, Measurement } from './map-context.ts';
import { middleOf } from './measure-ground.ts';

/** What stands beside the sides of a measurement, and where, in degrees: also of the side that follows the pointer. */
export function sideLabels(measurement: Measurement | null): { readonly at: LonLat; readonly text: string }[] {
  if (!measurement) return [];
  const { vertices, next, finished, lengths = [] } = measurement;
  const points = next && !finished ? [...vertices, next] : vertices;
  return lengths.flatMap((text, i) => {
    const [from, to] = [points[i], points[(i + 1) % points.length]];
    return from && to ? [{ at: middleOf(from, to), text }] : [];
  });
}
