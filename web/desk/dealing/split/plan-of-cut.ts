/** What the map shows of a cut under way: land as it is, parts as they would be, lines with their lengths, what catches. */

import type { RaisedParcel } from '../../../api/dealings.ts';
import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import type { PlanShape, SheetPlan } from '../../../map/map-context.ts';
import type { Lines } from './draw-history.ts';
import type { Ghost } from './parallel-form.tsx';
import type { Caught, GroundPoint, SnapTarget } from './snap.ts';

interface Words {
  parcel(no: string): string;
  line(n: number): string;
  caught(caught: Caught): string;
  area(parcel: RaisedParcel): string;
  length(metres: number): string;
}

export interface Drawing {
  readonly parcel: ParcelDetail;
  readonly neighbours: ParcelNeighbours['items'];
  readonly lines: Lines;
  /** Whether the pointer drags a next corner of the last line. */
  readonly open: boolean;
  readonly pointer: { readonly at: GroundPoint; readonly caught: Caught | null } | null;
  readonly parts: readonly RaisedParcel[];
  readonly chosen: string | null;
  /** A cut that is typed and not yet set. */
  readonly ghost?: Ghost | null;
}

const points = (ring: readonly (readonly number[])[]): GroundPoint[] => ring.map(([x = 0, y = 0]) => [x, y]);

/** Rings and lines that catch: the parcel, its neighbours, and what was drawn already. */
export function snapTargets(
  { parcel, neighbours, lines }: Drawing,
  words: Pick<Words, 'parcel' | 'line'>,
): SnapTarget[] {
  const land = [parcel, ...neighbours].flatMap(({ geometryLegal, no }) =>
    geometryLegal.coordinates.map((ring) => ({ line: points(ring), name: words.parcel(no) })),
  );
  return [...land, ...lines.map((line, at) => ({ line, name: words.line(at + 1) }))];
}

/** Lengths below this say nothing, metres. */
const SHOWN = 0.01;

const middle = (a: GroundPoint, b: GroundPoint): GroundPoint => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
export const lengthOf = (a: GroundPoint, b: GroundPoint): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** The drawing as shapes on the sheet, the lowest first. */
export function planOfCut(drawing: Drawing, words: Words): SheetPlan {
  const { parcel, neighbours, lines, open, pointer, parts, chosen, ghost } = drawing;
  const { srid, coordinates } = parcel.geometryLegal;
  const cut = parts.filter(({ role }) => role !== 'neighbour');
  const shapes: PlanShape[] = [
    // Their numbers are those of the tiles below.
    ...neighbours.map(({ geometryLegal }): PlanShape => ({ kind: 'neighbour', rings: geometryLegal.coordinates })),
    { kind: cut.length > 0 ? 'old' : 'subject', rings: coordinates },
    ...cut.map(
      (part): PlanShape => ({
        kind: part.parcelId === chosen ? 'part-chosen' : 'part',
        rings: part.geometryLegal.coordinates,
        label: `${part.no}\n${words.area(part)}`,
      }),
    ),
  ];
  const last = open ? lines.at(-1)?.at(-1) : undefined;
  const next = last && pointer ? [last, pointer.at] : null;
  for (const line of [...lines, ...(next ? [next] : [])]) {
    if (line.length > 1) shapes.push({ kind: 'cut', line });
    for (const [at, b] of line.slice(1).entries()) {
      const a = line[at]!;
      if (lengthOf(a, b) < SHOWN) continue;
      shapes.push({ kind: 'length', point: middle(a, b), label: words.length(lengthOf(a, b)) });
    }
  }
  for (const line of lines) for (const point of line) shapes.push({ kind: 'corner', point });
  if (ghost) {
    const { from, to, lengthM } = ghost.edge;
    for (const point of [from, to]) shapes.push({ kind: 'corner', point });
    shapes.push({ kind: 'length', point: middle(from, to), label: words.length(lengthM) });
    if (ghost.cut) shapes.push({ kind: 'cut', line: ghost.cut.line });
  }
  if (pointer?.caught) {
    const { kind } = pointer.caught;
    shapes.push({
      kind: kind === 'corner' || kind === 'intersection' ? 'catch-corner' : 'catch',
      point: pointer.at,
      label: words.caught(pointer.caught),
    });
  }
  return { srid, shapes, drawing: true };
}
