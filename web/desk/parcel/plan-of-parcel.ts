/** What is drawn of a parcel on the map of its page. Pure. */
import type { ParcelDetail, ParcelRights } from '../../api/parcels.ts';
import type { PlanShape, SheetPlan } from '../../map/map-context.ts';

type Restriction = ParcelRights['restrictions'][number];

/** The place of a restriction as shapes of a plan; none where it lies on all of the parcel, or in another system than the sheet's. */
function shapesOf({ geometryLegal }: Restriction, srid: number, label: string): PlanShape[] {
  if (geometryLegal === null || geometryLegal.srid !== srid) return [];
  const { type, coordinates } = geometryLegal;
  if (type === 'Point') return [{ kind: 'restriction', point: coordinates as number[], label }];
  if (type === 'LineString') return [{ kind: 'restriction', line: coordinates as number[][], label }];
  return type === 'Polygon' ? [{ kind: 'restriction', rings: coordinates as number[][][], label }] : [];
}

/** A parcel as it is or was, with the places of its restrictions, each by its name. */
export function planOfParcel(
  { geometryLegal }: Pick<ParcelDetail, 'geometryLegal'>,
  isPresent: boolean,
  restrictions: readonly Restriction[],
  nameOf: (kind: Restriction['kind']) => string,
): SheetPlan {
  const { srid, coordinates } = geometryLegal;
  return {
    srid,
    drawing: false,
    shapes: [
      { kind: isPresent ? 'subject' : 'old', rings: coordinates },
      ...restrictions.flatMap((one) => shapesOf(one, srid, nameOf(one.kind))),
    ],
  };
}
