import { judge } from '../../../domain/dealing/rule/judge.ts';
import { holderLeftOut } from '../../../domain/dealing/rule/right/holder-left-out.ts';
import { holderNotOfPart } from '../../../domain/dealing/rule/right/holder-not-of-part.ts';
import { shareSum } from '../../../domain/dealing/rule/right/share-sum.ts';
import { parseShare, type Share, shareText, WHOLE } from '../../../domain/dealing/share.ts';
import type { ParcelStanding, StandingCaveat, StandingRight } from '../../../domain/dealing/standing.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { earliest } from '../carry/earliest.ts';
import type { StoredPayload } from '../dealing-kind-interface.ts';

/** A right on the whole parcel, with the rights on the parts that go up in it. */
export interface MergedRight {
  readonly partyId: string;
  readonly holder: string;
  readonly kind: StandingRight['kind'];
  readonly share: Share;
  readonly verified: boolean;
  readonly until: string | null;
  /** Null where the parts stand on several certificates: they are to be exchanged. */
  readonly certificateSerial: string | null;
  readonly from: readonly StandingRight[];
}

const keyOf = ({ kind, partyId, until, ...share }: StandingRight) =>
  `${kind} ${partyId} ${shareText(share)} ${until ?? ''}`;

const sorted = (parcel: ParcelStanding) => parcel.rights.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));

/** The same holders by the same shares on every part: each holds the whole by that share. */
function sameHolders(standing: readonly ParcelStanding[]): MergedRight[] | undefined {
  const sets = standing.map(sorted);
  const [first = []] = sets;
  const keys = first.map(keyOf).join('\n');
  if (sets.some((rights) => rights.map(keyOf).join('\n') !== keys)) return undefined;
  return first.map((right, at) => {
    const from = sets.map((rights) => rights[at]!);
    const serials = new Set(from.map(({ certificateSerial }) => certificateSerial));
    return {
      partyId: right.partyId,
      holder: right.holder,
      kind: right.kind,
      share: { numerator: right.numerator, denominator: right.denominator },
      until: right.until,
      verified: from.every(({ verified }) => verified),
      certificateSerial: serials.size === 1 ? right.certificateSerial : null,
      from,
    };
  });
}

/** What each holds of the whole by an agreement: everybody who holds a part is named, nobody else is, and it adds up to one. */
function agreedHolders(
  standing: readonly ParcelStanding[],
  { holders }: NonNullable<StoredPayload<'merge'>['agreement']>,
): { rights: MergedRight[]; verdicts: Verdict[] } {
  const held = standing.flatMap(({ rights }) => rights);
  const parties = {
    held: held.map(({ partyId }) => partyId),
    named: holders.flatMap(({ partyId, also = [] }) => [partyId, ...also]),
  };
  return {
    rights: holders.map(({ partyId, share, also = [] }) => {
      const from = held.filter((right) => right.partyId === partyId || also.includes(right.partyId));
      return {
        partyId,
        holder: from.find((right) => right.partyId === partyId)?.holder ?? '',
        kind: 'use',
        share: parseShare(share),
        // An agreement says who holds what; it proves nothing that a legacy record says.
        verified: from.every((right) => right.verified),
        until: earliest(from),
        certificateSerial: null,
        from,
      };
    }),
    verdicts: [
      ...judge(holderLeftOut, parties),
      ...judge(holderNotOfPart, parties),
      ...(held.some(({ kind }) => kind !== 'use') ? [verdict('merge.holders_differ', numbersOf(standing))] : []),
      ...judge(shareSum, { received: holders.map(({ share }) => share), given: WHOLE }),
    ],
  };
}

const numbersOf = (standing: readonly ParcelStanding[]) => ({ numbers: standing.map(({ no }) => no) });

/** Who holds the whole. Without an agreement only the same people by the same shares can merge their land. */
export function mergeRights(
  standing: readonly ParcelStanding[],
  payload: StoredPayload<'merge'>,
): { rights: MergedRight[]; verdicts: Verdict[] } {
  const same = sameHolders(standing);
  if (same) return { rights: same, verdicts: [] };
  if (payload.agreement) return agreedHolders(standing, payload.agreement);
  return { rights: [], verdicts: [verdict('merge.holders_differ', numbersOf(standing))] };
}

/** Something that burdens a part, by its id and the number of its document. */
interface Burden {
  readonly id: string;
  readonly documentNo: string;
  /** How many of the parts it lies on. */
  readonly parts: number;
}

export const caveatsOf = (standing: readonly ParcelStanding[]): StandingCaveat[] =>
  standing.flatMap(({ caveats }) => caveats);

function burdensOf(standing: readonly ParcelStanding[]): Burden[] {
  const found = new Map<string, Burden>();
  for (const parcel of standing) {
    const mortgages = parcel.rights.flatMap((right) => right.mortgages);
    const leases = parcel.rights.flatMap((right) => right.leases);
    const here = new Map([
      ...mortgages.map(({ mortgageId, documentNo }) => [mortgageId, documentNo] as const),
      ...leases.map(({ leaseId, documentNo }) => [leaseId, documentNo] as const),
      ...parcel.restrictions.map(({ restrictionId, documentNo }) => [restrictionId, documentNo] as const),
      ...parcel.caveats.map(({ caveatId, documentNo }) => [caveatId, documentNo] as const),
    ]);
    for (const [id, documentNo] of here) found.set(id, { id, documentNo, parts: (found.get(id)?.parts ?? 0) + 1 });
  }
  return [...found.values()];
}

/** A burden of a part becomes one of the whole, which somebody has to say; it is never dropped and never grows unsaid. */
export function judgeBurdens(standing: readonly ParcelStanding[], carries: readonly string[]): Verdict[] {
  const burdens = burdensOf(standing);
  const unnamed = burdens.filter(({ id }) => !carries.includes(id));
  const unknown = carries.filter((id) => !burdens.some((burden) => burden.id === id));
  const grown = burdens.filter(({ id, parts }) => parts < standing.length && carries.includes(id));
  return [
    ...(unnamed.length > 0
      ? [verdict('merge.burden_not_named', { documents: unnamed.map(({ documentNo }) => documentNo) })]
      : []),
    ...(unknown.length > 0 ? [verdict('merge.burden_unknown', { burdens: unknown.length })] : []),
    ...grown.map(({ documentNo, parts }) => verdict('merge.burden_extends', { documentNo, parts })),
  ];
}
