import type pg from 'pg';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import { asStaff } from '../kit/as-staff.ts';
import { describeDealing } from './describe-dealing.ts';

/** One dealing, with the steps that are the actor's to take. Throws dealing.not_found. */
export const getDealing = (pool: pg.Pool, actor: Actor, dealingId: string): Promise<DealingReply> =>
  asStaff(pool, actor, async (trx) => ({ dealing: await describeDealing(trx, dealingId, actor) }));
