/** Land as it is registered, to be registered again with something of it changed. */
import type { Trx } from '../kit/transaction.ts';
import type { PlannedParcel } from './land.ts';

/** Current parcels in the order asked for, each as its next version would be if nothing changed. */
export async function listNextVersions(trx: Trx, parcelIds: readonly string[]): Promise<PlannedParcel[]> {
  const { rows } = await trx.query<Omit<PlannedParcel, 'role' | 'featurePoint'> & { x: number; y: number }>(
    `select v.parcel_id as "parcelId", v.version_no + 1 as version, v.sheet_id as "sheetId", v.parcel_no as no, v.parcel_code::text as code,
       v.land_use as "landUse", v.area_m2::float8 as "areaM2", v.legal_area_m2::float8 as "legalAreaM2", substr(st_asewkb(v.geom_legal)::text, 3) as ewkb,
       st_x(v.feature_point) as x, st_y(v.feature_point) as y
     from unnest($1::uuid[]) with ordinality as w(parcel_id, n)
     join cadastre.parcel_version v on v.parcel_id = w.parcel_id and v.status = 'current' order by w.n`,
    [parcelIds],
  );
  return rows.map(({ x, y, ...land }) => ({ ...land, role: 'changed', featurePoint: [x, y] }));
}

/** Which of these codes of land use are no purpose today: unknown, of former rules, or of a group. */
export async function listNoPurposes(trx: Trx, codes: readonly string[]): Promise<string[]> {
  const { rows } = await trx.query<{ code: string }>(
    `select c.code from unnest($1::text[]) with ordinality as c(code, n) where not exists (
       select from reference.land_use u cross join (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as today) d
       where u.code = c.code and not u.is_group and not u.legacy and u.valid_from <= d.today and (u.valid_to is null or d.today < u.valid_to))
     order by c.n`,
    [codes],
  );
  return rows.map(({ code }) => code);
}
