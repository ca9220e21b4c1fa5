/**
 * A request whose every text is a canary, answered by the planted paper, which is fetched at the counter and opened by the code
 * of the paper: rows as no door would write them.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { hashRequestCode } from '../../registry/request/request-code.ts';
import { PLANTED_CODE, PLANTED_SERIAL } from './plant-paper.ts';
import { CANARIES } from './register-fixture.ts';

export const PLANTED_REFERENCE = 'YC-2026-999999';

export async function plantRequestCanaries(client: pg.Client): Promise<void> {
  const [name, number, serial] = CANARIES;
  const id = randomUUID();
  await client.query(
    `insert into dealing.request (request_id, reference, request_key, asked, code_hash, kind, blocks, delivery, parcel_id, commune_code, identity_hash,
       status, due_on, grounds, fee_status, handled_by, decided_at, paper_serial)
     select $1, $2, sha256('x'), sha256('x'), $6, 'map_extract', '{}', 'counter', parcel_id, '99001', sha256($3), 'fulfilled', '2026-12-01', 'holder',
       'paid', $4, now(), $5
     from cadastre.parcel_version where status = 'current' limit 1`,
    [id, PLANTED_REFERENCE, Buffer.from(number), name, PLANTED_SERIAL, hashRequestCode(PLANTED_CODE)],
  );
  const sealed = Buffer.from([name, number, serial].join(' '));
  await client.query('insert into dealing.request_content (request_id, cipher) values ($1, $2)', [id, sealed]);
  await client.query(
    `insert into dealing.request_step (request_id, ordinal, step, actor, key, asked, facts, note) values ($1, 1, 'accept', $2, 'x', sha256('x'), $3, $4)`,
    [id, name, JSON.stringify({ name }), sealed],
  );
  await client.query(
    `insert into dealing.message (request_id, kind, channel, address, language) values ($1, 'fulfilled', 'mail', $2, 'vi')`,
    [id, sealed],
  );
}
