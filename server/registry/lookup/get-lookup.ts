import type pg from 'pg';
import type { Trx } from '../../db/kit/transaction.ts';
import { findLookup, type LookupRow } from '../../db/lookup/lookups.ts';
import type { Actor } from '../../domain/actor.ts';
import type { LookupSummary } from '../../domain/contract/lookups.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';
import { describeLookup } from './describe-lookup.ts';
import type { LookupCipher } from './lookup-cipher.ts';

/** A look-up of the actor's; somebody else's and one that is not there are the same. */
export async function requireLookup(trx: Trx, actor: Actor, lookupId: string): Promise<LookupRow> {
  const found = await findLookup(trx, lookupId);
  if (found?.owner !== actor.id) throw new Problem('lookup.not_found');
  return found;
}

/** One look-up and how far it is. */
export function getLookup(pool: pg.Pool, cipher: LookupCipher, actor: Actor, lookupId: string): Promise<LookupSummary> {
  return asStaff(pool, actor, async (trx) => describeLookup(cipher, await requireLookup(trx, actor, lookupId)));
}
