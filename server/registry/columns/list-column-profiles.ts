import type pg from 'pg';
import { listColumnProfileRows } from '../../db/staging/column-profiles.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ColumnProfileList } from '../../domain/contract/batch/column-profiles.ts';
import { asStaff } from '../kit/as-staff.ts';

export const listColumnProfiles = (pool: pg.Pool, actor: Actor): Promise<ColumnProfileList> =>
  asStaff(pool, actor, async (trx) => ({ items: await listColumnProfileRows(trx), nextCursor: null }));
