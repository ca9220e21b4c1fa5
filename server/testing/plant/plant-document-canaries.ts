/** A scanned document whose every text is a canary, confirmed and standing with a current parcel: rows as no door would write them. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { CANARIES } from './register-fixture.ts';

export async function plantDocumentCanaries(client: pg.Client, digest: Buffer): Promise<void> {
  const [name, number, serial] = CANARIES;
  const [scan, document] = [randomUUID(), randomUUID()];
  const text = Buffer.from([name, number, serial].join(' '));
  await client.query(
    `insert into document.scan (scan_id, sha256, source_name, commune_code, created_by, status, pages)
     values ($1, $2, $3, '99001', $3, 'read', 1)`,
    [scan, digest, name],
  );
  await client.query(
    "insert into document.scan_page (scan_id, page_no, state, codes, words, reader) values ($1, 1, 'read', $2, $2, $3)",
    [scan, text, name],
  );
  await client.query("insert into document.page_picture values ($1, 1, 'full', $2, 1, 1)", [scan, digest]);
  await client.query(
    `insert into document.document (document_id, scan_id, ordinal, commune_code, status, reason, decided_by, decided_at)
     values ($1, $2, 1, '99001', 'to_review', $3, null, null)`,
    [document, scan, name],
  );
  await client.query('insert into document.document_page values ($1, 1, $2, 1)', [document, scan]);
  await client.query(
    `insert into document.field (document_id, name, value, confidence, sure, readings) values ($1, 'holder', $2, 1, true, $3)`,
    [document, name, JSON.stringify([{ value: serial }])],
  );
  const points = JSON.stringify([{ name, used: true }]);
  await client.query(
    `insert into document.map_sheet (scan_id, page_no, commune_code, srid, scale, sheet_no, method, points, verdict, parcels, changed_by)
     values ($1, 1, '99001', 9214, 1000, '1', 'affine', $2, 'open', $2, $3)`,
    [scan, points, name],
  );
  await client.query(
    `insert into document.digitisation (batch_id, scan_id, page_no, commune_code, srid, scale, sheet_no, method, points, rms_m, tolerance_m, parcels, made_by)
     select batch_id, $1, 1, '99001', 9214, 1000, '1', 'affine', $2, 0.1, 0.15, 1, $3 from staging.batch where created_by = $3 limit 1`,
    [scan, points, name],
  );
  await client.query('insert into document.identity_number values ($1, 1, sha256($2))', [
    document,
    Buffer.from(number),
  ]);
  await client.query('insert into document.word values ($1, substring(sha256($2) for 12))', [
    document,
    Buffer.from(name),
  ]);
  await client.query("insert into document.shelf_place values ($1, '99001', $2, '1', '1', '1', '1', 'x')", [
    document,
    name,
  ]);
  await client.query(
    `insert into document.second_reading (document_id, commune_code, one_of, first_reader) values ($1, '99001', 1, $2)`,
    [document, name],
  );
  await client.query(
    "insert into document.second_field (document_id, name, first_value, value, agrees) values ($1, 'holder', $2, $3, false)",
    [document, name, serial],
  );
  await client.query(
    `insert into document.parcel_link (document_id, parcel_id, commune_code, status, proposed_by, decided_by, decided_at)
     select $1, parcel_id, '99001', 'registered', $2, 'x', now() from cadastre.parcel_version where status = 'current' limit 1`,
    [document, name],
  );
}
