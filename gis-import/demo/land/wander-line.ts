/** Lines as people and water draw them: nearly straight, never quite. */

import type { Random } from '../file/random.ts';
import type { Point } from './planar-mesh.ts';

/** How a line strays from the straight, in millimetres. */
export interface Wander {
  /** Greatest departure to either side. */
  amplitude: number;
  /** Length of its main bends. */
  wavelength: number;
  /** Distance between surveyed points. */
  step: number;
}

/** A line through `through` along `direction`, `reach` long to either side. */
export function wanderLine(random: Random, through: Point, direction: Point, reach: number, wander: Wander): Point[] {
  const [dx, dy] = direction;
  const waves = [1, 0.47, 0.21].map((scale) => ({
    weight: wander.amplitude * scale * random.between(0.3, 0.62),
    pace: (2 * Math.PI) / (wander.wavelength * scale * random.between(0.8, 1.25)),
    phase: random.between(0, 2 * Math.PI),
  }));
  const stray = (s: number) =>
    waves.reduce((sum, { weight, pace, phase }) => sum + weight * Math.sin(s * pace + phase), 0);
  const line: Point[] = [];
  for (let s = -reach; s < reach; s += wander.step * random.between(0.6, 1.4)) {
    const off = stray(s);
    line.push([through[0] + dx * s - dy * off, through[1] + dy * s + dx * off]);
  }
  const off = stray(reach);
  line.push([through[0] + dx * reach - dy * off, through[1] + dy * reach + dx * off]);
  return line;
}

/** The line moved sideways (positive = to its left), by a distance that itself varies a little. */
export function offsetLine(random: Random, line: readonly Point[], distance: number, unevenness: number): Point[] {
  return line.map((point, i) => {
    const before = line[Math.max(0, i - 1)]!;
    const after = line[Math.min(line.length - 1, i + 1)]!;
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]);
    const shift = distance * (1 + random.between(-unevenness, unevenness));
    return [point[0] - ((after[1] - before[1]) / length) * shift, point[1] + ((after[0] - before[0]) / length) * shift];
  });
}
