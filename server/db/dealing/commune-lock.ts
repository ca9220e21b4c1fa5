import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

/** Holds everybody else off the commune's register until the transaction ends. */
export async function lockCommune(trx: Trx, communeCode: string): Promise<void> {
  await trx.query(prepared(`select pg_advisory_xact_lock(hashtextextended('diaba.commune.' || $1, 0))`, [communeCode]));
}
