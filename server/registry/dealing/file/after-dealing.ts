import { findDealingRow } from '../../../db/dealing/dealing-list.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { Actor } from '../../../domain/actor.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { afterEarlier } from './after-earlier.ts';

/**
 * Looks at the register as it will be once an open dealing and those before it in its file are registered; as it is without
 * one. Throws dealing.not_found, and dealing.blocked where one of them is stopped.
 */
export async function afterDealing<T>(
  trx: Trx,
  actor: Actor,
  dealingId: string | undefined,
  look: () => Promise<T>,
): Promise<T> {
  if (dealingId === undefined) return look();
  const row = await findDealingRow(trx, dealingId);
  if (!row) throw new Problem('dealing.not_found');
  return afterEarlier(trx, actor, { fileId: row.fileId, fileNo: row.fileNo + 1 }, look);
}
