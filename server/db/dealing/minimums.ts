/** Least area and width of a parcel, by land code and place, as a decision in force today says (reference.parcel_minimum). */
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

export interface Minimum {
  /** Null where nothing is in force: then nothing is judged. */
  readonly areaM2: number | null;
  readonly widthM: number | null;
  /** The decision; null where only the floor of the register itself counts. */
  readonly basis: string | null;
}

export interface MinimumPlace {
  readonly codes: readonly string[];
  readonly communeCode: string;
  readonly communeValidFrom: string;
  readonly roadside: boolean;
}

/**
 * What counts at each place: of the rows that fit a code the most particular one, of several codes the greatest number; and never
 * less than the floor of the register (reference.setting), below which ground is a slip of the hand.
 */
export async function findMinimums(trx: Trx, places: readonly MinimumPlace[]): Promise<Minimum[]> {
  const { rows } = await trx.query<Minimum>(
    prepared(
      `with today as materialized (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day),
     place as (select n, p -> 'codes' as codes, p ->> 'communeCode' as commune, (p ->> 'communeValidFrom')::date as since, (p ->> 'roadside')::boolean as roadside
       from jsonb_array_elements($1::jsonb) with ordinality as e(p, n)),
     fitting as (
       select distinct on (p.n, c.code) p.n, m.least_area_m2, m.least_width_m, m.source
       from today t, place p cross join lateral jsonb_array_elements_text(p.codes) c(code)
       join reference.administrative_unit u on u.code = p.commune and u.valid_from = p.since
       join reference.parcel_minimum m on (m.land_use_code is null or m.land_use_code = c.code) and (m.unit_kind is null or m.unit_kind = u.kind)
         and (m.commune_code is null or m.commune_code = p.commune) and (m.roadside is null or m.roadside = p.roadside)
       where m.valid_from <= t.day and (m.valid_to is null or t.day < m.valid_to)
       order by p.n, c.code, (m.commune_code is not null) desc, (m.land_use_code is not null) desc, (m.unit_kind is not null) desc, (m.roadside is not null) desc)
     select greatest(max(f.least_area_m2), reference.setting_on('minimum_parcel_area_m2', t.day))::float8 as "areaM2",
       greatest(max(f.least_width_m), reference.setting_on('minimum_parcel_width_m', t.day))::float8 as "widthM", string_agg(distinct f.source, '; ') as basis
     from today t, place p left join fitting f using (n) group by p.n, t.day order by p.n`,
      [JSON.stringify(places)],
    ),
  );
  return rows;
}
