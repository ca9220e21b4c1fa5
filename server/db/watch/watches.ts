/** Schema watch: what is watched. Row-level security shows everybody his own. */
import type { DeliveryChannel, DeliveryState } from '../../domain/watch/watch.ts';
import type { Language } from '../../domain/words/language.ts';
import type { Trx } from '../kit/transaction.ts';

/** Who tells: sees all watches, and nobody signs in under this name. */
export const WATCH_WORKER = 'watch-worker';

export interface NewWatch {
  readonly watchId: string;
  readonly owner: string;
  readonly key: string;
  readonly asked: Buffer;
  /** Sealed. */
  readonly name: Buffer;
  readonly parcelId: string | null;
  readonly communeCode: string | null;
  /** GeoJSON in degrees. */
  readonly area: object | null;
  readonly language: Language;
  /** Sealed. */
  readonly mail: Buffer | null;
  readonly hook: Buffer | null;
}

export interface WatchRow {
  readonly watchId: string;
  readonly asked: Buffer;
  readonly name: Buffer;
  readonly parcelId: string | null;
  readonly communeCode: string | null;
  readonly area: object | null;
  readonly language: Language;
  readonly mail: Buffer | null;
  readonly mailConfirmed: boolean;
  readonly mailTries: number;
  readonly hook: Buffer | null;
  readonly createdAt: Date;
}

const COLUMNS = `watch_id as "watchId", asked, name, parcel_id as "parcelId", commune_code::text as "communeCode",
  st_asgeojson(st_transform(area, 4326), 7)::json as area, language, mail, mail_confirmed_at is not null as "mailConfirmed",
  mail_tries as "mailTries", hook, created_at as "createdAt"`;

/** Holds others of the account off until the transaction ends; how many watches it has and may have. */
export async function countWatches(trx: Trx, owner: string, today: string): Promise<{ own: number; allowed: number }> {
  await trx.query(`select pg_advisory_xact_lock(hashtext('watch ' || $1))`, [owner]);
  const { rows } = await trx.query<{ own: number; allowed: number }>(
    `select (select count(*) from watch.watch where owner = $1)::int as own,
       coalesce(reference.setting_on('watches_an_account', $2::date), 0)::int as allowed`,
    [owner, today],
  );
  return rows[0]!;
}

/** Whether a shape can be watched, and its area on the ground, km². */
export async function measureArea(trx: Trx, area: object): Promise<{ valid: boolean; km2: number }> {
  const { rows } = await trx.query<{ valid: boolean; km2: number }>(
    `select st_isvalid(g) as valid, st_area(g::geography) / 1e6 as km2 from (select st_setsrid(st_geomfromgeojson($1), 4326) as g) x`,
    [JSON.stringify(area)],
  );
  return rows[0]!;
}

export async function insertWatch(trx: Trx, watch: NewWatch, srid: number): Promise<void> {
  await trx.query(
    `insert into watch.watch (watch_id, owner, request_key, asked, name, parcel_id, commune_code, area, language, mail, hook)
     values ($1, $2, $3, $4, $5, $6, $7, st_transform(st_setsrid(st_geomfromgeojson($8), 4326), $12::int), $9, $10, $11)`,
    [
      watch.watchId,
      watch.owner,
      watch.key,
      watch.asked,
      watch.name,
      watch.parcelId,
      watch.communeCode,
      watch.area === null ? null : JSON.stringify(watch.area),
      watch.language,
      watch.mail,
      watch.hook,
      srid,
    ],
  );
}

export async function findWatchByKey(trx: Trx, owner: string, key: string): Promise<WatchRow | undefined> {
  const { rows } = await trx.query<WatchRow>(
    `select ${COLUMNS} from watch.watch where owner = $1 and request_key = $2`,
    [owner, key],
  );
  return rows[0];
}

/** One of an owner; `lock` holds it to the end of the transaction. */
export async function findWatch(trx: Trx, owner: string, watchId: string, lock = false): Promise<WatchRow | undefined> {
  const { rows } = await trx.query<WatchRow>(
    `select ${COLUMNS} from watch.watch where owner = $1 and watch_id = $2${lock ? ' for update' : ''}`,
    [owner, watchId],
  );
  return rows[0];
}

/** All of an owner, the latest first: as many as the setting lets there be. */
export async function listWatches(trx: Trx, owner: string): Promise<WatchRow[]> {
  const { rows } = await trx.query<WatchRow>(
    `select ${COLUMNS} from watch.watch where owner = $1 order by created_at desc, watch_id`,
    [owner],
  );
  return rows;
}

export async function deleteWatch(trx: Trx, owner: string, watchId: string): Promise<boolean> {
  const { rowCount } = await trx.query('delete from watch.watch where owner = $1 and watch_id = $2', [owner, watchId]);
  return rowCount === 1;
}

export async function confirmMail(trx: Trx, watchId: string): Promise<void> {
  await trx.query(
    'update watch.watch set mail_confirmed_at = coalesce(mail_confirmed_at, clock_timestamp()) where watch_id = $1',
    [watchId],
  );
}

export async function countTry(trx: Trx, watchId: string): Promise<void> {
  await trx.query('update watch.watch set mail_tries = mail_tries + 1 where watch_id = $1', [watchId]);
}

export interface DeliveryRow {
  readonly watchId: string;
  readonly deliveryId: string;
  readonly kind: 'changes' | 'confirm';
  readonly channel: DeliveryChannel;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly changes: number;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly error: string | null;
}

/** The last deliveries of each of some watches, the latest first. */
export async function listDeliveries(trx: Trx, watchIds: readonly string[], each: number): Promise<DeliveryRow[]> {
  const { rows } = await trx.query<DeliveryRow>(
    `select d.watch_id as "watchId", d.delivery_id as "deliveryId", d.kind, d.channel, d.state, d.attempts, d.created_at as "createdAt", d.ended_at as "endedAt", d.error,
       (select count(distinct n.parcel_id)::int from watch.notice n where n.bundle_id = d.bundle_id) as changes
     from unnest($1::uuid[]) w(watch_id)
     cross join lateral (select * from watch.delivery d where d.watch_id = w.watch_id order by d.created_at desc, d.delivery_id limit $2) d
     order by d.created_at desc, d.delivery_id`,
    [watchIds, each],
  );
  return rows;
}
