/** Schema indicator: figures by commune and day, as staff is told them and, by the portal's views, as the public is. */
import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';

export interface CountedDay {
  readonly day: string;
  readonly countedAt: Date;
  readonly kept: boolean;
}

export interface FigureRow {
  readonly day: string;
  /** Null: of all communes together. */
  readonly communeCode: string | null;
  readonly measure: string;
  readonly item: string;
  /** Null: fewer than five of what the public is told in fives. */
  readonly value: number | null;
}

/** Whose figures: what the portal's role is told, or exact ones of these communes. */
export type FigureSource =
  | { readonly pool: pg.Pool; readonly exact: false }
  | { readonly pool: pg.Pool; readonly exact: true; readonly communes: readonly string[] | '*' };

const named = (source: FigureSource) => (source.exact ? source.communes : '*');
const only = (source: FigureSource): readonly string[] | null => {
  const communes = named(source);
  return communes === '*' ? null : communes;
};

const DAY = `day::text, counted_at as "countedAt", kept`;

/** The days from one to another (both counted) of which there are figures, in their order. */
export const listCountedDays = ({ pool, exact }: FigureSource, from: string, to: string): Promise<CountedDay[]> =>
  queryRows(
    pool,
    `select ${DAY} from ${exact ? 'indicator.known_day' : 'portal.indicator_day'} where day between $1::date and $2::date order by 1`,
    [from, to],
  );

/** The day of this name, or the last one. */
export async function findCountedDay({ pool, exact }: FigureSource, day?: string): Promise<CountedDay | undefined> {
  const [found] = await queryRows<CountedDay & pg.QueryResultRow>(
    pool,
    `select ${DAY} from ${exact ? 'indicator.known_day' : 'portal.indicator_day'} where $1::date is null or day = $1::date order by 1 desc limit 1`,
    [day ?? null],
  );
  return found;
}

const FIGURE = `day::text, commune_code::text as "communeCode", measure, item, value::float8 as value`;

/** Figures of single communes, or of one, from day to day. By the primary key of indicator.figure. */
export const listFigures = (
  source: FigureSource,
  from: string,
  to: string,
  commune: string | null = null,
): Promise<FigureRow[]> =>
  queryRows(
    source.pool,
    `select ${FIGURE} from ${source.exact ? 'indicator.known_figure' : 'portal.indicator_figure'}
     where day between $1::date and $2::date and ($3::text is null or commune_code = $3::char(5)) and ($4::text[] is null or commune_code = any ($4::text[]::char(5)[]))
     order by 1, 2, 3, 4`,
    [from, to, commune, only(source)],
  );

/** Figures of all communes of the source together, from day to day. */
export const listTotals = (source: FigureSource, from: string, to: string): Promise<FigureRow[]> =>
  source.exact
    ? queryRows(
        source.pool,
        `select day::text, null as "communeCode", measure, item, sum(value)::float8 as value from indicator.known_figure
         where day between $1::date and $2::date and ($3::text[] is null or commune_code = any ($3::text[]::char(5)[]))
         group by day, measure, item order by 1, 3, 4`,
        [from, to, only(source)],
      )
    : queryRows(
        source.pool,
        `select day::text, null as "communeCode", measure, item, value::float8 as value from portal.indicator_total
         where day between $1::date and $2::date order by 1, 3, 4`,
        [from, to],
      );

/** What communes were called on a day. */
export async function listCommuneNames(pool: pg.Pool, day: string): Promise<ReadonlyMap<string, string>> {
  const rows = await queryRows<{ code: string; name: string }>(
    pool,
    `select distinct on (code) code::text, name from portal.commune
     order by code, (valid_from <= $1::date and (valid_to is null or valid_to > $1::date)) desc, valid_from desc`,
    [day],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
