/** Boundaries of communes for drawings as small as a word, as role diaba_tiles. */
import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';

/** East, north in metres of Web Mercator. */
type Position = readonly [east: number, north: number];

/** A drawing as small as a word shows no more steps than these along its longer side. */
const STEPS = 60;

/** A unit as of the day it began; of several units with one code the present one where no day is said. */
export interface UnitAsked {
  readonly code: string;
  readonly validFrom?: string | undefined;
}
export type UnitShapes = ReadonlyMap<string, readonly (readonly Position[])[]>;

/** Key of a unit in {@link UnitShapes}. */
export const unitKey = ({ code, validFrom = '' }: UnitAsked): string => `${code}|${validFrom}`;

/** Rings of the units whose boundary is registered. */
export async function listUnitShapes(pool: pg.Pool, units: readonly UnitAsked[]): Promise<UnitShapes> {
  const rows = await queryRows<{ key: string; shape: { coordinates: Position[][][] } }>(
    pool,
    `select distinct on (u.key) u.key, st_asgeojson(st_multi(st_simplifypreservetopology(o.overview_3857,
       greatest(st_xmax(o.overview_3857) - st_xmin(o.overview_3857), st_ymax(o.overview_3857) - st_ymin(o.overview_3857)) / ${STEPS})), 0)::json as shape
     from unnest($1::text[], $2::text[], $3::date[]) as u(key, code, valid_from)
     join cadastre.commune_outline o on o.code = u.code and (o.valid_from = u.valid_from or (u.valid_from is null and o.valid_to is null))
     order by u.key, o.valid_from desc`,
    [units.map(unitKey), units.map(({ code }) => code), units.map(({ validFrom }) => validFrom ?? null)],
  );
  return new Map(rows.map(({ key, shape }) => [key, shape.coordinates.flat()]));
}
