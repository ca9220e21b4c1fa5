/**
 * A planar subdivision with shared topology (half-edges). Every boundary exists once and is seen from both sides, so
 * neighbours carry the same vertices by construction: no gaps, no overlaps, T-junction corners present in both rings.
 *
 * Coordinates are whole millimetres east and north of a local origin; whole numbers keep every orientation test exact.
 * Half-edge h and h ^ 1 are twins; the face of a half-edge lies on its left, so outer rings run counter-clockwise.
 */

/** [east, north] in millimetres from the mesh origin. */
export type Point = readonly [number, number];

export interface PlanarMesh {
  readonly x: number[];
  readonly y: number[];
  readonly origin: number[];
  readonly next: number[];
  readonly previous: number[];
  readonly face: number[];
  /** One half-edge of each face's outer ring; face 0 is the outside. */
  readonly faceEdge: number[];
  /** What the face belongs to; inherited when it is split. */
  readonly region: number[];
  /** One half-edge of each inner ring, for the few faces that have one. */
  readonly holes: Map<number, number[]>;
}

/** The face that is everything outside of the first ring. */
export const OUTSIDE = 0;

const addEdge = (mesh: PlanarMesh, from: number, to: number, left: number, right: number): number => {
  const h = mesh.origin.length;
  mesh.origin.push(from, to);
  mesh.next.push(-1, -1);
  mesh.previous.push(-1, -1);
  mesh.face.push(left, right);
  return h;
};

const addVertex = (mesh: PlanarMesh, point: Point): number => {
  mesh.x.push(Math.round(point[0]));
  return mesh.y.push(Math.round(point[1])) - 1;
};

const link = (mesh: PlanarMesh, first: number, second: number): void => {
  mesh.next[first] = second;
  mesh.previous[second] = first;
};

/** A closed chain of new edges around `inside`; the outer side belongs to `around`. Returns its first half-edge. */
const addLoop = (mesh: PlanarMesh, ring: readonly Point[], inside: number, around: number): number => {
  const vertices = ring.map((point) => addVertex(mesh, point));
  const edges = vertices.map((from, i) => addEdge(mesh, from, vertices[(i + 1) % vertices.length]!, inside, around));
  edges.forEach((h, i) => {
    const following = edges[(i + 1) % edges.length]!;
    link(mesh, h, following);
    link(mesh, following ^ 1, h ^ 1);
  });
  return edges[0]!;
};

/** A mesh of one face, 1, bounded by a counter-clockwise ring (not closed by a repeated point). */
export function createMesh(ring: readonly Point[]): PlanarMesh {
  const mesh: PlanarMesh = {
    x: [],
    y: [],
    origin: [],
    next: [],
    previous: [],
    face: [],
    faceEdge: [-1, -1],
    region: [-1, 0],
    holes: new Map(),
  };
  const h = addLoop(mesh, ring, 1, OUTSIDE);
  mesh.faceEdge[OUTSIDE] = h ^ 1;
  mesh.faceEdge[1] = h;
  return mesh;
}

/** Puts a vertex on an edge, for both faces at once. `h` keeps its start; the new half-edge after it is returned. */
export function splitEdge(mesh: PlanarMesh, h: number, point: Point): number {
  const vertex = addVertex(mesh, point);
  const twin = h ^ 1;
  const rest = addEdge(mesh, vertex, mesh.origin[twin]!, mesh.face[h]!, mesh.face[twin]!);
  mesh.origin[twin] = vertex;
  link(mesh, rest, mesh.next[h]!);
  link(mesh, h, rest);
  link(mesh, mesh.previous[twin]!, rest ^ 1);
  link(mesh, rest ^ 1, twin);
  return rest;
}

/**
 * Cuts a face along a chain from the start of half-edge `from` to the start of half-edge `to`, both of its outer ring.
 * The face left of the chain keeps its number; the new face on the right is returned.
 */
export function splitFace(mesh: PlanarMesh, from: number, to: number, chain: readonly Point[]): number {
  const left = mesh.face[from]!;
  const right = mesh.faceEdge.length;
  const stops = [mesh.origin[from]!, ...chain.map((point) => addVertex(mesh, point)), mesh.origin[to]!];
  const beforeFrom = mesh.previous[from]!;
  const beforeTo = mesh.previous[to]!;
  let last = beforeFrom;
  let ahead = from;
  for (let i = 0; i + 1 < stops.length; i++) {
    const h = addEdge(mesh, stops[i]!, stops[i + 1]!, left, right);
    link(mesh, last, h);
    link(mesh, h ^ 1, ahead);
    last = h;
    ahead = h ^ 1;
  }
  link(mesh, last, to);
  link(mesh, beforeTo, ahead);
  mesh.faceEdge.push(from);
  mesh.faceEdge[left] = to;
  mesh.region.push(mesh.region[left]!);
  for (let h = from; ; h = mesh.next[h]!) {
    mesh.face[h] = right;
    if (mesh.next[h] === from) break;
  }
  return right;
}

/** A new face wholly inside another one, which thereby has an inner ring. The ring runs counter-clockwise. */
export function addIsland(mesh: PlanarMesh, around: number, ring: readonly Point[]): number {
  const island = mesh.faceEdge.length;
  const h = addLoop(mesh, ring, island, around);
  mesh.faceEdge.push(h);
  mesh.region.push(mesh.region[around]!);
  mesh.holes.set(around, [...(mesh.holes.get(around) ?? []), h ^ 1]);
  return island;
}

/** The half-edges of the ring that begins with `start`, in order. */
export function ringEdges(mesh: PlanarMesh, start: number): number[] {
  const edges: number[] = [];
  for (let h = start; ; h = mesh.next[h]!) {
    edges.push(h);
    if (mesh.next[h] === start) return edges;
  }
}

/** The points of the ring that begins with `start`, not closed. */
function ringPoints(mesh: PlanarMesh, start: number): Point[] {
  return ringEdges(mesh, start).map((h) => [mesh.x[mesh.origin[h]!]!, mesh.y[mesh.origin[h]!]!]);
}

/** The outer ring of a face, counter-clockwise, not closed. */
export function faceRing(mesh: PlanarMesh, face: number): Point[] {
  return ringPoints(mesh, mesh.faceEdge[face]!);
}

/** The inner rings of a face, clockwise, not closed. */
export function faceHoles(mesh: PlanarMesh, face: number): Point[][] {
  return (mesh.holes.get(face) ?? []).map((start) => ringPoints(mesh, start));
}
