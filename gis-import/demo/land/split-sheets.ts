/** Divides a commune's surveyed ground into its sheets, by halves, along roads, canals and tracks. */

import type { Random } from '../file/random.ts';
import type { SheetPlan } from '../sheet/sheet-plan.ts';
import { cutCorridor, lineAcross } from './cut-corridor.ts';
import { type CutRules, cutFace } from './cut-face.ts';
import { type GroundUse, M, M2 } from './landscape.ts';
import { faceRing, type PlanarMesh, type Point } from './planar-mesh.ts';
import { longAxis, ringArea, ringCentroid } from './ring-measure.ts';

/** A road, canal or river that is already a parcel. */
export interface Strip {
  face: number;
  use: GroundUse;
}

/** Ground that belongs together: what is still to be divided, and the strips along it. */
export interface Group {
  main: number;
  strips: Strip[];
}

const BORDERS: readonly { use: GroundUse; width: number }[] = [
  { use: 'road', width: 6 * M },
  { use: 'canal', width: 5 * M },
  { use: 'track', width: 4 * M },
];
const WANDER = { amplitude: 10 * M, wavelength: 340 * M, step: 18 * M };

/** Which side of the line the middle of a face lies on. */
const isLeft = (mesh: PlanarMesh, face: number, line: readonly Point[]): boolean => {
  const [x, y] = ringCentroid(faceRing(mesh, face));
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k + 1 < line.length; k++) {
    const distance = Math.hypot(line[k]![0] - x, line[k]![1] - y);
    if (distance >= least) continue;
    least = distance;
    nearest = k;
  }
  const [a, b] = [line[nearest]!, line[nearest + 1]!];
  return (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) > 0;
};

const cutStrips = (
  mesh: PlanarMesh,
  strips: readonly Strip[],
  line: readonly Point[],
): { left: Strip[]; right: Strip[] } => {
  const left: Strip[] = [];
  const right: Strip[] = [];
  for (const { face, use } of strips) {
    const cut = cutFace(mesh, face, line, { leastArea: 25 * M2, snap: 0.3 * M });
    if (cut) {
      left.push({ face: cut.left, use });
      right.push({ face: cut.right, use });
    } else (isLeft(mesh, face, line) ? left : right).push({ face, use });
  }
  return { left, right };
};

/** Cuts everything of the group that the line crosses; a side is null where the main face was not cut. */
export function cutGroup(
  mesh: PlanarMesh,
  group: Group,
  line: readonly Point[],
  rules: CutRules,
): { left: Group | null; right: Group | null } {
  const cut = cutFace(mesh, group.main, line, rules);
  if (!cut) return { left: null, right: null };
  const strips = cutStrips(mesh, group.strips, line);
  return { left: { main: cut.left, strips: strips.left }, right: { main: cut.right, strips: strips.right } };
}

/** One group per sheet, each with the ground its plan asks for. */
export function splitSheets(
  mesh: PlanarMesh,
  random: Random,
  group: Group,
  sheets: readonly SheetPlan[],
  depth = 0,
): { sheet: SheetPlan; group: Group }[] {
  if (sheets.length === 1) return [{ sheet: sheets[0]!, group }];
  const half = Math.ceil(sheets.length / 2);
  const ground = (some: readonly SheetPlan[]) => some.reduce((sum, sheet) => sum + sheet.area, 0);
  const share = ground(sheets.slice(0, half)) / ground(sheets);
  const border = BORDERS[depth % BORDERS.length]!;
  const ring = faceRing(mesh, group.main);
  for (let attempt = 0; attempt < 6; attempt++) {
    const line = lineAcross(random, ring, longAxis(ring).axis, share, WANDER);
    const cut = cutCorridor(mesh, random, group.main, line, border.width, {
      leastArea: (ringArea(ring) * Math.min(share, 1 - share)) / 3,
      snap: 0.5 * M,
    });
    if (!cut) continue;
    const strips = cutStrips(mesh, group.strips, line);
    if (cut.corridor !== null) strips.right.push({ face: cut.corridor, use: border.use });
    return [
      ...splitSheets(mesh, random, { main: cut.right, strips: strips.right }, sheets.slice(0, half), depth + 1),
      ...splitSheets(mesh, random, { main: cut.left, strips: strips.left }, sheets.slice(half), depth + 1),
    ];
  }
  throw new Error(`the ground of commune ${sheets[0]!.communeCode} cannot be divided into sheets`);
}
