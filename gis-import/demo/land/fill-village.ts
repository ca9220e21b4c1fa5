/** A village block: two rows of house lots back to back, gardens and ponds among them, now and then a public place. */

import { lineAcross } from './cut-corridor.ts';
import { cutFace } from './cut-face.ts';
import { cutPond } from './cut-pond.ts';
import { divideRow } from './divide-rows.ts';
import { type Landscape, M, M2 } from './landscape.ts';
import { faceRing, type Point } from './planar-mesh.ts';
import { longAxis, ringArea } from './ring-measure.ts';

const SINGLE_ROW_DEPTH = 27 * M;

const lots = (land: Landscape, face: number, frontage: number): void => {
  const { mesh, random } = land;
  const { axis, length } = longAxis(faceRing(mesh, face));
  const pieces = divideRow(land, face, {
    pieces: Math.max(1, Math.round(length / frontage)),
    axis,
    skew: 0.05,
    wander: { amplitude: 0.35 * M, wavelength: 40 * M, step: 24 * M },
    leastArea: 45,
    unevenness: 0.34,
  });
  for (const piece of pieces) {
    const area = ringArea(faceRing(mesh, piece)) / M2;
    land.finish(piece, area > 420 ? (random.chance(0.6) ? 'garden' : 'lot') : random.chance(0.1) ? 'garden' : 'lot');
  }
};

/** Divides a block of a village down to its lots. */
export function fillVillage(land: Landscape, face: number): void {
  const { mesh, random } = land;
  const area = ringArea(faceRing(mesh, face)) / M2;
  const whole = area < 90 ? 'garden' : area > 1200 && random.chance(0.035) ? 'public' : null;
  if (whole) {
    land.finish(face, whole);
    return;
  }
  if (area > 2200 && random.chance(0.17)) {
    const pond = cutPond(land, face, Math.sqrt(area) * random.between(0.16, 0.26) * M);
    if (pond) {
      land.finish(pond.pond, 'pond');
      fillVillage(land, pond.rest);
      return;
    }
  }
  const ring = faceRing(mesh, face);
  const { axis, width } = longAxis(ring);
  const frontage = random.between(10, 16) * M;
  const across: Point = [-axis[1], axis[0]];
  const wander = { amplitude: 1.1 * M, wavelength: 80 * M, step: 26 * M };
  const back = lineAcross(random, ring, across, random.between(0.44, 0.56), wander);
  const rules = { leastArea: 80 * M2, snap: 0.5 * M };
  const cut = width < SINGLE_ROW_DEPTH ? null : cutFace(mesh, face, back, rules);
  if (!cut) {
    lots(land, face, frontage);
    return;
  }
  for (const half of [cut.left, cut.right]) {
    // A block of three lots' depth is halved once more.
    if (longAxis(faceRing(mesh, half)).width > 1.6 * SINGLE_ROW_DEPTH) fillVillage(land, half);
    else lots(land, half, frontage * random.between(0.85, 1.2));
  }
}
