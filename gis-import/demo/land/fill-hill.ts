/** A slope: bands between contour lines, cut downhill into plots of forest and orchard with many surveyed points. */
import { cutContours } from './cut-around.ts';
import { divideRow } from './divide-rows.ts';
import { type Landscape, M, M2 } from './landscape.ts';
import { faceRing, type Point } from './planar-mesh.ts';
import { longAxis, ringArea, ringCentroid } from './ring-measure.ts';

const nearestHill = ({ patches }: Landscape, [x, y]: Point): Point | null =>
  patches
    .filter(({ kind }) => kind === 'hill')
    .map(({ centre }) => ({ centre, distance: Math.hypot(centre[0] - x, centre[1] - y) }))
    .sort((a, b) => a.distance - b.distance)[0]?.centre ?? null;

/** Divides a block of a hill down to its plots. */
export function fillHill(land: Landscape, face: number): void {
  const { mesh, random } = land;
  const ring = faceRing(mesh, face);
  if (ringArea(ring) < 600 * M2) {
    land.finish(face, 'orchard');
    return;
  }
  const { axis, width } = longAxis(ring);
  const across: Point = [-axis[1], axis[0]];
  const spacing = random.between(40, 64) * M;
  const summit = nearestHill(land, ringCentroid(ring));
  const contours =
    (summit && cutContours(land, face, summit, spacing)) ??
    divideRow(land, face, {
      pieces: Math.max(1, Math.round(width / spacing)),
      axis: across,
      skew: 0.05,
      wander: { amplitude: 7 * M, wavelength: 110 * M, step: 8 * M },
      leastArea: 500,
      unevenness: 0.25,
    });
  const forest = random.chance(0.6);
  for (const band of contours) {
    const shape = longAxis(faceRing(mesh, band));
    const plots = divideRow(land, band, {
      pieces: Math.max(1, Math.round(shape.length / (random.between(55, 115) * M))),
      axis: shape.axis,
      skew: 0.15,
      wander: { amplitude: 2.2 * M, wavelength: 50 * M, step: 9 * M },
      leastArea: 350,
      unevenness: 0.4,
    });
    for (const plot of plots) land.finish(plot, random.chance(0.85) === forest ? 'forest' : 'orchard');
  }
}
