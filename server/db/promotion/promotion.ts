/**
 * From staging to the register, set by set, in the caller's transaction. Promoted are the valid and warned records of a
 * batch; the database refuses overlaps and taken numbers by itself.
 */
import type { Trx } from '../kit/transaction.ts';

/** Records that become parcels: those of a parcel that is registered already are its change (changes.ts), or nothing. */
const PROMOTED = `r.batch_id = $1 and r.status in ('valid', 'warned')
  and not exists (select from staging.difference d where d.batch_id = r.batch_id and d.record_no = r.record_no)`;

export async function insertSheets(trx: Trx, batchId: string): Promise<void> {
  await trx.query(
    `insert into cadastre.sheet (unit_code, unit_valid_from, number, scale, commune_code, commune_valid_from, srid)
     select distinct b.unit_code, b.unit_valid_from, r.sheet_no, r.scale, b.commune_code, b.commune_valid_from, st_srid(r.geom_legal)
     from staging.record r join staging.batch b using (batch_id) where ${PROMOTED}
     on conflict on constraint sheet_key do nothing`,
    [batchId],
  );
}

export async function insertParcels(trx: Trx, batchId: string, dealingId: string): Promise<number> {
  const { rowCount } = await trx.query(
    `insert into cadastre.parcel (parcel_id, parcel_code, raised_by, source_batch_id, source_record_no,
       source_unit_code, source_unit_valid_from, source_sheet_no, source_scale, source_parcel_no)
     select r.parcel_id, r.parcel_code, $2, r.batch_id, r.record_no, b.unit_code, b.unit_valid_from, r.sheet_no, r.scale, r.parcel_no
     from staging.record r join staging.batch b using (batch_id) where ${PROMOTED}`,
    [batchId, dealingId],
  );
  return rowCount ?? 0;
}

export async function insertParcelVersions(trx: Trx, batchId: string, dealingId: string): Promise<number> {
  const { rowCount } = await trx.query(
    `insert into cadastre.parcel_version (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, area_m2,
       legal_area_m2, address, raised_by, registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
     select r.parcel_id, 1, r.sheet_id, r.parcel_no, r.parcel_code, 'current', r.land_use, r.area_m2, r.legal_area_m2, r.address,
       $2, (select dealing.legal_moment($2)), r.geom_legal, r.geom, r.geom_3857, r.label_3857, r.feature_point
     from staging.parcels_to_raise($1) r`,
    [batchId, dealingId],
  );
  return rowCount ?? 0;
}

export async function insertPurposes(trx: Trx, batchId: string): Promise<void> {
  await trx.query(
    `insert into cadastre.parcel_purpose (parcel_id, version_no, ordinal, land_use_code, area_m2)
     select r.parcel_id, 1, e.n, e.p ->> 'code', nullif((e.p ->> 'areaM2')::numeric, 0)
     from staging.record r cross join lateral jsonb_array_elements(r.candidate -> 'purposes') with ordinality as e(p, n)
     where ${PROMOTED}`,
    [batchId],
  );
}

/** Who may see the holders: written before them, because their policy asks for it. */
export async function insertVisibility(trx: Trx, batchId: string, dealingId: string): Promise<void> {
  await trx.query(
    `insert into party.visibility (party_id, commune_code)
     select distinct h.party_id, (select commune_code from staging.batch where batch_id = $1) from staging.holders_to_raise($1, $2) h`,
    [batchId, dealingId],
  );
}

/** Parties, their identity papers and their rights, in one statement, so that holders are worked out once for all three. */
export async function insertHolders(trx: Trx, batchId: string, dealingId: string): Promise<void> {
  await trx.query(
    `with holder as materialized (select * from staging.holders_to_raise($1, $2)),
     parties as (
       insert into party.party (party_id, kind, name, search_key, raised_by)
       select distinct on (h.party_id) h.party_id, h.kind, h.name, lower(unaccent(h.name)), $2::uuid
       from holder h order by h.party_id, h.record_no),
     papers as (
       insert into party.identity_paper (party_id, ordinal, cipher, lookup_hash)
       select distinct on (h.party_id, own.ordinal) h.party_id, own.ordinal, own.cipher, own.lookup_hash
       from holder h join staging.identity_number own on own.batch_id = $1 and own.record_no = h.record_no
         and h.identities @> to_jsonb(own.ordinal)
       order by h.party_id, own.ordinal, h.record_no)
     insert into rights."right" (right_id, parcel_id, party_id, kind, certificate_serial, commune_code, verified, raised_by, registered_at)
     select gen_random_uuid(), h.parcel_id, h.party_id, case when h.manages then 'management' else 'use' end, h.certificate_serial,
       (select commune_code from staging.batch where batch_id = $1), false, $2::uuid, (select dealing.legal_moment($2))
     from holder h`,
    [batchId, dealingId],
  );
}

/** After a promotion of this many parcels the planner is told at once. */
const LARGE = 1_000;

export async function refreshStatistics(trx: Trx, parcels: number): Promise<void> {
  if (parcels >= LARGE) await trx.query('select cadastre.refresh_statistics()');
}

export interface RegisteredPromotion {
  readonly dealingId: string;
  readonly parcels: number;
  readonly registeredAt: string;
}

/** What a promotion registered, and when. */
export async function findPromotion(trx: Trx, dealingId: string): Promise<RegisteredPromotion | undefined> {
  const { rows } = await trx.query<{ at: Date | null; parcels: number }>(
    `select registered_at as at, (select count(*)::int from cadastre.parcel_version where raised_by = $1) as parcels
     from dealing.dealing where dealing_id = $1`,
    [dealingId],
  );
  const row = rows[0];
  return row?.at ? { dealingId, parcels: row.parcels, registeredAt: row.at.toISOString() } : undefined;
}

/**
 * Whether land that was in the register after the beginning of a day, and is no more, lies on ground of a batch: what would hold from
 * that day on would lie on it.
 */
export async function liesBehind(trx: Trx, batchId: string, day: string): Promise<boolean> {
  const { rows } = await trx.query(
    `select from cadastre.parcel_version v join staging.record r on r.geom && v.geom
     where r.batch_id = $1 and r.status in ('valid', 'warned') and v.status = 'historic'
       and v.ended_at > $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
       and st_area(st_intersection(r.geom, v.geom)) > reference.setting_on('overlap_area_m2', current_date) limit 1`,
    [batchId, day],
  );
  return rows.length > 0;
}
