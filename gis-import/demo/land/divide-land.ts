/** Divides a sheet's land from the whole down to parcels: corridors first, then what grows between them. */

import type { Random } from '../file/random.ts';
import { cutAround } from './cut-around.ts';
import { cutCorridor, lineAcross } from './cut-corridor.ts';
import { turned } from './divide-rows.ts';
import { fillHill } from './fill-hill.ts';
import { fillPlain } from './fill-plain.ts';
import { fillVillage } from './fill-village.ts';
import { countryAt, type GroundUse, type Landscape, M, M2 } from './landscape.ts';
import { faceRing } from './planar-mesh.ts';
import { longAxis, ringArea, ringCentroid } from './ring-measure.ts';
import type { Wander } from './wander-line.ts';

/** Blocks of this size (m²) are no longer cut by ways and ditches. */
const BLOCK = { village: 4600, plain: 17_000, hill: 42_000 };

interface CorridorKind {
  use: GroundUse;
  /** mm */
  width: number;
  wander: Wander;
}

const BEND = { amplitude: 9 * M, wavelength: 330 * M, step: 17 * M };
const STRAIGHT = { amplitude: 1.6 * M, wavelength: 200 * M, step: 33 * M };

/** Which kind of way or water would divide a block of this size (m²) here. */
const corridorFor = (random: Random, country: keyof typeof BLOCK, area: number): CorridorKind => {
  if (country === 'village') {
    if (area > 60_000) return { use: 'road', width: random.between(4.5, 6) * M, wander: { ...BEND, amplitude: 6 * M } };
    if (area > 18_000)
      return {
        use: 'lane',
        width: random.between(3.2, 4.2) * M,
        wander: { amplitude: 3 * M, wavelength: 120 * M, step: 17 * M },
      };
    return {
      use: 'lane',
      width: random.between(2.2, 3.2) * M,
      wander: { amplitude: 1.9 * M, wavelength: 80 * M, step: 15 * M },
    };
  }
  if (country === 'hill') {
    if (area > 150_000)
      return {
        use: 'track',
        width: random.between(3.5, 4.5) * M,
        wander: { ...BEND, wavelength: 200 * M, step: 10 * M },
      };
    return {
      use: 'track',
      width: random.between(2.2, 3) * M,
      wander: { amplitude: 5 * M, wavelength: 110 * M, step: 8 * M },
    };
  }
  if (area > 150_000) return { use: 'road', width: random.between(5, 7) * M, wander: BEND };
  const water = random.chance(0.55);
  if (area > 50_000) return { use: water ? 'canal' : 'track', width: random.between(3, 5.5) * M, wander: STRAIGHT };
  return { use: water ? 'ditch' : 'track', width: random.between(1.5, 2.6) * M, wander: { ...STRAIGHT, step: 24 * M } };
};

/** Divides a sheet's ground: the hills first, along their foot, then what lies around and on them. */
export function divideSheet(land: Landscape, face: number): void {
  let pieces = [face];
  for (const { kind, centre, radius } of land.patches)
    if (kind === 'hill') {
      const foot = { centre, radius, step: 9 * M, amplitude: 3 * M };
      pieces = pieces.flatMap((piece) => cutAround(land, piece, foot, 3000));
    }
  for (const piece of pieces) divideLand(land, piece);
}

/** Divides a face, and all that comes of it, until every part has been finished. */
function divideLand(land: Landscape, face: number): void {
  const { mesh, random } = land;
  const ring = faceRing(mesh, face);
  const area = ringArea(ring) / M2;
  const country = countryAt(land.patches, ringCentroid(ring));
  if (area > BLOCK[country] * random.between(0.7, 1.4)) {
    for (let attempt = 0; attempt < 4; attempt++) {
      const { use, width, wander } = corridorFor(random, country, area);
      const tilt = country === 'plain' && area < 50_000 ? 0.05 : 0.15;
      const axis = turned(longAxis(ring).axis, random.between(-tilt, tilt));
      const line = lineAcross(random, ring, axis, random.between(0.38, 0.62), wander);
      const cut = cutCorridor(mesh, random, face, line, width, { leastArea: (area / 8) * M2, snap: 0.5 * M });
      if (!cut) continue;
      if (cut.corridor !== null) land.finish(cut.corridor, use);
      divideLand(land, cut.left);
      divideLand(land, cut.right);
      return;
    }
  }
  if (country === 'village') fillVillage(land, face);
  else if (country === 'hill') fillHill(land, face);
  else fillPlain(land, face);
}
