import type { Trx } from '../kit/transaction.ts';
import type { UnitExtent } from './administrative-units.ts';

/** A unit that a boundary may be given to. */
export interface BoundaryUnit {
  readonly code: string;
  /** Where it lies as far as known: its own extent, or that of the units that took it over. WGS 84 degrees. */
  readonly extent: UnitExtent | null;
}

/**
 * Units of the day a batch of boundaries ($1) is meant at: `--at`, or the day it was received, so that a batch means
 * the same when it is promoted later. History before the first known day is not recorded: the oldest unit of a code
 * stands for it.
 */
export const UNITS_OF_BATCH = `
  select distinct on (u.code) u.code, u.valid_from, u.name
  from reference.administrative_unit u
  cross join (select coalesce((options ->> 'at')::date, (created_at at time zone 'Asia/Ho_Chi_Minh')::date) as day
              from staging.batch where batch_id = $1) b
  where (u.valid_to is null or b.day < u.valid_to)
    and (u.valid_from <= b.day
         or not exists (select from reference.administrative_unit older where older.code = u.code and older.valid_from < u.valid_from))
  order by u.code, u.valid_from`;

export async function listBoundaryUnits(trx: Trx, batchId: string): Promise<BoundaryUnit[]> {
  const { rows } = await trx.query<{ code: string } & { [Edge in keyof UnitExtent]: number | null }>(
    `select unit.code, coalesce(own.min_lon, later.min_lon) as "minLon", coalesce(own.min_lat, later.min_lat) as "minLat",
       coalesce(own.max_lon, later.max_lon) as "maxLon", coalesce(own.max_lat, later.max_lat) as "maxLat"
     from (${UNITS_OF_BATCH}) unit
     left join reference.administrative_unit_extent own on own.code = unit.code and own.valid_from = unit.valid_from
     left join lateral (
       select min(e.min_lon) as min_lon, min(e.min_lat) as min_lat, max(e.max_lon) as max_lon, max(e.max_lat) as max_lat
       from reference.administrative_unit_successor s
       join reference.administrative_unit_extent e on e.code = s.new_code and e.valid_from = s.new_valid_from
       where s.old_code = unit.code and s.old_valid_from = unit.valid_from) later on true`,
    [batchId],
  );
  return rows.map(({ code, minLon, minLat, maxLon, maxLat }) => ({
    code,
    extent:
      minLon === null || minLat === null || maxLon === null || maxLat === null
        ? null
        : { minLon, minLat, maxLon, maxLat },
  }));
}
