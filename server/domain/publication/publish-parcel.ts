import type {
  PortalParcel,
  PortalParcelDetail,
  RegisteredParcel,
  RelatedParcel,
} from '../contract/portal/portal-parcels.ts';
import { type ChannelPolicy, publish } from './publication-policy.ts';

/** A parcel as a channel publishes it one by one. The channel must be open (requireOpen): id and state are then always there. */
export function publishParcel(policy: ChannelPolicy, parcel: RegisteredParcel): PortalParcel {
  return publish(policy, parcel) as PortalParcel;
}

/** The same for a parcel with its drawing; what came out of it and before it is published by the same rule. */
export function publishParcelDetail(policy: ChannelPolicy, parcel: Required<PortalParcelDetail>): PortalParcelDetail {
  const relatives = (others: readonly RelatedParcel[]) =>
    others.map((other) => publish(policy, other) as RelatedParcel);
  const { successors, predecessors } = parcel;
  // Common ground that is the whole parcel would tell its area; the share tells nothing of it.
  const overlays = policy.allows('areaM2')
    ? parcel.overlays
    : parcel.overlays.map((layer) => ({ ...layer, items: layer.items.map((item) => ({ ...item, areaM2: null })) }));
  const whole = { ...parcel, overlays, successors: relatives(successors), predecessors: relatives(predecessors) };
  const { source, ...rest } = publish(policy, whole);
  // The original name says what these three say, mostly in the same words.
  const shown = (['sheet', 'no', 'numberedIn'] as const).every((field) => policy.allows(field));
  return { ...rest, ...(shown && source !== undefined && { source }) } as PortalParcelDetail;
}
