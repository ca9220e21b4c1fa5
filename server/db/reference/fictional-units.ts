import pg from 'pg';
import { CHANNEL_FIELDS } from '../../domain/publication/publication-policy.ts';

export interface FictionalUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly successorOf: readonly string[];
  /** WGS 84 outer ring, closed. */
  readonly ring: readonly (readonly [number, number])[];
}

export interface FictionalOffice {
  readonly code: string;
  readonly name: string;
  readonly communes: readonly string[];
}

export interface FictionalSignatory {
  readonly name: string;
  readonly title: string;
  readonly officeCode: string;
  readonly validFrom: string;
}

const SOURCE = 'Demonstration data: nothing in it exists';

export interface FictionalReference {
  readonly units: readonly FictionalUnit[];
  readonly offices: readonly FictionalOffice[];
  readonly signatories: readonly FictionalSignatory[];
}

/**
 * Puts invented units, offices and signatories beside the real reference data, marked as fictional. The application may
 * not write reference data, so this takes the migrator's address.
 */
export async function recordFictionalReference(
  migratorUrl: string,
  { units, offices, signatories }: FictionalReference,
): Promise<void> {
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    await client.query('begin');
    await insertFictionalReference(client, units, offices, signatories);
    await publishEverything(client);
    await entitleBusiness(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Nobody's land is in it, so all of it is open, whole communes included; a real register keeps those closed. */
async function publishEverything(client: pg.ClientBase): Promise<void> {
  for (const channel of ['bulk', 'ogc'] as const) {
    await client.query(
      `insert into reference.publication_policy (channel, field, valid_from, allowed, source)
       select $1, unnest($2::text[]), '2025-01-15', true, $3 on conflict do nothing`,
      [channel, ['*', ...CHANNEL_FIELDS[channel]], SOURCE],
    );
  }
}

/** So that the account of a business can ask about certificates: each of them is invented. */
async function entitleBusiness(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into reference.answer_entitlement (account, valid_from, name, answers_a_day, source)
     values ('demo-business', '2025-01-15', 'Công ty Hư Cấu', null, $1) on conflict do nothing`,
    [SOURCE],
  );
}

async function insertFictionalReference(
  client: pg.ClientBase,
  units: readonly FictionalUnit[],
  offices: readonly FictionalOffice[],
  signatories: readonly FictionalSignatory[],
): Promise<void> {
  for (const unit of units) {
    await client.query(
      `insert into reference.administrative_unit (code, valid_from, valid_to, name, kind, province_code, source, fictional)
       values ($1, $2, $3, $4, $5, '99', $6, true) on conflict do nothing`,
      [unit.code, unit.validFrom, unit.validTo, unit.name, unit.kind, SOURCE],
    );
    await client.query(
      `insert into reference.administrative_unit_extent (code, valid_from, min_lon, min_lat, max_lon, max_lat, boundary, source)
       select $1, $2, st_xmin(g), st_ymin(g), st_xmax(g), st_ymax(g), st_multi(g), $4
       from (select st_setsrid(st_geomfromgeojson($3), 4326) as g) b on conflict do nothing`,
      [unit.code, unit.validFrom, JSON.stringify({ type: 'Polygon', coordinates: [unit.ring] }), SOURCE],
    );
  }
  for (const unit of units) {
    for (const old of unit.successorOf) {
      await client.query(
        `insert into reference.administrative_unit_successor (old_code, old_valid_from, new_code, new_valid_from, source)
         select $1, valid_from, $2, $3, $4 from reference.administrative_unit where code = $1 and valid_to = $3 on conflict do nothing`,
        [old, unit.code, unit.validFrom, SOURCE],
      );
    }
  }
  for (const office of offices) {
    await client.query(
      `insert into reference.office (office_id, name, address, valid_from, communes, source, fictional)
       values ($1, $2, '', '2025-07-01', $3, $4, true) on conflict do nothing`,
      [office.code, office.name, office.communes, SOURCE],
    );
  }
  for (const [i, person] of signatories.entries()) {
    await client.query(
      `insert into reference.signatory (signatory_id, office_id, full_name, position, authority_formula, valid_from, source, fictional)
       values ($1, $2, $3, $4, '', $5, $6, true) on conflict do nothing`,
      [`${person.officeCode}-${i + 1}`, person.officeCode, person.name, person.title, person.validFrom, SOURCE],
    );
  }
}
