/** A paper about a registered parcel, as no door would write it: without a file, made by somebody whose name must not be shown. */
import type pg from 'pg';

export const PLANTED_SERIAL = 'TL-2026-999999';
export const PLANTED_CODE = '2345ABCD6789EFGH';

export async function plantPaper(client: pg.Client, { by, digest }: { by: string; digest: Buffer }): Promise<void> {
  await client.query(
    `insert into document.paper (serial, code, kind, template_version, commune_code, office, party_ids, sha256, trial_signature, issued_by, request_key,
       asked, issued_at)
     values ($1, $2, 'map_extract', 1, '99001', 'Văn phòng', array(select party_id from party.party limit 3), $3, true, $4, 'x', $3, now())`,
    [PLANTED_SERIAL, PLANTED_CODE, digest, by],
  );
  await client.query(
    `insert into document.paper_parcel (serial, ordinal, parcel_id, version_no)
     select $1, 1, parcel_id, version_no from cadastre.parcel_version where status = 'current' limit 1`,
    [PLANTED_SERIAL],
  );
}
