/** Keeps outlines and places as new as the register. What they are: server/db/register/derived.ts. */
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { inTransaction, type Scope, type Trx } from '../../db/kit/transaction.ts';
import {
  beginRefresh,
  listStale,
  type OutlineMethod,
  refreshCommuneOutline,
  refreshSheetOutline,
  replacePlaces,
  type Stale,
  takeAddresses,
} from '../../db/register/derived.ts';
import { placesOfAddresses } from '../../domain/publication/place-of-address.ts';
import { publishAddresses } from './publish-addresses.ts';

const ACTOR: Scope = { id: 'refresh-derived', communes: '*' };
/** A sheet of 20,000 parcels takes about 2 s; what takes this long is drawn as a hull. */
const STEP_LIMIT_MS = 20_000;
const LOOK_EVERY_MS = 3_000;
/** Rests nine times as long as it worked: a large sheet that changes all the time costs a tenth of one processor. */
const REST = 9;
/** After a failure (the database may be away, and what fails once may fail each time), and the longest rest. */
const PAUSE_MS = 60_000;

async function refreshPlaces(trx: Trx, communeCode: string): Promise<void> {
  const addresses = await takeAddresses(trx, communeCode);
  await publishAddresses(trx, communeCode);
  await replacePlaces(trx, communeCode, placesOfAddresses(addresses));
}

function work(trx: Trx, stale: Stale, method: OutlineMethod): Promise<void> {
  if (stale.kind === 'sheet') return refreshSheetOutline(trx, stale.sheetId, method);
  if (stale.kind === 'places') return refreshPlaces(trx, stale.communeCode);
  return refreshCommuneOutline(trx, stale.code, stale.validFrom);
}

/** One step in a transaction of its own; false when another process is refreshing. */
function step(pool: pg.Pool, stale: Stale, method: OutlineMethod): Promise<boolean> {
  return inTransaction(pool, ACTOR, async (trx) => {
    const mine = await beginRefresh(trx, STEP_LIMIT_MS);
    if (mine) await work(trx, stale, method);
    return mine;
  });
}

/** What a union that fails (GEOS) or takes too long ends with; a hull does neither. */
const NO_UNION = new Set(['XX000', '57014']);

async function stepOrHull(pool: pg.Pool, stale: Stale): Promise<boolean> {
  try {
    return await step(pool, stale, 'union');
  } catch (error) {
    if (stale.kind !== 'sheet' || !NO_UNION.has((error as { code?: string }).code ?? '')) throw error;
    return step(pool, stale, 'hull');
  }
}

/**
 * Refreshes everything that is stale, step by step, until done or `signal` aborts (between two steps). Returns the number
 * of steps. A step that fails does not keep the others from being done; the first failure is thrown at the end.
 */
export async function refreshDerived(pool: pg.Pool, signal?: AbortSignal): Promise<number> {
  let done = 0;
  const failures: unknown[] = [];
  for (const stale of await listStale(pool)) {
    if (signal?.aborted) break;
    try {
      if (!(await stepOrHull(pool, stale))) break;
      done += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return done;
}

export interface Refresher {
  /** Resolves when the step under way has ended and no other will begin. */
  stop(): Promise<void>;
}

/** Looks every few seconds, which costs two queries of small tables, and refreshes. A failure is reported and tried again later. */
export function keepDerivedFresh(pool: pg.Pool, onError: (error: unknown) => void): Refresher {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      const began = performance.now();
      let pause = PAUSE_MS;
      try {
        await refreshDerived(pool, signal);
        pause = Math.min(PAUSE_MS, Math.max(LOOK_EVERY_MS, REST * (performance.now() - began)));
      } catch (error) {
        onError(error);
      }
      await wait(pause, undefined, { signal }).catch(() => undefined); // Aborted: the loop's condition sees it.
    }
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
