/**
 * Ground for one more sheet beside those there are. A road along the old border belongs to it, so that dividing the new
 * ground puts no corner on the border: the sheets that were there keep their corners, and neither gap nor overlap comes.
 */

import type { Random } from '../file/random.ts';
import { M, M2 } from './landscape.ts';
import { type PlanarMesh, type Point, ringEdges, splitFace } from './planar-mesh.ts';
import type { Group } from './split-sheets.ts';

const ROAD = 6 * M;
/** Between surveyed points of the new limits. */
const STEP = 26 * M;
/** Of a border as long as it is, the middle part that may be taken. */
const MOST_OF_BORDER = 0.7;

/** Half-edges of the face's ring, in order, along its longest stretch that borders on wanted ground. */
function longestBorder(mesh: PlanarMesh, face: number, borders: (face: number) => boolean): number[] {
  const edges = ringEdges(mesh, mesh.faceEdge[face]!);
  const first = edges.findIndex((h) => !borders(mesh.face[h ^ 1]!));
  let best: number[] = [];
  let run: number[] = [];
  for (let i = 0; i < edges.length; i++) {
    const h = edges[(first + i) % edges.length]!;
    run = borders(mesh.face[h ^ 1]!) ? [...run, h] : [];
    if (run.length > best.length) best = run;
  }
  return best;
}

const startOf = (mesh: PlanarMesh, h: number): Point => [mesh.x[mesh.origin[h]!]!, mesh.y[mesh.origin[h]!]!];
const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);
/** Unit vector to the left of the way from a to b. */
const leftOf = (a: Point, b: Point): Point => [(a[1] - b[1]) / distance(a, b), (b[0] - a[0]) / distance(a, b)];
const moved = ([x, y]: Point, [dx, dy]: Point, by: number): Point => [Math.round(x + dx * by), Math.round(y + dy * by)];

/** The middle stretch of the border of about this length, as its first half-edge and the one behind its last. */
function middleStretch(mesh: PlanarMesh, border: readonly number[], wanted: number): number[] {
  const points = border.map((h) => startOf(mesh, h));
  const along = [0];
  for (let i = 1; i < points.length; i++) along.push(along[i - 1]! + distance(points[i - 1]!, points[i]!));
  const whole = along.at(-1)!;
  const length = Math.min(wanted, whole * MOST_OF_BORDER);
  return border.filter((_, i) => Math.abs(along[i]! - whole / 2) <= length / 2);
}

/** Points from a to b, both left out, that stray a little from the straight. */
function surveyedLine(random: Random, a: Point, b: Point): Point[] {
  const steps = Math.max(1, Math.round(distance(a, b) / STEP));
  const aside = leftOf(a, b);
  return Array.from({ length: steps - 1 }, (_, i): Point => {
    const share = (i + 1) / steps;
    return moved([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share], aside, random.between(-2, 2) * M);
  });
}

/** Takes about `area` m² out of the unsurveyed faces; `borders` says along which ground. */
export function takeAdjoiningGround(
  mesh: PlanarMesh,
  random: Random,
  { area, free, borders }: { area: number; free: readonly number[]; borders: (face: number) => boolean },
): Group {
  const border = free
    .map((face) => longestBorder(mesh, face, borders))
    .reduce((best, each) => (each.length > best.length ? each : best), []);
  const stretch = middleStretch(mesh, border, Math.sqrt(area * M2) * 1.15);
  const line = stretch.map((h) => startOf(mesh, h));
  const [from, to] = [stretch[0], stretch.at(-1)];
  if (from === undefined || to === undefined || line.length < 3) throw new Error('no border is left to survey beside');
  const [a, b] = [line[0]!, line.at(-1)!];
  const out = leftOf(a, b);
  const depth = (area * M2) / distance(a, b);
  const [nearA, nearB] = [moved(a, out, ROAD), moved(b, out, ROAD)];
  const [farA, farB] = [moved(a, out, depth), moved(b, out, depth)];
  const limits = [
    nearA,
    ...surveyedLine(random, nearA, farA),
    farA,
    ...surveyedLine(random, farA, farB),
    farB,
    ...surveyedLine(random, farB, nearB),
    nearB,
  ];
  const main = splitFace(mesh, from, to, limits);
  const beside = line
    .slice(1, -1)
    .map((point, i) => moved(point, leftOf(line[i]!, line[i + 2]!), ROAD))
    .filter((point) => distance(point, nearA) > STEP / 2 && distance(point, nearB) > STEP / 2);
  const edges = ringEdges(mesh, mesh.faceEdge[main]!);
  const startsAt = (point: Point) => edges.find((h) => distance(startOf(mesh, h), point) === 0)!;
  const road = splitFace(mesh, startsAt(nearA), startsAt(nearB), spaced(beside));
  return { main, strips: [{ face: road, use: 'road' }] };
}

/** Of points in a row, those at least half a step from the one before. */
function spaced(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) if (kept.length === 0 || distance(kept.at(-1)!, point) > STEP / 2) kept.push(point);
  return kept;
}
