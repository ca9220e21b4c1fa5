/**
 * What stands in the way of a dealing before anybody says what it shall do: the parcel page asks this of every kind, and each
 * plan asks it again of its targets, so that a button and the command behind it can never disagree.
 */

import { dayOf } from '../legal-day.ts';
import { type ParcelDealingKind, parcelKindRule } from './dealing-kind.ts';
import type { ParcelStanding, StandingCaveat } from './standing.ts';
import { type Verdict, verdict } from './verdict.ts';

function caveatVerdicts(kind: ParcelDealingKind, parcel: ParcelStanding): Verdict[] {
  const effect = parcelKindRule(kind).stoppedBy;
  if (!effect) return [];
  return parcel.caveats
    .filter((caveat: StandingCaveat) => caveat[effect])
    .map(({ caveatId, documentNo, until }) =>
      verdict(`caveat.stops_${effect}`, { parcelId: parcel.parcelId, no: parcel.no, caveatId, documentNo, until }),
    );
}

function mortgageVerdicts(kind: ParcelDealingKind, parcel: ParcelStanding): Verdict[] {
  const { mortgage: does } = parcelKindRule(kind);
  if (!does) return [];
  const mortgages = new Map(
    parcel.rights.flatMap(({ mortgages }) => mortgages).map((mortgage) => [mortgage.mortgageId, mortgage.documentNo]),
  );
  return [...mortgages].map(([mortgageId, documentNo]) => ({
    ...verdict('right.mortgaged', { parcelId: parcel.parcelId, no: parcel.no, mortgageId, documentNo, kind }),
    severity: does === 'stops' ? 'error' : 'warning',
  }));
}

/** A lease goes on whatever becomes of the right that it lies on; who decides is told. */
function leaseVerdicts(kind: ParcelDealingKind, parcel: ParcelStanding): Verdict[] {
  const { mortgage, needsTerm } = parcelKindRule(kind);
  if (kind === 'lease_registration' || (!mortgage && !needsTerm)) return [];
  const leases = new Map(parcel.rights.flatMap(({ leases }) => leases).map((lease) => [lease.leaseId, lease]));
  return [...leases.values()].map(({ leaseId, documentNo, until }) =>
    verdict('lease.goes_on', { parcelId: parcel.parcelId, no: parcel.no, leaseId, documentNo, until }),
  );
}

/** A right is dealt with within its term; whose term is over is extended first. */
function termVerdicts(kind: ParcelDealingKind, parcel: ParcelStanding): Verdict[] {
  if (!parcelKindRule(kind).needsTerm) return [];
  const today = dayOf(new Date());
  const ended = parcel.rights.flatMap(({ until }) => (until !== null && until < today ? [until] : []));
  return [...new Set(ended)].map((until) =>
    verdict('term.expired', { parcelId: parcel.parcelId, no: parcel.no, until }),
  );
}

/** Everything that the register says against, or to be known before, a dealing of this kind on this parcel. */
export function judgeStanding(
  kind: ParcelDealingKind,
  parcel: ParcelStanding,
  ownDealing: string | null = null,
): Verdict[] {
  const about = { parcelId: parcel.parcelId, sheet: parcel.sheet, no: parcel.no };
  if (parcel.status !== 'current') return [verdict('target.not_current', { ...about, status: parcel.status })];
  const others = parcel.openDealings.filter(({ dealingId }) => dealingId !== ownDealing);
  const { needsHolder } = parcelKindRule(kind);
  const holders = parcel.rights.filter((right) => right.kind === 'use');
  return [
    ...caveatVerdicts(kind, parcel),
    ...mortgageVerdicts(kind, parcel),
    ...termVerdicts(kind, parcel),
    ...leaseVerdicts(kind, parcel),
    ...(needsHolder && holders.length === 0
      ? [{ ...verdict('parcel.no_right', about), severity: 'error' as const }]
      : []),
    ...((kind === 'mortgage_release' || kind === 'mortgage_change') &&
    !parcel.rights.some(({ mortgages }) => mortgages.length > 0)
      ? [verdict('mortgage.not_current', about)]
      : []),
    ...(kind === 'lease_end' && !parcel.rights.some(({ leases }) => leases.length > 0)
      ? [verdict('lease.not_current', about)]
      : []),
    ...(kind === 'caveat_release' && parcel.caveats.length === 0 ? [verdict('caveat.not_current', about)] : []),
    ...others.map(({ dealingId, kind: other }) => ({
      ...verdict('target.in_other_dealing', { ...about, dealingId, kind: other }),
    })),
    ...(parcel.rights.some((right) => !right.verified) && needsHolder ? [verdict('right.unverified', about)] : []),
  ];
}
