import type pg from 'pg';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealings.ts';
import { describeDealing } from './describe-dealing.ts';
import { readAsStaff } from './read-as-staff.ts';

/** One dealing, with the steps that are the actor's to take. Throws dealing.not_found. */
export const getDealing = (pool: pg.Pool, actor: Actor, dealingId: string): Promise<DealingReply> =>
  readAsStaff(pool, actor, async (trx) => ({ dealing: await describeDealing(trx, dealingId, actor) }));
