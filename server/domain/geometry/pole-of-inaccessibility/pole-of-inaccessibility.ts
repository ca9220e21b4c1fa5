import { centroid, distance, distanceSq, EDGE, isInside, writeEdges } from '../flat-edges.ts';
import type { Ring } from '../ring.ts';
import { boundOfCell } from './cell-bound.ts';
import { popCell, pushCell } from './cell-heap.ts';

/**
 * The search of V. Agafonkin's "polylabel" (Mapbox, 2016, ISC): square cells in order of how far from the outline a
 * point in them could be, split in four until none can beat the best by more than `precision`. Written anew over flat
 * arrays because it is the largest cost of an import; each number is made by the same operations in the same order as
 * the library makes it, so that the point, and with it a parcel's code, is the same to the last bit.
 *
 * What is left out cannot matter. Edges: those farther from a cell's middle than its nearest one by more than the cell's
 * own width are not looked at again for the cells inside it. Cells: those in which no point beats the best
 * (cell-bound.ts) are not split, although the library would split them by their size. That they are missing can change
 * one thing only, the order in which the heap gives out cells of exactly equal promise; where that could have mattered,
 * the search is made again with all of them.
 */

/** A cell's list of edges stays right although distances are rounded. */
const SLACK = 1 + 1e-9;
/** A bound this much (of the box) below the best stays below it although both are rounded. */
const SURELY = 1e-9;

/** Working memory, grown when needed and used again: nothing is allocated per cell. */
interface Room {
  edges: Float64Array;
  /** Per cell: middle, half its side, the most a point in it can have. */
  x: Float64Array;
  y: Float64Array;
  half: Float64Array;
  most: Float64Array;
  /** Per cell: where its list of edges begins and ends; whether its middle is inside (1), outside (0), unknown (-1). */
  from: Int32Array;
  to: Int32Array;
  inside: Int8Array;
  /** Cells that may still hold a better point: a binary heap of their numbers, the highest `most` first. */
  heap: Int32Array;
  /** The lists of edges, one behind the other. */
  lists: Int32Array;
}

const room: Room = {
  edges: new Float64Array(64 * EDGE),
  x: new Float64Array(1024),
  y: new Float64Array(1024),
  half: new Float64Array(1024),
  most: new Float64Array(1024),
  from: new Int32Array(1024),
  to: new Int32Array(1024),
  inside: new Int8Array(1024),
  heap: new Int32Array(1024),
  lists: new Int32Array(4096),
};

function grown<T extends Float64Array | Int32Array | Int8Array>(old: T, length: number): T {
  const larger = new (old.constructor as new (length: number) => T)(length * 2);
  larger.set(old);
  return larger;
}

function growCells(): void {
  const length = room.x.length + 1;
  room.x = grown(room.x, length);
  room.y = grown(room.y, length);
  room.half = grown(room.half, length);
  room.most = grown(room.most, length);
  room.from = grown(room.from, length);
  room.to = grown(room.to, length);
  room.inside = grown(room.inside, length);
  room.heap = grown(room.heap, length);
}

/** Pole of inaccessibility of a polygon, outer ring first, relative to (x0, y0); same units throughout. */
export function poleOfInaccessibility(
  rings: readonly Ring[],
  x0: number,
  y0: number,
  precision: number,
): [number, number] {
  const count = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  if (count * EDGE > room.edges.length) room.edges = new Float64Array(count * EDGE * 2);
  writeEdges(room.edges, rings, x0, y0);
  const outer = (rings[0]!.length / 2) * EDGE;
  return search(count, outer, precision, true) ?? search(count, outer, precision, false)!;
}

