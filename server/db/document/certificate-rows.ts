/** Certificates as staff of their commune reads them, and what happened to their land and rights since. */
import type { CertificateContent } from '../../domain/certificate/certificate-content.ts';
import type { CertificateStatus } from '../../domain/dealing/certificate-kinds.ts';
import type { DocumentReference } from '../../domain/dealing/payload/parts.ts';
import type { Trx } from '../kit/transaction.ts';

export interface CertificateRow {
  readonly serial: string;
  readonly communeCode: string;
  readonly code: string | null;
  readonly bookNo: string | null;
  readonly office: string | null;
  readonly issuedOn: string | null;
  readonly content: CertificateContent | null;
  readonly replaces: string | null;
  readonly status: CertificateStatus;
  readonly raisedBy: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

const SELECT = `select c.serial, c.commune_code::text as "communeCode", c.code, c.book_no as "bookNo", c.office, c.issued_on::text as "issuedOn", c.content, c.replaces, c.status,
    c.raised_by as "raisedBy", c.ended_by as "endedBy", c.ended_at as "endedAt"
  from document.certificate c`;

export async function findCertificate(trx: Trx, serial: string): Promise<CertificateRow | undefined> {
  const { rows } = await trx.query<CertificateRow>(`${SELECT} where c.serial = $1`, [serial]);
  return rows[0];
}

/** Certificates of rights on a parcel, those that are valid first; legacy ones that still hold are not among them. */
export async function listCertificatesOf(trx: Trx, parcelId: string): Promise<CertificateRow[]> {
  const { rows } = await trx.query<CertificateRow>(
    `${SELECT} where c.serial in (select x.serial from document.certificate_right x join rights."right" r using (right_id) where r.parcel_id = $1)
     order by c.ended_at desc nulls first, c.registered_at desc, c.serial`,
    [parcelId],
  );
  return rows;
}

export interface LegacyCertificate {
  readonly serial: string;
  readonly holders: { readonly partyId: string; readonly name: string; readonly share: string }[];
}

/** Serials that rights on a parcel name now and that were issued before this register. */
export async function listLegacyOf(trx: Trx, parcelId: string): Promise<LegacyCertificate[]> {
  const { rows } = await trx.query<LegacyCertificate>(
    `select r.certificate_serial as serial, json_agg(json_build_object('partyId', r.party_id, 'name', p.name,
         'share', case when r.share_denominator = 1 then '1' else r.share_numerator || '/' || r.share_denominator end) order by p.name, r.right_id) as holders
     from rights."right" r join party.present p using (party_id)
     where r.parcel_id = $1 and r.ended_at is null and r.certificate_serial is not null
       and not exists (select from document.certificate c where c.serial = r.certificate_serial)
     group by 1 order by 1`,
    [parcelId],
  );
  return rows;
}

export interface DealtSince {
  readonly dealingId: string;
  readonly kind: string;
  readonly registeredAt: Date;
  readonly document: DocumentReference | null;
}

/** Dealings registered on the certificate's parcels while it was valid, but those that issued or ended it. */
export async function listDealtSince(trx: Trx, serial: string): Promise<DealtSince[]> {
  const { rows } = await trx.query<DealtSince>(
    `select d.dealing_id as "dealingId", d.kind, d.registered_at as "registeredAt", x.payload -> 'document' as document
     from document.certificate c
     join dealing.dealing d on d.registered_at >= c.registered_at and (c.ended_at is null or d.registered_at <= c.ended_at)
       and d.dealing_id <> c.raised_by and d.dealing_id is distinct from c.ended_by
     left join dealing.content x on x.dealing_id = d.dealing_id
     where c.serial = $1 and d.status = 'registered'
       and exists (select from dealing.target t, jsonb_array_elements(c.content -> 'lands') l
         where t.dealing_id = d.dealing_id and t.parcel_id = (l ->> 'parcelId')::uuid)
     order by d.registered_at, d.dealing_id`,
    [serial],
  );
  return rows;
}

/** Sealed identity numbers of parties, as they hold now. */
export async function listIdentityCiphers(
  trx: Trx,
  partyIds: readonly string[],
): Promise<{ readonly partyId: string; readonly cipher: Buffer }[]> {
  const { rows } = await trx.query<{ partyId: string; cipher: Buffer }>(
    `select i.party_id as "partyId", i.cipher from party.identity_paper i join party.present p using (party_id)
     where i.party_id = any ($1::uuid[]) and case when p.identity_ordinal is null then i.raised_by is null else i.ordinal = p.identity_ordinal end
     order by i.party_id, i.ordinal`,
    [partyIds],
  );
  return rows;
}
