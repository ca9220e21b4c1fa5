/** Papers of the archive as their reviewers confirmed them, for dealings that rest on them. */
import type { ConfirmedPaper } from '../../domain/document/judge-certificate.ts';
import type { Trx } from '../kit/transaction.ts';

const said = (name: string) =>
  `(select f.value from document.field f where f.document_id = d.document_id and f.name = '${name}' and f.state = 'confirmed')`;

/** Those of these papers that the actor may know of, in no order. */
export async function readConfirmedPapers(trx: Trx, documentIds: readonly string[]): Promise<ConfirmedPaper[]> {
  const { rows } = await trx.query<ConfirmedPaper>(
    `select d.document_id as "documentId", d.kind, d.status, d.commune_code::text as "communeCode", ${said('serial')} as serial,
       ${said('areaM2')}::float8 as "areaM2", ${said('holder')} as holder, ${said('issuedOn')} as "issuedOn",
       coalesce((select json_agg(json_build_object('parcelId', l.parcel_id, 'status', l.status, 'proposedBy', l.proposed_by))
         from document.parcel_link l where l.document_id = d.document_id), '[]'::json) as links,
       (select r.status from document.second_reading r where r.document_id = d.document_id) as second,
       array(select distinct i.party_id from document.identity_number n join party.identity_paper i using (lookup_hash)
         where n.document_id = d.document_id and party.holds_number(i.party_id, n.lookup_hash))::text[] as parties
     from document.document d where d.document_id = any ($1::uuid[])`,
    [documentIds],
  );
  return rows;
}

/** Registers what was proposed, as decided on by who approved the dealing; the proposer of the link where that is the same person. */
export async function registerLinksOf(
  trx: Trx,
  dealingId: string,
  links: readonly { readonly documentId: string; readonly parcelId: string }[],
): Promise<'registered' | 'own'> {
  const asked = JSON.stringify(links);
  const { rows } = await trx.query<{ own: boolean }>(
    `select exists (select from document.parcel_link l join jsonb_to_recordset($2) as a("documentId" uuid, "parcelId" uuid)
         on l.document_id = a."documentId" and l.parcel_id = a."parcelId"
       join dealing.dealing d on d.dealing_id = $1
       where l.status = 'proposed' and l.proposed_by = d.approved_by) as own`,
    [dealingId, asked],
  );
  if (rows[0]?.own) return 'own';
  await trx.query(
    `update document.parcel_link l set status = 'registered', decided_by = d.approved_by, decided_at = clock_timestamp()
     from jsonb_to_recordset($2) as a("documentId" uuid, "parcelId" uuid), dealing.dealing d
     where d.dealing_id = $1 and l.document_id = a."documentId" and l.parcel_id = a."parcelId" and l.status = 'proposed'`,
    [dealingId, asked],
  );
  return 'registered';
}
