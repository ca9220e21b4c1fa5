import type { DealingDetail } from '../../api/dealings.ts';

type Land = Pick<DealingDetail['targets'][number], 'parcelId' | 'no' | 'sheet'>;
export type Member = {
  readonly targets: readonly Land[];
  readonly raises: readonly (Land & Pick<DealingDetail['raises'][number], 'role'>)[];
};

/** The parcels that dealings of a file leave, in its order: what one raises is there for the next, what it makes of a parcel is not. */
export function landAfter(members: readonly Member[]): Land[] {
  const land = new Map<string, Land>();
  for (const { targets, raises } of members) {
    for (const target of targets) land.set(target.parcelId, target);
    const raised = raises.filter(({ role }) => role !== 'neighbour');
    if (raised.length > 0) for (const { parcelId } of targets) land.delete(parcelId);
    for (const parcel of raised) land.set(parcel.parcelId, parcel);
  }
  return [...land.values()];
}
