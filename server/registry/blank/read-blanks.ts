/** What the store of blanks holds, and its ledger. */
import type pg from 'pg';
import { countBlanks, listMoves, listRuns } from '../../db/document/blanks.ts';
import type { Actor } from '../../domain/actor.ts';
import { BLANK_STATUSES, type BlankStatus, readBlankSerial } from '../../domain/certificate/blank.ts';
import type { BlankLedger, BlankStock } from '../../domain/contract/paper/blanks.ts';
import { asStaff } from '../kit/as-staff.ts';

/** Runs told at once; a store in which so many are broken up is asked for by status. */
const RUNS = 500;
const MOVES = 200;

export const readStock = (pool: pg.Pool, actor: Actor, status?: BlankStatus): Promise<BlankStock> =>
  asStaff(pool, actor, async (trx) => {
    const counted = await countBlanks(trx);
    const runs = await listRuns(trx, status ?? null, RUNS + 1);
    const balance = Object.fromEntries(BLANK_STATUSES.map((one) => [one, counted[one] ?? 0])) as BlankStock['balance'];
    return {
      balance,
      total: Object.values(balance).reduce((sum, n) => sum + n, 0),
      runs: runs.slice(0, RUNS),
      more: runs.length > RUNS,
    };
  });

export const readLedger = (pool: pg.Pool, actor: Actor, serial?: string): Promise<BlankLedger> =>
  asStaff(pool, actor, async (trx) => ({
    items: await listMoves(trx, serial === undefined ? null : (readBlankSerial(serial) ?? serial), MOVES),
  }));
