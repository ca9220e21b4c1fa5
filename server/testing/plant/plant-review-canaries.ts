import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Where a canary goes on the desk: uploads, work on a batch, its review, and the log of looks. */
export async function plantReviewCanaries(
  client: pg.Client,
  batch: string,
  canary: { readonly name: string; readonly digest: Buffer; readonly body: string },
): Promise<void> {
  const { name, digest, body } = canary;
  const dealing = randomUUID();
  await client.query(
    `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, proposed_by, batch_id, reason)
     values ($1, 'import_promotion', 'lodged', '99001', '2025-07-01', $2, $3, $2)`,
    [dealing, name, batch],
  );
  await client.query(
    `insert into dealing.proposal (dealing_id, batch_id, batch_version, note, counts, findings, corrections, sample, land_before, land_after)
     values ($1, $2, 1, $3, $4, $4, $4, '{1}', $4, $4)`,
    [dealing, batch, name, body],
  );
  await client.query(
    `insert into staging.correction_step (batch_id, record_no, field, rule, decision, before, after, reason, decided_by)
     values ($1, 1, 'TENCHU', 'case', 'edit', $2, $2, $2, $2)`,
    [batch, name],
  );
  await client.query(
    `insert into staging.exclusion_step (batch_id, record_no, step, reason, decided_by) values ($1, 1, 'exclude', $2, $2)`,
    [batch, name],
  );
  await client.query(
    `insert into dealing.answer (actor, door, key, batch_id, asked, reply) values ($2, 'x', gen_random_uuid(), $1, $3, $4)`,
    [batch, name, digest, body],
  );
  await client.query('update staging.batch_tally set sheets = array[$2] where batch_id = $1', [batch, name]);
  await client.query('insert into staging.staff (actor, name) values ($1, $1)', [name]);
  await client.query('insert into staging.batch_work (batch_id, last_error) values ($1, $2)', [batch, name]);
  await client.query(
    `insert into staging.upload (upload_id, created_by, source_name, options, reserved_bytes, expires_at)
     values (gen_random_uuid(), $1, $1, $2, 0, now())`,
    [name, body],
  );
  await client.query(
    `insert into audit.read_log (actor, subject_kind, batch_id, record_nos, purpose) values ($2, 'staging_record', $1, '{1}', $2)`,
    [batch, name],
  );
}
