import { listPartyNames } from '../../../db/dealing/rights.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { PlannedRight } from '../../../domain/contract/dealing/dealings.ts';
import { judge } from '../../../domain/dealing/rule/judge.ts';
import { moreThanHeld } from '../../../domain/dealing/rule/right/more-than-held.ts';
import { notGivenWhole } from '../../../domain/dealing/rule/right/not-given-whole.ts';
import { shareSum } from '../../../domain/dealing/rule/right/share-sum.ts';
import { addShares, parseShare, type Share, shareText, subtractShare, WHOLE } from '../../../domain/dealing/share.ts';
import type { ParcelStanding, StandingRight } from '../../../domain/dealing/standing.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import type { Plan, StoredPayload, Subject } from '../dealing-kind-interface.ts';

/** A right that is given away, with what of it goes and what stays. */
export interface GivenRight {
  readonly right: StandingRight;
  readonly given: Share;
  /** Null where nothing stays. */
  readonly left: Share | null;
}

const shareOf = ({ numerator, denominator }: StandingRight): Share => ({ numerator, denominator });

/** Legacy records give several holders the whole without saying how it is shared: they hold it together, and give it together. */
export const isJoint = (holders: readonly StandingRight[]): boolean => {
  if (holders.length < 2) return false;
  const sum = addShares(holders.map(shareOf));
  return sum.numerator > sum.denominator;
};

export function givenRights(payload: StoredPayload<'transfer'>, parcel: ParcelStanding): GivenRight[] {
  const held = new Map(parcel.rights.map((right) => [right.rightId, right]));
  return payload.from.flatMap(({ rightId, share }) => {
    const right = held.get(rightId);
    if (!right) return [];
    const given = share === undefined ? shareOf(right) : parseShare(share);
    const left = subtractShare(shareOf(right), given);
    return [{ right, given, left: left.numerator > 0 ? left : null }];
  });
}

/** Shares are exact: what is given equals what is received, nobody gives more than she holds, and what is joint goes whole. */
function judgeShares(
  payload: StoredPayload<'transfer'>,
  parcel: ParcelStanding,
  given: readonly GivenRight[],
): Verdict[] {
  const about = { parcelId: parcel.parcelId, no: parcel.no };
  const holders = parcel.rights.filter(({ kind }) => kind === 'use');
  const received = payload.to.map(({ share }) => share);
  if (isJoint(holders)) {
    const allGive = holders.every(({ rightId }) =>
      given.some(({ right, left }) => right.rightId === rightId && left === null),
    );
    const apart = judge(notGivenWhole, { ...about, joint: { holders: holders.length, allGive } });
    return apart.length > 0 ? apart : judge(shareSum, { about, received, given: WHOLE });
  }
  const tooMuch = judge(moreThanHeld, {
    ...about,
    given: given.map(({ right, given: share }) => ({ rightId: right.rightId, share, held: shareOf(right) })),
  });
  if (tooMuch.length > 0) return tooMuch;
  return judge(shareSum, { about, received, given: addShares(given.map(({ given: share }) => share)) });
}

async function judgeParties(
  trx: Trx,
  payload: StoredPayload<'transfer'>,
): Promise<{ names: string[]; verdicts: Verdict[] }> {
  const known = payload.to.flatMap(({ party }) => ('partyId' in party ? [party.partyId] : []));
  const names = await listPartyNames(trx, known);
  return {
    names: payload.to.map(({ party }) => ('partyId' in party ? (names.get(party.partyId) ?? '') : party.name)),
    verdicts: known.filter((id) => !names.has(id)).map((partyId) => verdict('party.not_found', { partyId })),
  };
}

/** Works out which rights end, what stays of them, and who gets what (Civil Code Art. 209: shares are exact fractions). */
export async function planTransfer(trx: Trx, subject: Subject<'transfer'>): Promise<Plan> {
  const { payload } = subject;
  const [parcel] = subject.standing;
  if (parcel?.status !== 'current') return { verdicts: [], land: [], rights: [] };
  const given = givenRights(payload, parcel);
  const missing = payload.from.filter(({ rightId }) => !given.some(({ right }) => right.rightId === rightId));
  const twice = new Set(payload.from.map(({ rightId }) => rightId)).size < payload.from.length;
  const { names, verdicts } = await judgeParties(trx, payload);
  const inHand: PlannedRight[] = given.flatMap(({ right, left }) => [
    {
      rightId: right.rightId,
      parcelId: parcel.parcelId,
      holder: right.holder,
      share: shareText(shareOf(right)),
      change: 'ended' as const,
    },
    ...(left
      ? [
          {
            rightId: null,
            parcelId: parcel.parcelId,
            holder: right.holder,
            share: shareText(left),
            change: 'raised' as const,
          },
        ]
      : []),
  ]);
  const untouched = parcel.rights.filter(({ rightId }) => !given.some(({ right }) => right.rightId === rightId));
  return {
    verdicts: [
      ...missing.map(({ rightId }) => verdict('right.not_current', { rightId })),
      ...(twice ? [verdict('right.not_current', { twice: true })] : []),
      ...(missing.length === 0 && !twice ? judgeShares(payload, parcel, given) : []),
      ...verdicts,
    ],
    land: [],
    rights: [
      ...inHand,
      ...payload.to.map(({ share }, at) => ({
        rightId: null,
        parcelId: parcel.parcelId,
        holder: names[at] ?? '',
        share: shareText(parseShare(share)),
        change: 'raised' as const,
      })),
      ...untouched.map((right) => ({
        rightId: right.rightId,
        parcelId: parcel.parcelId,
        holder: right.holder,
        share: shareText(shareOf(right)),
        change: 'kept' as const,
      })),
    ],
  };
}
