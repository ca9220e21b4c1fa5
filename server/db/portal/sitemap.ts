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

/** Up to `limit` parcels by id: those after a parcel, without the first `skip` of them. Uses parcel_version_pkey. */
export async function listParcelChanges(
  pool: pg.Pool,
  after: string | null,
  skip: number,
  limit: number,
): Promise<{ id: string; changedAt: Date }[]> {
  return queryRows(
    pool,
    `select parcel_id as id, registered_at as "changedAt" from portal.sheet_parcel
     where ended_at is null and parcel_id > $1::uuid order by parcel_id offset $2 limit $3`,
    [after ?? '00000000-0000-0000-0000-000000000000', skip, limit],
  );
}
