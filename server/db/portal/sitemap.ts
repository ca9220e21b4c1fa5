/** What sitemaps list, as role diaba_portal. */
import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';

/** The communes of today that have registered parcels, by code, with their last registration. */
export async function listCommuneChanges(pool: pg.Pool): Promise<{ code: string; changedAt: Date }[]> {
  return queryRows(
    pool,
    `select s.commune_code::text as code, max(p.registered_at) as "changedAt"
     from portal.sheet s
     join (select sheet_id, max(registered_at) as registered_at from portal.sheet_parcel where ended_at is null group by 1) p
       using (sheet_id)
     group by 1 order by 1`,
  );
}

/** How many parcels are registered now. */
export async function countParcels(pool: pg.Pool): Promise<number> {
  const [row] = await queryRows<{ parcels: number }>(
    pool,
    'select count(*)::int as parcels from portal.sheet_parcel where ended_at is null',
  );
  return row?.parcels ?? 0;
}

/** The parcel of this place by id, from 1, of those registered now. Uses parcel_version_pkey. */
export async function findParcelAt(pool: pg.Pool, place: number): Promise<string | null> {
  const [row] = await queryRows<{ id: string }>(
    pool,
    'select parcel_id as id from portal.sheet_parcel where ended_at is null order by parcel_id offset $1 limit 1',
    [place - 1],
  );
  return row?.id ?? null;
}

/** Up to `limit` parcels by id after one of them, as they were known to be registered at a moment (findMoments in db/ogc). */
export async function listParcelChanges(
  pool: pg.Pool,
  asOf: string,
  after: string | null,
  limit: number,
): Promise<{ id: string; changedAt: Date }[]> {
  return queryRows(
    pool,
    `select f.parcel_id as id, f.registered_at as "changedAt" from portal.parcel_page($1, $2, $3, $3, $3, '{}', null) f order by 1`,
    [after, limit, asOf],
  );
}
