/** What the map shows of a merger: the parcels chosen, what lies beside them, and the whole as it would be. */
import type { RaisedParcel } from '../../../api/dealings.ts';
import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import type { PlanShape, SheetPlan } from '../../../map/map-context.ts';

interface Land {
  readonly chosen: readonly ParcelDetail[];
  readonly neighbours: ParcelNeighbours['items'];
  readonly whole: RaisedParcel | undefined;
}

export function planOfMerge(
  { chosen, neighbours, whole }: Land,
  label: (no: string, areaM2: number) => string,
): SheetPlan {
  const srid = chosen[0]?.geometryLegal.srid ?? 0;
  const inSystem = <T extends { readonly geometryLegal: { readonly srid: number } }>(land: readonly T[]) =>
    land.filter(({ geometryLegal }) => geometryLegal.srid === srid);
  const shapes: PlanShape[] = [
    ...inSystem(neighbours).map(
      ({ geometryLegal }): PlanShape => ({ kind: 'neighbour', rings: geometryLegal.coordinates }),
    ),
    // The numbers of those chosen are those of the tiles below, until the whole covers them.
    ...inSystem(chosen).map(
      ({ geometryLegal }): PlanShape => ({ kind: whole ? 'old' : 'subject', rings: geometryLegal.coordinates }),
    ),
  ];
  if (whole) {
    const { geometryLegal, no, legalAreaM2, areaM2 } = whole;
    shapes.push({ kind: 'part', rings: geometryLegal.coordinates, label: label(no, legalAreaM2 ?? areaM2) });
  }
  return { srid, shapes, drawing: false };
}
