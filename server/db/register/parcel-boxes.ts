/** Where parcels lie, as role diaba_portal. */
import type pg from 'pg';
import type { Box } from '../../domain/contract/batch/batch-shapes.ts';
import { box } from '../kit/box.ts';
import { queryRows } from '../kit/query-rows.ts';

/** Boxes in degrees by the ids of parcels, each in its latest state. */
export async function findParcelBoxes(pool: pg.Pool, ids: readonly string[]): Promise<ReadonlyMap<string, Box | null>> {
  const rows = await queryRows<{ id: string; bbox: Box | null }>(
    pool,
    `select distinct on (p.parcel_id) p.parcel_id as id, ${box('p.geom_4326')} as bbox from portal.parcel p
     where p.parcel_id = any($1::uuid[]) order by p.parcel_id, p.ended_at is null desc, p.registered_at desc`,
    [ids],
  );
  return new Map(rows.map(({ id, bbox }) => [id, bbox]));
}
