/** A look-up whose every text is a canary, answered: rows as no door would write them. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { CANARIES } from './register-fixture.ts';

export async function plantLookupCanaries(client: pg.Client, digest: Buffer): Promise<void> {
  const [name, number, serial] = CANARIES;
  const lookup = randomUUID();
  const text = Buffer.from([name, number, serial].join(' '));
  await client.query(
    `insert into lookup.lookup (lookup_id, owner, request_key, asked, audience, communes, head, purpose, rows, done, matched, state, ended_at, keep_until)
     values ($1, $2, $1, $3, 'staff', '99001', $4, $2, 1, 1, 1, 'done', now(), '2999-01-01')`,
    [lookup, name, digest, text],
  );
  await client.query('insert into lookup.row values ($1, 1, $2)', [lookup, text]);
  await client.query(
    `insert into lookup.answer select $1, 1, 'matched', null, array[parcel_id], false from cadastre.parcel_version where status = 'current' limit 1`,
    [lookup],
  );
  await client.query(`insert into lookup.use values ($1, '2026-01-01', 1)`, [name]);
  await client.query(
    `insert into lookup.given_answer (answer_id, account, asker, request_key, asked, asked_at, parcel_id, matter_no, statement)
     select $1, $2, $2, $1, $3, now(), parcel_id, $4, $2 from cadastre.parcel_version where status = 'current' limit 1`,
    [lookup, name, digest, number],
  );
  await client.query(
    `insert into watch.watch (watch_id, owner, request_key, asked, name, commune_code, language, mail, hook)
     values ($1, $2, $1, $3, $4, '99001', 'vi', $4, $4)`,
    [lookup, name, digest, text],
  );
}
