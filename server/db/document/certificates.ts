/** Certificates as the register knows them: issued here on a blank, or legacy ones that a dealing ended. */
import type { CertificateContent } from '../../domain/certificate/certificate-content.ts';
import type { CertificateStatus } from '../../domain/dealing/certificate-kinds.ts';
import type { Trx } from '../kit/transaction.ts';

export interface NewCertificate {
  readonly serial: string;
  readonly code: string;
  readonly bookNo: string;
  readonly office: string;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string;
  readonly content: CertificateContent;
  readonly templateVersion: number;
  readonly replaces: string | null;
  readonly rightIds: readonly string[];
}

/** A number in the book that no certificate had. */
export async function takeCertificateNumber(trx: Trx): Promise<number> {
  const { rows } = await trx.query<{ number: number }>(
    `select nextval('document.certificate_number')::float8 as number`,
  );
  return rows[0]!.number;
}

async function showRights(trx: Trx, serial: string, rightIds: readonly string[]): Promise<void> {
  await trx.query(
    `insert into document.certificate_right (serial, right_id) select $1, r from unnest($2::uuid[]) r
     on conflict on constraint certificate_right_pkey do nothing`,
    [serial, rightIds],
  );
}

export async function insertCertificate(
  trx: Trx,
  dealingId: string,
  communeCode: string,
  certificate: NewCertificate,
): Promise<void> {
  const { serial, code, bookNo, office, issuedOn, content, templateVersion, replaces, rightIds } = certificate;
  await trx.query(
    `insert into document.certificate (serial, blank_serial, code, book_no, commune_code, office, issued_on, content, template_version, replaces, raised_by, registered_at)
     values ($1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
    [
      serial,
      code,
      bookNo,
      communeCode,
      office,
      issuedOn,
      JSON.stringify(content),
      templateVersion,
      replaces,
      dealingId,
    ],
  );
  await showRights(trx, serial, rightIds);
}

/** Ends a certificate: one that was issued here, or a legacy one of which nothing but the serial is known. One that is over stays as it is. */
export async function endCertificate(
  trx: Trx,
  dealingId: string,
  communeCode: string,
  { serial, status, rightIds }: { serial: string; status: CertificateStatus; rightIds: readonly string[] },
): Promise<void> {
  const { rowCount } = await trx.query(
    `update document.certificate set status = $2, ended_by = $3, ended_at = now() where serial = $1 and status = 'valid'`,
    [serial, status, dealingId],
  );
  if (rowCount === 1) return;
  const { rowCount: inserted } = await trx.query(
    `insert into document.certificate (serial, commune_code, status, ended_by, ended_at) values ($1, $2, $3, $4, now()) on conflict do nothing`,
    [serial, communeCode, status, dealingId],
  );
  if (inserted === 1) await showRights(trx, serial, rightIds);
}

/** Whether a serial stands on a certificate, on one that a right names, or on none. */
export async function isSerialTaken(trx: Trx, serial: string): Promise<boolean> {
  const { rows } = await trx.query<{ taken: boolean }>(
    `select exists (select from document.certificate where serial = $1)
       or exists (select from rights."right" where certificate_serial = $1) as taken`,
    [serial],
  );
  return rows[0]!.taken;
}

/** Rights that stand on a certificate now and are not among these. */
export async function countOthersOn(trx: Trx, serial: string, rightIds: readonly string[]): Promise<number> {
  const { rows } = await trx.query<{ n: number }>(
    `select count(*)::int as n from rights."right"
     where certificate_serial = $1 and ended_at is null and right_id <> all ($2::uuid[])`,
    [serial, rightIds],
  );
  return rows[0]!.n;
}
