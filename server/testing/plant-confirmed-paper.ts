/** A certificate of the archive as a reviewer left it: confirmed, and proposed for a parcel. Rows, since reading one takes seconds. */
import { createHash, randomUUID } from 'node:crypto';

type Query = (sql: string, values?: unknown[]) => Promise<unknown>;

export interface PaperToPlant {
  readonly parcelId: string;
  readonly holder: string;
  readonly serial?: string | null;
  readonly issuedOn?: string | null;
  readonly areaM2?: string;
  readonly kind?: string;
  readonly commune?: string;
  /** Who confirmed it and proposed its parcel. */
  readonly by?: string;
  readonly link?: 'proposed' | 'none';
}

/** Its id. */
export async function plantConfirmedPaper(query: Query, paper: PaperToPlant): Promise<string> {
  const { kind = 'certificate_qr', commune = '99001', by = 'thu', link = 'proposed' } = paper;
  const [scan, document] = [randomUUID(), randomUUID()];
  const digest = createHash('sha256').update(scan).digest();
  await query('insert into staging.staff (actor, name) values ($1, $1) on conflict do nothing', [by]);
  await query(
    `insert into document.stored_file (sha256, byte_length, media_type) values ($1, 1, 'application/pdf') on conflict do nothing`,
    [digest],
  );
  await query(
    `insert into document.scan (scan_id, sha256, source_name, commune_code, created_by, status, pages) values ($1, $2, 'gcn.pdf', $3, $4, 'read', 1)`,
    [scan, digest, commune, by],
  );
  await query(
    `insert into document.document (document_id, scan_id, ordinal, commune_code, kind, status) values ($1, $2, 1, $3, $4, 'to_review')`,
    [document, scan, commune, kind],
  );
  const { serial = 'AA 01234567', issuedOn = '2019-05-06', areaM2 = '1200.5', holder } = paper;
  for (const [name, value] of Object.entries({ serial, issuedOn, areaM2, holder }))
    await query(
      `insert into document.field (document_id, name, value, confidence, sure, state, confirmed_by, confirmed_at)
       values ($1, $2, $3, 1, true, $4, $5, now())`,
      [document, name, value, value === null ? 'absent' : 'confirmed', by],
    );
  await query(
    "update document.document set status = 'confirmed', decided_by = $2, decided_at = now() where document_id = $1",
    [document, by],
  );
  if (link === 'proposed')
    await query(
      'insert into document.parcel_link (document_id, parcel_id, commune_code, proposed_by) values ($1, $2, $3, $4)',
      [document, paper.parcelId, commune, by],
    );
  return document;
}
