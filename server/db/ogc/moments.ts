/** What a read of features is of, and the SQL its statements share; all as role diaba_portal. */
import type pg from 'pg';
import type { OgcSystem } from '../../domain/ogc/ogc-systems.ts';
import type { AskedShape } from '../../domain/ogc/read-bbox.ts';
import type { AskedTime } from '../../domain/ogc/read-datetime.ts';
import { queryRows } from '../kit/query-rows.ts';

/** Moments to the microsecond, as PostgreSQL keeps them: a JavaScript date would round them. */
export interface Moments {
  /** What was registered before it counts, and nothing that came later. */
  readonly asOf: string;
  /** Registered before `before` and not ended before `since`. */
  readonly since: string;
  readonly before: string;
}

export interface FeatureQuestion extends Moments {
  readonly after: string | null;
  readonly limit: number;
  /** Values of properties, by name. */
  readonly asked: Readonly<Record<string, string>>;
  readonly within: AskedShape | null;
}

/** A feature: its id, its shape as the text of GeoJSON, and every property there is, published or not. */
export type FeatureRow = { readonly id: string; readonly geometry: string | null } & Readonly<Record<string, unknown>>;

/** SQL of a moment as text, to the microsecond. */
export const ISO = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * The moments a read is of. `asOf` is that of the first page, or null there: then it is the youngest before which nothing can appear any
 * more, so that all pages find the same. What is asked for a later time is answered as far as it is known.
 */
export async function findMoments(pool: pg.Pool, asOf: string | null, time: AskedTime | null): Promise<Moments> {
  const [row] = await queryRows<{ asOf: string; since: string; before: string }>(
    pool,
    `select ${ISO('m.as_of')} as "asOf", ${ISO("least(m.as_of, coalesce($2::timestamptz + interval '1 microsecond', '1000-01-01'))")} as since,
       ${ISO("least(m.as_of, coalesce($3::timestamptz + interval '1 microsecond', 'infinity'))")} as before
     from (select least($1::timestamptz, portal.settled_moment()) as as_of) m`,
    [asOf, time === null ? 'infinity' : time.from, time === null ? 'infinity' : time.to],
  );
  return row!;
}

/** SQL of a column as the text of GeoJSON in a system. */
export function shapeSql(column: string, { srid, northFirst, decimals }: OgcSystem): string {
  const there = `public.st_transform(${column}, ${srid})`;
  return `public.st_asgeojson(${northFirst ? `public.st_flipcoordinates(${there})` : there}, ${decimals}, 0)`;
}

/** SQL of the asked shape from two parameters by number. */
export const SHAPE = (wkt: number, srid: number) => `public.st_geomfromtext($${wkt}::text, $${srid}::int)`;
