/** What the first page and the list of communes ask, as role diaba_portal. */
import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';

/** Moments of the first and the last registration; null while nothing is registered. */
export async function findRegistrationSpan(pool: pg.Pool): Promise<{ first: Date | null; last: Date | null }> {
  const [row] = await queryRows<{ first: Date | null; last: Date | null }>(
    pool,
    'select first_registered_at as first, last_registered_at as last from portal.data_state',
  );
  return row ?? { first: null, last: null };
}

export interface ExampleParcel {
  readonly sheet: string;
  readonly no: string;
  readonly commune: string;
}

/** One of the parcels registered last: an example of a question that has an answer. Uses parcel_version_registered_at_idx. */
export async function findExampleParcel(pool: pg.Pool): Promise<ExampleParcel | undefined> {
  const [row] = await queryRows<ExampleParcel>(
    pool,
    // By its moment: an order over the view, which is a security barrier, would read all of it first.
    `select sheet_no as sheet, parcel_no as no, commune_name as commune from portal.parcel
     where registered_at = (select last_registered_at from portal.data_state) limit 1`,
  );
  return row;
}

export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly successors: readonly { readonly code: string; readonly name: string }[];
  /** Whether a map sheet of it is in the register. */
  readonly hasSheets: boolean;
}

/** Every unit that exists or existed, by name. */
export async function listUnits(pool: pg.Pool): Promise<UnitRow[]> {
  return queryRows<UnitRow>(
    pool,
    `select c.code::text, c.name, c.valid_from::text as "validFrom", c.valid_to::text as "validTo",
       coalesce((select json_agg(json_build_object('code', s.code, 'name', s.name) order by s.code)
         from portal.commune s where s.code::text = any(c.successor_codes) and s.valid_from >= c.valid_to), '[]') as successors,
       c.has_sheets as "hasSheets"
     from portal.commune c order by c.name collate "vi-x-icu", c.code, c.valid_from`,
    [],
  );
}
