import type { BatchRecordDetail } from '../../../api/batch/batches.ts';

/** [east, north] in the system of the sheet, metres. */
export type XY = readonly [x: number, y: number];

/** A corner of a ring: which ring, and its place in it. */
export interface Corner {
  readonly ring: number;
  readonly at: number;
}

/** The rings of a record while somebody draws them; the outer one first, none repeats its first corner. */
export interface RingDraft {
  readonly srid: number;
  readonly rings: readonly (readonly XY[])[];
}

/** As the register stores metres: to 0.1 mm. */
const toGrid = (metres: number) => Math.round(metres * 10_000) / 10_000;

/** The rings of a record, ready to be drawn; null where it has none that are one parcel. */
export function draftOf({ geometryLegal }: Pick<BatchRecordDetail, 'geometryLegal'>): RingDraft | null {
  if (geometryLegal?.type !== 'Polygon') return null;
  const rings = geometryLegal.coordinates as XY[][];
  return { srid: geometryLegal.srid, rings: rings.map((ring) => ring.slice(0, -1)) };
}

function withRing(draft: RingDraft, { ring }: Corner, change: (corners: readonly XY[]) => readonly XY[]): RingDraft {
  return { ...draft, rings: draft.rings.map((corners, i) => (i === ring ? change(corners) : corners)) };
}

export const moveCorner = (draft: RingDraft, corner: Corner, [x, y]: XY): RingDraft =>
  withRing(draft, corner, (corners) => corners.with(corner.at, [toGrid(x), toGrid(y)]));

/** A new corner in the middle of the edge behind a corner. */
export function addCorner(draft: RingDraft, corner: Corner): RingDraft {
  return withRing(draft, corner, (corners) => {
    const [[xa, ya], [xb, yb]] = [corners[corner.at]!, corners[(corner.at + 1) % corners.length]!];
    return corners.toSpliced(corner.at + 1, 0, [toGrid((xa + xb) / 2), toGrid((ya + yb) / 2)]);
  });
}

/** Whether a ring would still be one without this corner. */
export const mayRemove = (draft: RingDraft, { ring }: Corner): boolean => (draft.rings[ring]?.length ?? 0) > 3;

export const removeCorner = (draft: RingDraft, corner: Corner): RingDraft =>
  mayRemove(draft, corner) ? withRing(draft, corner, (corners) => corners.toSpliced(corner.at, 1)) : draft;

/** m², holes taken off. */
export function areaOf({ rings }: RingDraft): number {
  const areas = rings.map((ring) => {
    const [[x0, y0]] = ring as [XY];
    const twice = ring.reduce((sum, [xa, ya], i) => {
      const [xb, yb] = ring[(i + 1) % ring.length]!;
      return sum + (xa - x0) * (yb - y0) - (xb - x0) * (ya - y0);
    }, 0);
    return Math.abs(twice / 2);
  });
  return areas.slice(1).reduce((area, hole) => area - hole, areas[0] ?? 0);
}

/** The corner of a neighbour that lies nearest to a point, and how far. */
export function nearestCorner(targets: readonly XY[], [x, y]: XY): { readonly at: XY; readonly metres: number } | null {
  let nearest: { at: XY; metres: number } | null = null;
  for (const at of targets) {
    const metres = Math.hypot(at[0] - x, at[1] - y);
    if (!nearest || metres < nearest.metres) nearest = { at, metres };
  }
  return nearest;
}

export const sameRings = (a: RingDraft, b: RingDraft): boolean => JSON.stringify(a.rings) === JSON.stringify(b.rings);
