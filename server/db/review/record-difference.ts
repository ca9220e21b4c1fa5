/** A sheet that comes again, as the review shows it. Holders are personal data; the caller asks for them only where they may be shown, and logs. */
import type { DifferenceField } from '../../domain/batch/difference.ts';
import type { Difference } from '../../domain/contract/batch/batch-shapes.ts';
import type { Trx } from '../kit/transaction.ts';

/** How many records are what; null where none is of a registered parcel. */
export async function countDifference(trx: Trx, batchId: string): Promise<Difference | null> {
  const { rows } = await trx.query<Difference>(
    `select count(*) filter (where d.fields = '{}')::int as unchanged, count(*) filter (where 'boundary' = any(d.fields))::int as resurveyed,
       count(*) filter (where d.fields <> '{}' and not 'boundary' = any(d.fields))::int as differs,
       (select count(*)::int from staging.record r where r.batch_id = $1 and r.status in ('valid', 'warned', 'blocked')
         and not exists (select from staging.difference o where o.batch_id = $1 and o.record_no = r.record_no)) as added,
       (select coalesce(sum((f.detail ->> 'missing')::int), 0)::int from staging.finding f where f.batch_id = $1 and f.code = 'register.missing') as missing
     from staging.difference d where d.batch_id = $1 having count(*) > 0`,
    [batchId],
  );
  return rows[0] ?? null;
}

export interface RecordDifferenceRow {
  readonly parcelId: string;
  readonly version: number;
  readonly fields: DifferenceField[];
  readonly areaM2: number;
  readonly legalAreaM2: number | null;
  readonly purposes: { code: string; areaM2: number | null }[];
  readonly address: string | null;
  /** East and north in metres of the sheet's own system. */
  readonly geometryLegal: { readonly srid: number; readonly type: string; readonly coordinates: unknown };
}

/** The version of the register that a record was compared with. */
export async function findRecordDifference(
  trx: Trx,
  batchId: string,
  recordNo: number,
): Promise<RecordDifferenceRow | undefined> {
  const { rows } = await trx.query<RecordDifferenceRow>(
    `select d.parcel_id as "parcelId", d.version_no as version, d.fields, v.area_m2::float8 as "areaM2", v.legal_area_m2::float8 as "legalAreaM2", v.address,
       coalesce((select json_agg(json_build_object('code', p.land_use_code, 'areaM2', p.area_m2::float8) order by p.ordinal)
         from cadastre.parcel_purpose p where p.parcel_id = v.parcel_id and p.version_no = v.version_no), '[]'::json) as purposes,
       jsonb_build_object('srid', st_srid(v.geom_legal)) || (st_asgeojson(v.geom_legal, 4)::jsonb - 'crs') as "geometryLegal"
     from staging.difference d join cadastre.parcel_version v on v.parcel_id = d.parcel_id and v.version_no = d.version_no
     where d.batch_id = $1 and d.record_no = $2`,
    [batchId, recordNo],
  );
  return rows[0];
}

export interface PresentHolder {
  readonly partyId: string;
  readonly name: string;
  readonly certificateSerial: string | null;
}

/** Who holds a parcel now. */
export async function listPresentHolders(trx: Trx, parcelId: string): Promise<PresentHolder[]> {
  const { rows } = await trx.query<PresentHolder>(
    `select r.party_id as "partyId", p.name, r.certificate_serial as "certificateSerial"
     from rights."right" r join party.present p using (party_id) where r.parcel_id = $1 and r.ended_at is null order by p.name, r.right_id`,
    [parcelId],
  );
  return rows;
}
