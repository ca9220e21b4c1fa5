/** Where parcels of a batch claim the ground of others: the common ground itself, for the map. */
import { OVERLAP_CODES } from '../../domain/finding/finding.ts';
import type { Trx } from '../kit/transaction.ts';

export interface OverlapRow {
  readonly recordNo: number;
  readonly other: number | null;
  readonly parcelId: string | null;
  /** GeoJSON, degrees. */
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

export interface OverlapFilter {
  readonly code?: (typeof OVERLAP_CODES)[number] | undefined;
  readonly record?: number | undefined;
}

/**
 * By the open findings (finding_record_idx), the largest first, so that what is computed has a bound. Two records have a
 * finding each; without a record asked for, the pair counts once.
 */
export async function listOverlapRows(
  trx: Trx,
  batchId: string,
  { code, record }: OverlapFilter,
  limit: number,
): Promise<OverlapRow[]> {
  const { rows } = await trx.query<OverlapRow>(
    `with pair as materialized (
       select f.record_no, (f.detail ->> 'other')::int as other, (f.detail ->> 'parcelId')::uuid as parcel_id, (f.detail ->> 'areaM2')::numeric as area_m2
       from staging.finding f
       where f.batch_id = $1 and f.code = any($2::text[]) and f.settled_by is null and f.record_no is not null
         and ($3::int is null or f.record_no = $3) and ($3::int is not null or f.detail ->> 'other' is null or f.record_no < (f.detail ->> 'other')::int)
       order by area_m2 desc nulls last, f.record_no, other, parcel_id limit $4),
     ground as (
       select p.*, st_collectionextract(st_intersection(st_makevalid(r.geom), st_makevalid(coalesce(o.geom, v.geom))), 3) as common
       from pair p join staging.record r on r.batch_id = $1 and r.record_no = p.record_no
         left join staging.record o on o.batch_id = $1 and o.record_no = p.other
         left join cadastre.parcel_version v on v.parcel_id = p.parcel_id and v.status = 'current')
     select record_no as "recordNo", other, parcel_id as "parcelId",
       -- 9 decimals of a degree are 0.1 mm: an overlap may be two centimetres wide.
       st_asgeojson(st_transform(common, 4326), 9)::json as geometry
     from ground where not st_isempty(common) order by area_m2 desc nulls last, record_no, other, parcel_id`,
    [batchId, code === undefined ? OVERLAP_CODES : [code], record ?? null, limit],
  );
  return rows;
}

/** Parcels that were raised from a batch (parcel_source_idx). */
export async function listRaisedParcels(trx: Trx, batchId: string): Promise<string[]> {
  const { rows } = await trx.query<{ id: string }>(
    'select parcel_id as id from cadastre.parcel where source_batch_id = $1 order by source_record_no',
    [batchId],
  );
  return rows.map(({ id }) => id);
}
