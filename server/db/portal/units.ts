/** Every commune-level unit there is or was, for finding one by what it is called. Some hundred rows for a province. */
import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';

export interface KnownUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly bbox: [number, number, number, number] | null;
}

export interface Succession {
  readonly oldCode: string;
  readonly oldValidFrom: string;
  readonly newCode: string;
  readonly newValidFrom: string;
}

/** All units, by code and day. */
export function listKnownUnits(pool: pg.Pool): Promise<KnownUnit[]> {
  return queryRows<KnownUnit>(
    pool,
    `select code::text, name, kind, valid_from::text as "validFrom", valid_to::text as "validTo",
       case when min_lon is not null then array[min_lon, min_lat, max_lon, max_lat] end as bbox
     from portal.commune order by code, valid_from`,
  );
}

/** All successions of units at reforms. */
export function listSuccessions(pool: pg.Pool): Promise<Succession[]> {
  return queryRows<Succession>(
    pool,
    `select old_code::text as "oldCode", old_valid_from::text as "oldValidFrom", new_code::text as "newCode",
       new_valid_from::text as "newValidFrom"
     from portal.commune_successor`,
  );
}
