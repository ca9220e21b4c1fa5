import { burdenRights } from '../../../db/dealing/rights.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { StandingRight } from '../../../domain/dealing/standing.ts';

/** What burdens a right that ends goes on on those that follow it; nothing is dropped unsaid. */
export async function followRight(
  trx: Trx,
  dealingId: string,
  { mortgages }: Pick<StandingRight, 'mortgages'>,
  followers: readonly string[],
): Promise<void> {
  for (const { mortgageId } of mortgages) await burdenRights(trx, dealingId, mortgageId, followers);
}
