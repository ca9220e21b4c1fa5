/** A line around a centre, as a contour or a hill's foot: almost a circle, with many surveyed points. */

import type { Random } from '../file/random.ts';
import type { Point } from './planar-mesh.ts';

export interface Ring {
  centre: Point;
  /** mm */
  radius: number;
  /** Distance between surveyed points, mm. */
  step: number;
  /** Departure from the shape, mm. */
  amplitude: number;
}

/** How far the edge of a round patch lies out in this direction (radians), as a share of its radius. */
export const raggedness = (centre: Point, angle: number): number =>
  1 + 0.16 * Math.sin(3 * angle + centre[0]) + 0.1 * Math.sin(5 * angle + centre[1]);

/** Once around, counter-clockwise from `startAngle`; similar to its neighbours of other radius, as contours are. */
export function wanderAround(random: Random, { centre, radius, step, amplitude }: Ring, startAngle: number): Point[] {
  const phases = [random.between(0, 6.28), random.between(0, 6.28)];
  const line: Point[] = [];
  for (let angle = startAngle; angle < startAngle + 2 * Math.PI; angle += (step / radius) * random.between(0.6, 1.4)) {
    const along = (angle * radius) / 15_000;
    const off = amplitude * (0.6 * Math.sin(along * 1.7 + phases[0]!) + 0.4 * Math.sin(along * 3.9 + phases[1]!));
    const r = radius * raggedness(centre, angle) + off;
    line.push([centre[0] + r * Math.cos(angle), centre[1] + r * Math.sin(angle)]);
  }
  return line;
}
