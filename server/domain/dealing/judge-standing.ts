/**
 * What stands in the way of a dealing before anybody says what it shall do: the parcel page asks this of every kind, and each
 * plan asks it again of its targets, so that a button and the command behind it can never disagree.
 */

import { dayOf } from '../legal-day.ts';
import { CERTIFICATE_KIND_RULES, isCertificateKind } from './certificate-kinds.ts';
import { type ParcelDealingKind, parcelKindRule } from './dealing-kind.ts';
import { judge } from './rule/judge.ts';
import { caveatStopsMortgage } from './rule/right/caveat-stops-mortgage.ts';
import { caveatStopsSplit } from './rule/right/caveat-stops-split.ts';
import { caveatStopsTransfer } from './rule/right/caveat-stops-transfer.ts';
import { mortgaged } from './rule/right/mortgaged.ts';
import { noHolder } from './rule/right/no-holder.ts';
import { termExpired } from './rule/right/term-expired.ts';
import { notCurrent } from './rule/target/not-current.ts';
import type { ParcelStanding } from './standing.ts';
import { type Verdict, verdict } from './verdict.ts';

function caveatVerdicts(kind: ParcelDealingKind, { parcelId, no, caveats }: ParcelStanding): Verdict[] {
  const asked = { stoppedBy: parcelKindRule(kind).stoppedBy ?? null, parcelId, no, caveats };
  return [caveatStopsTransfer, caveatStopsMortgage, caveatStopsSplit].flatMap((rule) => judge(rule, asked));
}

function mortgageVerdicts(kind: ParcelDealingKind, { parcelId, no, rights }: ParcelStanding): Verdict[] {
  const { mortgage: does = null } = parcelKindRule(kind);
  const mortgages = new Map(
    rights.flatMap(({ mortgages }) => mortgages).map((mortgage) => [mortgage.mortgageId, mortgage]),
  );
  const asked = { parcelId, no, kind, does, mortgages: [...mortgages.values()] };
  return judge(mortgaged, asked, does === 'stops' ? 'error' : 'warning');
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

/** A certificate is issued on rights that have none, and everything else is done to one that there is. */
function certificateVerdicts(kind: ParcelDealingKind, { parcelId, sheet, no, rights }: ParcelStanding): Verdict[] {
  if (!isCertificateKind(kind)) return [];
  const held = rights.filter((right) => right.kind === 'use');
  const serials = [...new Set(held.flatMap(({ certificateSerial }) => certificateSerial ?? []))];
  const about = { parcelId, sheet, no };
  if (CERTIFICATE_KIND_RULES[kind].before === 'one')
    return serials.length === 0 && held.length > 0 ? [verdict('certificate.not_held', about)] : [];
  return held.length > 0 && held.every(({ certificateSerial }) => certificateSerial !== null)
    ? [verdict('certificate.already_held', { ...about, serial: serials.join(', ') })]
    : [];
}

/** Everything that the register says against, or to be known before, a dealing of this kind on this parcel. */
export function judgeStanding(
  kind: ParcelDealingKind,
  parcel: ParcelStanding,
  ownDealing: string | null = null,
): Verdict[] {
  const { parcelId, no, rights, status } = parcel;
  const about = { parcelId, sheet: parcel.sheet, no };
  const gone = judge(notCurrent, { about, status });
  if (gone.length > 0) return gone;
  const others = parcel.openDealings.filter(({ dealingId }) => dealingId !== ownDealing);
  const { needsHolder = false, needsTerm = false } = parcelKindRule(kind);
  const holders = rights.filter((right) => right.kind === 'use').length;
  const terms = rights.map(({ until }) => until);
  return [
    ...caveatVerdicts(kind, parcel),
    ...mortgageVerdicts(kind, parcel),
    ...judge(termExpired, { parcelId, no, needsTerm, terms, today: dayOf(new Date()) }),
    ...leaseVerdicts(kind, parcel),
    ...judge(noHolder, { about, needsHolder, holders }),
    ...((kind === 'mortgage_release' || kind === 'mortgage_change') &&
    !rights.some(({ mortgages }) => mortgages.length > 0)
      ? [verdict('mortgage.not_current', about)]
      : []),
    ...certificateVerdicts(kind, parcel),
    ...(kind === 'lease_end' && !rights.some(({ leases }) => leases.length > 0)
      ? [verdict('lease.not_current', about)]
      : []),
    ...(kind === 'caveat_release' && parcel.caveats.length === 0 ? [verdict('caveat.not_current', about)] : []),
    ...others.map(({ dealingId, kind: other }) => ({
      ...verdict('target.in_other_dealing', { ...about, dealingId, kind: other }),
    })),
    ...(rights.some((right) => !right.verified) && needsHolder ? [verdict('right.unverified', about)] : []),
  ];
}
