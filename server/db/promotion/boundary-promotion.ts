/** From staging to the boundaries of units, in the caller's transaction. Promoted are the valid and warned records. */

import type { Trx } from '../kit/transaction.ts';
import { UNITS_OF_BATCH } from '../reference/boundary-units.ts';

/** Holds other promotions of boundaries off until the transaction ends, so that each replaces what the other left. */
export async function lockBoundaries(trx: Trx): Promise<void> {
  await trx.query(`select pg_advisory_xact_lock(hashtextextended('diaba.boundaries', 0))`);
}

/**
 * Sets boundary and extent of each unit and writes an audit row per unit, with the digests (SHA-256 of the EWKB) of what
 * was there and what is there now. Returns the number of units.
 */
export async function upsertBoundaries(trx: Trx, batchId: string, actor: string): Promise<number> {
  const { rowCount } = await trx.query(
    `with given as materialized (
       select unit.code, unit.valid_from, b.source_sha256, encode(sha256(st_asewkb(old.boundary)), 'hex') as before, made.boundary
       from staging.record r
       join staging.batch b using (batch_id)
       join (${UNITS_OF_BATCH}) unit on unit.code = r.candidate ->> 'code'
       left join reference.administrative_unit_extent old on old.code = unit.code and old.valid_from = unit.valid_from
       cross join lateral (
         select st_multi(st_collectionextract(st_makevalid(st_transform(r.geom, 4326), 'method=structure'), 3)) as boundary offset 0) made
       where r.batch_id = $1 and r.status in ('valid', 'warned')),
     kept as (
       insert into reference.administrative_unit_extent (code, valid_from, min_lon, min_lat, max_lon, max_lat, boundary, source)
       select code, valid_from, st_xmin(boundary), st_ymin(boundary), st_xmax(boundary), st_ymax(boundary), boundary,
         'Imported batch ' || $1 || ', SHA-256 ' || encode(source_sha256, 'hex')
       from given
       on conflict (code, valid_from) do update set min_lon = excluded.min_lon, min_lat = excluded.min_lat,
         max_lon = excluded.max_lon, max_lat = excluded.max_lat, boundary = excluded.boundary, source = excluded.source, recorded_at = now()
       returning code)
     insert into audit.entry (actor, action, subject_kind, subject_id, body, leaf)
     select $2, case when before is null then 'boundary.recorded' else 'boundary.replaced' end, 'administrative_unit',
       code || '@' || valid_from, jsonb_build_object('batchId', $1::text, 'before', before, 'after', encode(sha256(st_asewkb(boundary)), 'hex')), ''
     from given join kept using (code) order by code`,
    [batchId, actor],
  );
  return rowCount ?? 0;
}

export interface BoundaryPromotion {
  readonly dealingId: null;
  /** Number of boundaries. */
  readonly parcels: number;
  readonly registeredAt: string;
}

/** What a promoted batch of boundaries set, and when: no dealing, since no parcel changes. */
export async function findBoundaryPromotion(trx: Trx, batchId: string): Promise<BoundaryPromotion | undefined> {
  const { rows } = await trx.query<{ at: Date; boundaries: number }>(
    `select b.finished_at as at, (select count(*)::int from staging.record r where r.batch_id = $1 and r.status in ('valid', 'warned')) as boundaries
     from staging.batch b where b.batch_id = $1 and b.status = 'promoted'`,
    [batchId],
  );
  const row = rows[0];
  return row && { dealingId: null, parcels: row.boundaries, registeredAt: row.at.toISOString() };
}
