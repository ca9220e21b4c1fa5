import type { ParcelLineage } from '../../../../server/domain/contract/parcel/parcel-lineage.ts';

/** A box of the drawing, px, its corner at (x, y). */
export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
export interface LineageLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  /** From the foot of a parent to the head of a child. */
  readonly lines: readonly { readonly from: readonly [number, number]; readonly to: readonly [number, number] }[];
}

export const BOX = { width: 56, height: 22, gapX: 8, gapY: 26 } as const;

/** Generations one below the other, the oldest on top, each in the middle. */
export function layOutLineage({ items, links }: Pick<ParcelLineage, 'items' | 'links'>): LineageLayout {
  const rows = new Map<number, string[]>();
  for (const { generation, id } of items) rows.set(generation, [...(rows.get(generation) ?? []), id]);
  const ordered = [...rows].sort(([a], [b]) => a - b).map(([, ids]) => ids);
  const widthOf = (ids: readonly string[]) => ids.length * (BOX.width + BOX.gapX) - BOX.gapX;
  const width = Math.max(0, ...ordered.map(widthOf));
  const boxes = ordered.flatMap((ids, row) =>
    ids.map((id, at) => ({
      id,
      x: (width - widthOf(ids)) / 2 + at * (BOX.width + BOX.gapX),
      y: row * (BOX.height + BOX.gapY),
    })),
  );
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const lines = links.flatMap(({ parentId, childId }) => {
    const [parent, child] = [byId.get(parentId), byId.get(childId)];
    if (!parent || !child) return [];
    const middle = BOX.width / 2;
    return [{ from: [parent.x + middle, parent.y + BOX.height], to: [child.x + middle, child.y] } as const];
  });
  return { width, height: Math.max(0, ordered.length * (BOX.height + BOX.gapY) - BOX.gapY), boxes, lines };
}
