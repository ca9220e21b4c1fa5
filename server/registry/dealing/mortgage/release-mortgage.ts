import { endMortgage } from '../../../db/dealing/rights.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import { verdict } from '../../../domain/dealing/verdict.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';

type OfRelease = Subject<'mortgage_release'>;

const burdened = ({ payload, standing }: OfRelease) =>
  standing.flatMap((parcel) =>
    parcel.rights
      .filter(({ mortgages }) => mortgages.some(({ mortgageId }) => mortgageId === payload.mortgageId))
      .map((right) => ({ parcel, right })),
  );

async function planRelease(_trx: Trx, subject: OfRelease): Promise<Plan> {
  const found = burdened(subject);
  return {
    verdicts: found.length === 0 ? [verdict('mortgage.not_current', { mortgageId: subject.payload.mortgageId })] : [],
    land: [],
    rights: found.map(({ parcel, right }) => ({
      rightId: right.rightId,
      parcelId: parcel.parcelId,
      holder: right.holder,
      share: shareText(right),
      change: 'kept',
    })),
  };
}

/** Xoá đăng ký thế chấp: the mortgage ends on every right it burdens. */
export const MORTGAGE_RELEASE: ParcelKind<'mortgage_release'> = {
  kind: 'mortgage_release',
  plan: planRelease,
  async register(trx, dealingId, { payload }) {
    const ended = await endMortgage(trx, dealingId, payload.mortgageId);
    if (ended !== 1) throw new Error(`mortgage ${payload.mortgageId} does not hold`);
  },
};
