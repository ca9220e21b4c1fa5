/** Which rights a dealing rests on: those that it is done to, or that whoever asks for it must have. */
import type { ParcelDealingKind } from './dealing-kind.ts';
import type { ParcelStanding, StandingRight } from './standing.ts';

/** Names the rights of a parcel by what a payload says. */
type Named = (payload: Readonly<Record<string, unknown>>, right: StandingRight) => boolean;

const ids = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const RESTS: Partial<Readonly<Record<ParcelDealingKind, Named>>> = {
  transfer: ({ from }, { rightId }) => ids(from).some((one) => (one as { rightId?: unknown }).rightId === rightId),
  mortgage_registration: ({ rightIds }, { rightId }) => ids(rightIds).includes(rightId),
  lease_registration: (payload, { rightId }) => payload.rightId === rightId,
  term_extension: (payload, { rightId }) => payload.rightId === rightId,
  purpose_change: (_payload, { kind }) => kind === 'use',
  certificate_issue: ({ rightIds }, { rightId }) => ids(rightIds).includes(rightId),
  certificate_exchange: ({ rightIds }, { rightId }) => ids(rightIds).includes(rightId),
  certificate_reissue: ({ rightIds }, { rightId }) => ids(rightIds).includes(rightId),
  holder_correction: (payload, { partyId }) => payload.partyId === partyId,
};

export const RESTING_KINDS = Object.keys(RESTS) as readonly ParcelDealingKind[];

/** Rights of a parcel that a dealing rests on and that nobody has proven yet. */
export const unprovenRights = (
  kind: ParcelDealingKind,
  payload: object,
  { rights }: Pick<ParcelStanding, 'rights'>,
): StandingRight[] =>
  rights.filter(
    (right) => !right.verified && (RESTS[kind]?.(payload as Readonly<Record<string, unknown>>, right) ?? false),
  );
