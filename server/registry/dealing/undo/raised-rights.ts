import {
  type DealtRight,
  listEndedRights,
  listHeldRights,
  listRaisedRightIds,
  listRestoring,
} from '../../../db/dealing/reversal.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { derivedId } from '../carry/derived-id.ts';

/** Id of a right that holds again because a reversal took back what had ended it. */
export const restoredId = (reversal: string, rightId: string): string => derivedId(reversal, 'right', rightId);

/** Rights that a dealing raised and that hold, also those that hold again under another id since what came later was taken back. */
export async function raisedRights(trx: Trx, dealingId: string): Promise<DealtRight[]> {
  const ids = new Set(await listRaisedRightIds(trx, dealingId));
  const restoring = await listRestoring(trx, dealingId);
  for (const { undoing, undone } of restoring) {
    for (const { rightId } of await listEndedRights(trx, undone))
      if (ids.has(rightId)) ids.add(restoredId(undoing, rightId));
  }
  const held = await listHeldRights(trx, [dealingId, ...restoring.map(({ undoing }) => undoing)]);
  return held.filter(({ rightId }) => ids.has(rightId));
}
