import type {
  PortalParcel,
  PortalParcelDetail,
  RegisteredParcel,
  RelatedParcel,
} from '../contract/portal/portal-parcels.ts';
import { type Publication, publish } from './publication.ts';

/** A parcel as the look-up publishes it. The channel must be open (requireOpen): id and state are then always there. */
export function publishParcel(publication: Publication, parcel: RegisteredParcel): PortalParcel {
  return publish(publication, 'lookup', parcel) as PortalParcel;
}

/** The same for a parcel with its drawing; what came out of it and before it is published by the same rule. */
export function publishParcelDetail(
  publication: Publication,
  parcel: Required<PortalParcelDetail>,
): PortalParcelDetail {
  const relatives = (others: readonly RelatedParcel[]) =>
    others.map((other) => publish(publication, 'lookup', other) as RelatedParcel);
  const { successors, predecessors } = parcel;
  const whole = { ...parcel, successors: relatives(successors), predecessors: relatives(predecessors) };
  const { source, ...rest } = publish(publication, 'lookup', whole);
  // The original name says what these three say, mostly in the same words.
  const shown = (['sheet', 'no', 'numberedIn'] as const).every((field) => publication.allows('lookup', field));
  return { ...rest, ...(shown && source !== undefined && { source }) } as PortalParcelDetail;
}
