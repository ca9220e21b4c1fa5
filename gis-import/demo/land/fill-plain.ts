/** A block of the plain: bands of strip fields between bunds, some cut once more, a pond or a graveyard here and there. */
import { cutPond } from './cut-pond.ts';
import { divideRow } from './divide-rows.ts';
import { type GroundUse, type Landscape, M, M2 } from './landscape.ts';
import { faceRing, type Point } from './planar-mesh.ts';
import { longAxis, ringArea } from './ring-measure.ts';

const BUND = { amplitude: 0.9 * M, wavelength: 70 * M, step: 34 * M };

const strips = (land: Landscape, band: number, use: GroundUse, stripWidth: number): void => {
  const { mesh, random } = land;
  const { axis, length } = longAxis(faceRing(mesh, band));
  const pieces = divideRow(land, band, {
    pieces: Math.max(1, Math.round(length / stripWidth)),
    axis,
    skew: 0.06,
    wander: BUND,
    leastArea: 90,
    unevenness: 0.4,
  });
  for (const piece of pieces) {
    const ring = faceRing(mesh, piece);
    const shape = longAxis(ring);
    const halves =
      ringArea(ring) > 700 * M2 && random.chance(0.22)
        ? divideRow(land, piece, {
            pieces: 2,
            axis: shape.axis,
            skew: 0.12,
            wander: BUND,
            leastArea: 120,
            unevenness: 0.4,
          })
        : [piece];
    for (const half of halves) land.finish(half, use);
  }
};

/** Divides a block of the plain down to its fields. */
export function fillPlain(land: Landscape, face: number): void {
  const { mesh, random } = land;
  const area = ringArea(faceRing(mesh, face)) / M2;
  const whole: GroundUse | null =
    area < 260
      ? random.chance(0.5)
        ? 'crop'
        : 'waste'
      : area > 3000 && area < 9000 && random.chance(0.03)
        ? 'cemetery'
        : null;
  if (whole) {
    land.finish(face, whole);
    return;
  }
  if (area > 6000 && random.chance(0.12)) {
    const pond = cutPond(land, face, random.between(12, 24) * M);
    if (pond) {
      land.finish(pond.pond, 'pond');
      fillPlain(land, pond.rest);
      return;
    }
  }
  const { axis, width } = longAxis(faceRing(mesh, face));
  const across: Point = [-axis[1], axis[0]];
  const bands = divideRow(land, face, {
    pieces: Math.max(1, Math.round(width / (random.between(42, 68) * M))),
    axis: across,
    skew: 0.03,
    wander: { amplitude: 1.6 * M, wavelength: 150 * M, step: 40 * M },
    leastArea: 300,
    unevenness: 0.25,
  });
  const use: GroundUse = random.chance(0.86) ? 'paddy' : 'crop';
  const stripWidth = random.between(12, 24) * M;
  for (const band of bands) strips(land, band, use, stripWidth);
}
