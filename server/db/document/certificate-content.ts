/** What the register says of land and office for a certificate that is being issued. */
import type { CertificateContent } from '../../domain/certificate/certificate-content.ts';
import type { Trx } from '../kit/transaction.ts';

type Land = CertificateContent['lands'][number];

const nameOf = (code: string) =>
  `coalesce((select l.name_vi from reference.land_use l where l.code = ${code} order by l.valid_from desc limit 1), ${code})`;

/** Where the record gave no areas of purposes, the codes of the parcel. */
const PURPOSES = `coalesce(
  (select json_agg(json_build_object('name', ${nameOf('p.land_use_code')}, 'areaM2', p.area_m2::float8, 'until', p.until) order by p.ordinal)
    from cadastre.parcel_purpose p where p.parcel_id = v.parcel_id and p.version_no = v.version_no),
  (select json_agg(json_build_object('name', ${nameOf('c.code')}, 'areaM2', null, 'until', null) order by c.n)
    from unnest(string_to_array(v.land_use, '+')) with ordinality as c(code, n)), '[]'::json)`;

/** Current parcels by their ids, in that order. */
export async function readCertificateLand(trx: Trx, parcelIds: readonly string[]): Promise<Land[]> {
  const { rows } = await trx.query<Land>(
    `select v.parcel_id as "parcelId", v.version_no as version, v.parcel_no as no, s.number as sheet,
       coalesce(v.legal_area_m2, v.area_m2)::float8 as "areaM2", ${PURPOSES} as purposes,
       concat_ws(', ', v.address, (select u.name from reference.administrative_unit u where u.code = s.commune_code and u.valid_from = s.commune_valid_from)) as place,
       st_srid(v.geom_legal) as srid, (st_asgeojson(v.geom_legal, 4)::json -> 'coordinates') as rings
     from unnest($1::uuid[]) with ordinality as w(parcel_id, n)
     join cadastre.parcel_version v on v.parcel_id = w.parcel_id and v.status = 'current'
     join cadastre.sheet s on s.sheet_id = v.sheet_id order by w.n`,
    [parcelIds],
  );
  return rows;
}

export interface IssuingOffice {
  readonly office: string;
  readonly signatory: CertificateContent['signatory'];
}

/** The office that serves a commune on a day, and who signs for it; undefined where none is on record. */
export async function findIssuingOffice(
  trx: Trx,
  communeCode: string,
  day: string,
): Promise<IssuingOffice | undefined> {
  const { rows } = await trx.query<IssuingOffice>(
    `select o.name as office, case when s.signatory_id is null then null
         else json_build_object('name', s.full_name, 'position', s.position, 'authority', s.authority_formula) end as signatory
     from reference.office o
     left join lateral (select * from reference.signatory s where s.office_id = o.office_id and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2)
       order by s.valid_from desc, s.signatory_id limit 1) s on true
     where $1 = any (o.communes) and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)
     order by cardinality(o.communes), o.office_id limit 1`,
    [communeCode, day],
  );
  return rows[0];
}

/** Code of the province that a commune lies in on a day. */
export async function findProvinceCode(trx: Trx, communeCode: string, day: string): Promise<string | undefined> {
  const { rows } = await trx.query<{ code: string }>(
    `select province_code as code from reference.administrative_unit
     where code = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
    [communeCode, day],
  );
  return rows[0]?.code;
}
