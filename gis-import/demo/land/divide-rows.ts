/** Cuts a face into a row of pieces side by side, each cut across the row. */
import { lineAcross } from './cut-corridor.ts';
import { cutFace } from './cut-face.ts';
import { type Landscape, M, M2 } from './landscape.ts';
import { faceRing, type Point } from './planar-mesh.ts';
import type { Wander } from './wander-line.ts';

interface RowRules {
  pieces: number;
  /** Direction of the row; the cuts run across it. */
  axis: Point;
  /** Greatest turn of one cut away from square, radians. */
  skew: number;
  wander: Wander;
  /** m² */
  leastArea: number;
  /** 0 = all pieces alike. */
  unevenness: number;
}

/** The direction turned by an angle in radians. */
export const turned = ([x, y]: Point, angle: number): Point => [
  x * Math.cos(angle) - y * Math.sin(angle),
  x * Math.sin(angle) + y * Math.cos(angle),
];

/** Cuts by halves, so that no piece depends on the sum of the errors before it. Returns the pieces. */
export function divideRow(land: Landscape, face: number, rules: RowRules): number[] {
  if (rules.pieces < 2) return [face];
  const { mesh, random } = land;
  const first = Math.floor(rules.pieces / 2);
  const uneven = rules.unevenness / Math.sqrt(rules.pieces);
  const ring = faceRing(mesh, face);
  for (let attempt = 0; attempt < 4; attempt++) {
    const share = (first / rules.pieces) * (1 + random.between(-uneven, uneven));
    const axis = turned(rules.axis, random.between(-rules.skew, rules.skew));
    const line = lineAcross(random, ring, axis, share, rules.wander);
    const cut = cutFace(mesh, face, line, { leastArea: rules.leastArea * M2, snap: 0.35 * M });
    if (!cut) continue;
    // The part below the limit along the axis lies left of a line that runs along (axis turned right).
    return [
      ...divideRow(land, cut.right, { ...rules, pieces: first }),
      ...divideRow(land, cut.left, { ...rules, pieces: rules.pieces - first }),
    ];
  }
  return [face];
}