/** The search over the edges in `room`; null where leaving out cells could have made another point of it. */
function search(count: number, outer: number, precision: number, leaveOut: boolean): [number, number] | null {
  const { edges } = room;
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (let e = 0; e < outer; e += EDGE) {
    minX = Math.min(minX, edges[e]!);
    minY = Math.min(minY, edges[e + 1]!);
    maxX = Math.max(maxX, edges[e]!);
    maxY = Math.max(maxY, edges[e + 1]!);
  }
  const width = maxX - minX;
  const height = maxY - minY;
  const side = Math.max(precision, Math.min(width, height));
  if (side === precision) return [minX, minY];

  let [bestX, bestY] = centroid(edges, outer) ?? [edges[0]!, edges[1]!];
  let bestD = distance(edges, count, bestX, bestY);
  if (bestD < 0) {
    bestX = edges[0]!;
    bestY = edges[1]!;
    bestD = distance(edges, count, bestX, bestY);
  }
  const middleD = distance(edges, count, minX + width / 2, minY + height / 2);
  if (middleD > bestD) {
    bestX = minX + width / 2;
    bestY = minY + height / 2;
    bestD = middleD;
  }

  let { lists } = room;
  if (count > lists.length) lists = room.lists = new Int32Array(count * 2);
  for (let i = 0; i < count; i++) lists[i] = i * EDGE;
  let { x: xs, y: ys, half: halves, most: mosts, from: froms, to: tos, inside: insides, heap } = room;
  let listed = count;
  let cells = 0;
  let queued = 0;
  /** What the best was when two cells of equal promise first stood in line. */
  let tiedAt = Number.POSITIVE_INFINITY;
  const surely = (width + height + Math.abs(minX) + Math.abs(minY)) * SURELY;

  // First the cells that cover the box, one by one; then the four parts of the most promising cell, again and again.
  let columnX = minX;
  let rowY = minY;
  for (;;) {
    let x: number;
    let y: number;
    let h = side / 2;
    let step = 0;
    let parts = 1;
    let from = 0;
    let to = count;
    let inside = -1;
    if (columnX < maxX) {
      x = columnX + h;
      y = rowY + h;
      rowY += side;
      if (!(rowY < maxY)) {
        rowY = minY;
        columnX += side;
      }
    } else {
      if (queued === 0) break;
      const cell = popCell(heap, mosts, queued--);
      const most = mosts[cell]!;
      if (most - bestD <= precision) break;
      x = xs[cell]!;
      y = ys[cell]!;
      from = froms[cell]!;
      to = tos[cell]!;
      // Every middle of a cell inside this one is nearer to (x, y) than `reach`.
      const reach = halves[cell]! * Math.SQRT2;
      // `most` was made as distance + reach, the distance negative outside.
      const near = Math.abs(most - reach);
      if (near > reach * SLACK) inside = insides[cell]!;
      h = halves[cell]! / 2;
      step = h;
      parts = 4;
      if (to - from > 3) {
        const far = (near + 2 * reach) * SLACK;
        const farSq = far * far;
        if (listed + to - from > lists.length) lists = room.lists = grown(lists, listed + to - from);
        const start = listed;
        let least = Number.POSITIVE_INFINITY;
        for (let i = from; i < to; i++) {
          const e = lists[i]!;
          const square = distanceSq(edges, e, x, y);
          if (square > farSq) continue;
          lists[listed++] = e;
          if (square >= least) continue;
          // The nearest goes first: most often it is the nearest of the four parts too, and one look is enough.
          least = square;
          lists[listed - 1] = lists[start]!;
          lists[start] = e;
        }
        from = start;
        to = listed;
      }
      if (leaveOut) {
        if (boundOfCell(edges, lists, from, to, x, y, halves[cell]!) < bestD - surely) continue;
        if (queued > 0 && mosts[heap[0]!]! === most) tiedAt = Math.min(tiedAt, bestD);
      }
    }
    const reach = h * Math.SQRT2;
    for (let part = 0; part < parts; part++) {
      const px = (part & 1) === 0 ? x - step : x + step;
      const py = part < 2 ? y - step : y + step;
      // Nearer than `enough` the cell cannot hold a better point: how near, and on which side, does not matter.
      const enough = bestD - Math.max(0, reach - precision);
      const enoughSq = enough > 0 ? enough * enough : -1;
      let least = Number.POSITIVE_INFINITY;
      for (let i = from; i < to; i++) {
        const square = distanceSq(edges, lists[i]!, px, py);
        if (square < least) {
          least = square;
          if (square <= enoughSq) break;
        }
      }
      let d = enough;
      let within = -1;
      if (least > enoughSq) {
        within = inside;
        if (within < 0) within = isInside(edges, count, px, py) ? 1 : 0;
        d = least === 0 ? 0 : within === 1 ? Math.sqrt(least) : -Math.sqrt(least);
      }
      const most = d + reach;
      if (most > bestD + precision) {
        if (cells === xs.length) {
          growCells();
          ({ x: xs, y: ys, half: halves, most: mosts, from: froms, to: tos, inside: insides, heap } = room);
        }
        xs[cells] = px;
        ys[cells] = py;
        halves[cells] = h;
        mosts[cells] = most;
        froms[cells] = from;
        tos[cells] = to;
        insides[cells] = within;
        pushCell(heap, mosts, cells++, queued++);
      }
      if (d > bestD) {
        // Whichever of the equal cells comes first may decide what is found.
        if (bestD >= tiedAt) return null;
        bestX = px;
        bestY = py;
        bestD = d;
      }
    }
  }
  return [bestX, bestY];
}
