/** Messages about watched land on their way: bundled, taken by one worker at a time, ended with what became of them. */
import type { DeliveryChannel, NotedChange } from '../../domain/watch/watch.ts';
import type { Language } from '../../domain/words/language.ts';
import type { Trx } from '../kit/transaction.ts';

export async function insertConfirmation(trx: Trx, watchId: string): Promise<void> {
  await trx.query(`insert into watch.delivery (watch_id, kind, channel) values ($1, 'confirm', 'mail')`, [watchId]);
}

/**
 * Puts what one watch was not told of yet into messages, one a channel; false where there is nothing. An address that is not confirmed gets
 * none. What another worker bundles just now is left to it.
 */
export async function bundleNext(trx: Trx): Promise<boolean> {
  const { rows } = await trx.query<{ watchId: string; bundleId: string }>(
    `select w.watch_id as "watchId", gen_random_uuid() as "bundleId" from watch.watch w
     where exists (select from watch.notice n where n.watch_id = w.watch_id and n.bundle_id is null)
     order by w.watch_id limit 1 for update skip locked`,
  );
  if (!rows[0]) return false;
  await trx.query(
    `with bundled as (
       update watch.notice n set bundle_id = $2 where n.watch_id = $1 and n.bundle_id is null returning n.bundle_id)
     insert into watch.delivery (watch_id, bundle_id, kind, channel)
     select w.watch_id, $2, 'changes', c.channel
     from watch.watch w cross join lateral (values ('mail', w.mail_confirmed_at is not null), ('hook', w.hook is not null)) c(channel, wanted)
     where w.watch_id = $1 and c.wanted and exists (select from bundled)`,
    [rows[0].watchId, rows[0].bundleId],
  );
  return true;
}

export interface TakenDelivery {
  readonly deliveryId: string;
  readonly watchId: string;
  readonly bundleId: string | null;
  readonly kind: 'changes' | 'confirm';
  readonly channel: DeliveryChannel;
  readonly language: Language;
  /** Sealed. */
  readonly mail: Buffer | null;
  readonly hook: Buffer | null;
  /** This one counted. */
  readonly attempts: number;
}

/** Takes the next message whose time has come, of channels that can be served; undefined: none. */
export async function takeDelivery(trx: Trx, channels: readonly DeliveryChannel[]): Promise<TakenDelivery | undefined> {
  const { rows } = await trx.query<TakenDelivery>(
    `update watch.delivery d set state = 'sending', attempts = d.attempts + 1, taken_at = clock_timestamp()
     from watch.watch w
     where w.watch_id = d.watch_id and d.delivery_id = (
       select delivery_id from watch.delivery
       where state = 'waiting' and next_at <= clock_timestamp() and channel = any($1)
       order by next_at, created_at limit 1 for update skip locked)
     returning d.delivery_id as "deliveryId", d.watch_id as "watchId", d.bundle_id as "bundleId", d.kind, d.channel, w.language, w.mail, w.hook, d.attempts`,
    [channels],
  );
  return rows[0];
}

/** Changes of a bundle in their order; of a very large one the first. */
export async function listNoted(trx: Trx, bundleId: string, atMost: number): Promise<NotedChange[]> {
  const { rows } = await trx.query<NotedChange>(
    `select parcel_id as "parcelId", change, at from watch.notice where bundle_id = $1 order by notice_id limit $2`,
    [bundleId, atMost],
  );
  return rows;
}

/** Only who took it, this time, ends it. */
const MINE = `delivery_id = $1 and state = 'sending' and attempts = $2`;

export async function endDelivery(
  trx: Trx,
  { deliveryId, attempts }: Pick<TakenDelivery, 'deliveryId' | 'attempts'>,
  state: 'sent' | 'unsure' | 'failed',
  error: string | null,
): Promise<void> {
  await trx.query(`update watch.delivery set state = $3, ended_at = clock_timestamp(), error = $4 where ${MINE}`, [
    deliveryId,
    attempts,
    state,
    error,
  ]);
}

export async function putOffDelivery(
  trx: Trx,
  { deliveryId, attempts }: Pick<TakenDelivery, 'deliveryId' | 'attempts'>,
  seconds: number,
  error: string,
): Promise<void> {
  await trx.query(
    `update watch.delivery set state = 'waiting', next_at = clock_timestamp() + make_interval(secs => $3), error = $4 where ${MINE}`,
    [deliveryId, attempts, seconds, error],
  );
}

/** Those whose worker was lost: a call is made again under its id, a mail is not sent a second time. */
export async function freeLost(trx: Trx, afterSeconds: number): Promise<number> {
  const { rowCount } = await trx.query(
    `update watch.delivery set state = case channel when 'hook' then 'waiting' else 'unsure' end,
       ended_at = case channel when 'mail' then clock_timestamp() end, error = 'worker_lost'
     where state = 'sending' and taken_at < clock_timestamp() - make_interval(secs => $1)`,
    [afterSeconds],
  );
  return rowCount ?? 0;
}

/** Takes away what was told long ago. */
export async function sweepTold(trx: Trx, days: number): Promise<void> {
  await trx.query(
    `with gone as (delete from watch.delivery where ended_at < clock_timestamp() - make_interval(days => $1) returning bundle_id)
     delete from watch.notice n using gone where n.bundle_id = gone.bundle_id
       and not exists (select from watch.delivery d where d.bundle_id = n.bundle_id and (d.ended_at is null or d.ended_at >= clock_timestamp() - make_interval(days => $1)))`,
    [days],
  );
}
