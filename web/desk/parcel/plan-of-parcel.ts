/** What is drawn of a parcel on the map of its page. Pure. */
import type { ParcelDetail, ParcelRights } from '../../api/parcels.ts';
import type { PlanShape, SheetPlan } from '../../map/map-context.ts';

type Restriction = ParcelRights['restrictions'][number];

/**
 * The place of a restriction as shapes of a plan; none where it lies on all of the parcel, or in another system than the sheet's. Its name stands in the list: on the map it
 * would lie over the number of the parcel.
 */
export function restrictionShapes({ geometryLegal }: Restriction, srid: number): PlanShape[] {
  if (geometryLegal === null || geometryLegal.srid !== srid) return [];
  const { type, coordinates } = geometryLegal;
  if (type === 'Point') return [{ kind: 'restriction', point: coordinates as number[] }];
  if (type === 'LineString') return [{ kind: 'restriction', line: coordinates as number[][] }];
  return type === 'Polygon' ? [{ kind: 'restriction', rings: coordinates as number[][][] }] : [];
}

/** A parcel as it is or was, with the places of its restrictions. */
export function planOfParcel(
  { geometryLegal }: Pick<ParcelDetail, 'geometryLegal'>,
  isPresent: boolean,
  restrictions: readonly Restriction[],
): SheetPlan {
  const { srid, coordinates } = geometryLegal;
  return {
    srid,
    drawing: false,
    shapes: [
      { kind: isPresent ? 'subject' : 'old', rings: coordinates },
      ...restrictions.flatMap((one) => restrictionShapes(one, srid)),
    ],
  };
}
