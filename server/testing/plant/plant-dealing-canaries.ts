/** A dealing whose every text is a canary, with land, burdens and a first answer: rows as no door would write them. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { CANARIES } from './register-fixture.ts';

export async function plantDealingCanaries(client: pg.Client): Promise<void> {
  const [name, number, serial] = CANARIES;
  const dealing = randomUUID();
  const body = JSON.stringify({ name, number, no: serial, date: '2026-01-01' });
  await client.query(
    `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, proposed_by, reason)
     values ($1, 'split', 'draft', '99001', '2025-07-01', $2, $2)`,
    [dealing, name],
  );
  await client.query('insert into dealing.content (dealing_id, payload) values ($1, $2)', [dealing, body]);
  await client.query('insert into dealing.identity_number values ($1, 1, $2, sha256($2))', [
    dealing,
    Buffer.from(number),
  ]);
  await client.query(
    `insert into dealing.pending_parcel (dealing_id, ordinal, role, parcel_id, version_no, sheet_id, parcel_no, parcel_code, land_use, area_m2, address,
       geom_legal, geom, feature_point)
     select $1, 1, 'raised', gen_random_uuid(), 1, sheet_id, '999999', parcel_code, land_use, area_m2, $2, geom_legal, geom, feature_point
     from cadastre.parcel_version where status = 'current' limit 1`,
    [dealing, name],
  );
  await client.query(
    `insert into dealing.answer (actor, door, key, dealing_id, asked, reply) values ($1, 'x', 'x', $2, sha256('x'), $3)`,
    [name, dealing, body],
  );
  await client.query(
    `insert into party.detail (detail_id, party_id, name, search_key, address, document, raised_by, registered_at)
     select gen_random_uuid(), party_id, $1, $1, $1, $2, $3, now() from party.party limit 1`,
    [name, body, dealing],
  );
  await client.query(
    `insert into rights.lease (lease_id, lessee_id, commune_code, until, document, raised_by, registered_at)
     select gen_random_uuid(), party_id, '99001', '2099-01-01', $1, $2, now() from party.party limit 1`,
    [body, dealing],
  );
  await client.query(
    `insert into rights.restriction (restriction_id, parcel_id, commune_code, kind, document, raised_by, registered_at)
     select gen_random_uuid(), parcel_id, '99001', 'other', $1, $2, now() from rights."right" limit 1`,
    [body, dealing],
  );
  await client.query(
    `insert into rights.proof (proof_id, right_id, commune_code, document, raised_by, registered_at)
     select gen_random_uuid(), right_id, '99001', $1, $2, now() from rights."right" limit 1`,
    [body, dealing],
  );
  const mortgage = randomUUID();
  await client.query(
    `insert into rights.mortgage (mortgage_id, mortgagee_id, commune_code, document, raised_by, registered_at)
     select $1, party_id, '99001', $2, $3, now() from party.party limit 1`,
    [mortgage, body, dealing],
  );
  await client.query(
    `insert into rights.caveat (caveat_id, parcel_id, commune_code, stops_transfer, stops_mortgage, stops_split, document, raised_by, registered_at)
     select gen_random_uuid(), parcel_id, '99001', true, true, true, $1, $2, now() from rights."right" limit 1`,
    [body, dealing],
  );
}
