import type pg from 'pg';
import {
  countWatches,
  type DeliveryRow,
  findWatch,
  listDeliveries,
  listWatches,
  type WatchRow,
} from '../../db/watch/watches.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Watch, WatchList } from '../../domain/contract/watches.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { WATCH_BOUNDS } from '../../domain/watch/watch.ts';
import { asStaff } from '../kit/as-staff.ts';
import type { WatchCipher } from './watch-cipher.ts';

export function describeWatch(cipher: WatchCipher, row: WatchRow, deliveries: readonly DeliveryRow[]): Watch {
  const { watchId, parcelId, communeCode, area, language, mail, mailConfirmed, hook, createdAt } = row;
  return {
    watchId,
    name: cipher.open(row.name),
    parcelId,
    commune: communeCode,
    area: area as Watch['area'],
    language,
    mail: mail && cipher.open(mail),
    mailConfirmed,
    hook: hook && cipher.open(hook),
    createdAt: createdAt.toISOString(),
    deliveries: deliveries
      .filter((one) => one.watchId === watchId)
      .map(({ deliveryId, kind, channel, state, attempts, changes, createdAt: at, endedAt, error }) => ({
        deliveryId,
        kind,
        channel,
        state,
        attempts,
        changes,
        createdAt: at.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        error,
      })),
  };
}

/** Everything an account watches, the latest first, with what it was last told. */
export const listOwnWatches = (pool: pg.Pool, cipher: WatchCipher, actor: Actor): Promise<WatchList> =>
  asStaff(pool, actor, async (trx) => {
    const { allowed } = await countWatches(trx, actor.id, dayOf(new Date()));
    const rows = await listWatches(trx, actor.id);
    const ids = rows.map(({ watchId }) => watchId);
    const deliveries = await listDeliveries(trx, ids, WATCH_BOUNDS.deliveries);
    return { allowed, items: rows.map((row) => describeWatch(cipher, row, deliveries)), nextCursor: null };
  });

/** One watch of an account. Throws watch.not_found. */
export const getWatch = (pool: pg.Pool, cipher: WatchCipher, actor: Actor, watchId: string): Promise<Watch> =>
  asStaff(pool, actor, async (trx) => {
    const row = await findWatch(trx, actor.id, watchId);
    if (!row) throw new Problem('watch.not_found');
    return describeWatch(cipher, row, await listDeliveries(trx, [watchId], WATCH_BOUNDS.deliveries));
  });
