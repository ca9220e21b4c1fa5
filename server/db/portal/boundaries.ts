import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';

export interface Boundary {
  readonly id: string;
  /** Little-endian WKB of a polygon, longitude before latitude. */
  readonly boundary: Buffer;
  /** minX, maxX, minY, maxY. */
  readonly box: readonly [number, number, number, number];
}

/** Boundaries of parcels in degrees as they were just before an instant, or at their end. */
export function listBoundaries(pool: pg.Pool, ids: readonly string[], before: Date): Promise<Boundary[]> {
  return queryRows<Boundary & pg.QueryResultRow>(
    pool,
    `select p.parcel_id::text as id, public.st_asbinary(p.g, 'NDR') as boundary,
       array[public.st_xmin(p.g), public.st_xmax(p.g), public.st_ymin(p.g), public.st_ymax(p.g)] as box
     from (select distinct on (p.parcel_id) p.parcel_id, p.geom_4326 as g from portal.parcel p
       where p.parcel_id = any($1::uuid[]) and p.registered_at < $2::timestamptz
       order by p.parcel_id, p.ended_at is null desc, p.registered_at desc) p`,
    [ids, before],
  );
}
