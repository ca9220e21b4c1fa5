/** Many rows asked of the register in one statement, as role diaba_portal: the conditions of search.ts, row by row. */
import type pg from 'pg';
import { queryRows } from '../kit/query-rows.ts';
import type { SearchArea } from './search.ts';

/** What was found of one row: its place in what was asked, and the parcels, one more than `limit` where there are more. */
export interface RowMatch {
  readonly at: number;
  readonly ids: readonly string[];
}

export interface NumberedRow {
  readonly at: number;
  readonly sheet: string | null;
  readonly no: string;
  /** Place in the list of areas; null: anywhere, which only a row with a sheet may ask. */
  readonly area: number | null;
}

export interface MatchTerms {
  /** What was registered before it counts. */
  readonly before: Date;
  /** Whether parcels that have ended are found too. */
  readonly withEnded: boolean;
  readonly limit: number;
}

const REGISTERED = (before: string, withEnded: boolean) =>
  withEnded
    ? `p.registered_at < ${before}`
    : `p.registered_at < ${before} and (p.ended_at is null or p.ended_at >= ${before})`;

/** Areas as rows: one of a commune, or of a commune and a unit its sheets were numbered in. */
function areaRows(areas: readonly (readonly SearchArea[])[]) {
  const rows = areas.flatMap((area, id) =>
    area.flatMap(({ communes, numberedIn }) =>
      communes.flatMap((commune) =>
        (numberedIn ?? [null]).map((unit) => ({
          id,
          commune,
          unit: unit?.code ?? null,
          from: unit?.validFrom ?? null,
        })),
      ),
    ),
  );
  return (['id', 'commune', 'unit', 'from'] as const).map((name) => rows.map((row) => row[name]));
}

const columnsOf = <Row extends object>(rows: readonly Row[], names: readonly (keyof Row)[]) =>
  names.map((name) => rows.map((row) => row[name]));

/** Such rows in one statement: the portal's are ended after three seconds. */
const LOOSE_AT_ONCE = 100;

/** Rows that name no area or no sheet, one look at the view each: there are few, and each may find many. */
function matchLoosely(
  pool: pg.Pool,
  rows: readonly NumberedRow[],
  areas: readonly (readonly SearchArea[])[],
  { before, withEnded, limit }: MatchTerms,
): Promise<RowMatch[]> {
  const found = (where: string) => `select distinct p.parcel_id::text from ${where} and p.parcel_no = r.no
    and ${REGISTERED('$9::timestamptz', withEnded)} limit $10`;
  return queryRows<RowMatch & pg.QueryResultRow>(
    pool,
    `with area as materialized (select * from unnest($5::int[], $6::char(5)[], $7::char(5)[], $8::date[]) as a(id, commune, unit, first_day))
     select r.at, f.ids from unnest($1::int[], $2::text[], $3::text[], $4::int[]) as r(at, sheet, no, area)
     cross join lateral (select case
       when r.area is null then array(${found('portal.parcel p where p.sheet_no = r.sheet')})
       else array(${found('area a join portal.parcel p on p.commune_code = a.commune where a.id = r.area and (a.unit is null or (p.unit_code = a.unit and p.unit_valid_from = a.first_day))')})
       end as ids) f`,
    [...columnsOf(rows, ['at', 'sheet', 'no', 'area']), ...areaRows(areas), before, limit + 1],
  );
}

/** Parcels by sheet and number, each row in its area: a look into the indexes sheet_commune_idx and parcel_version_key. */
export async function matchNumbered(
  pool: pg.Pool,
  rows: readonly NumberedRow[],
  areas: readonly (readonly SearchArea[])[],
  terms: MatchTerms,
): Promise<RowMatch[]> {
  const isExact = ({ sheet, area }: NumberedRow) => sheet !== null && area !== null;
  const exact = rows.filter(isExact);
  const loose = rows.filter((row) => !isExact(row));
  const { before, withEnded, limit } = terms;
  const found =
    exact.length === 0
      ? []
      : await queryRows<RowMatch & pg.QueryResultRow>(
          pool,
          'select * from portal.parcels_numbered($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
          [...columnsOf(exact, ['at', 'sheet', 'no', 'area']), ...areaRows(areas), before, withEnded, limit + 1],
        );
  const all = [...found];
  for (let from = 0; from < loose.length; from += LOOSE_AT_ONCE)
    all.push(...(await matchLoosely(pool, loose.slice(from, from + LOOSE_AT_ONCE), areas, terms)));
  return all;
}

/** Parcels by code, those that have ended among them: a code is issued once. */
export function matchCodes(
  pool: pg.Pool,
  rows: readonly { readonly at: number; readonly code: string }[],
  { before, limit }: Omit<MatchTerms, 'withEnded'>,
): Promise<RowMatch[]> {
  return queryRows<RowMatch & pg.QueryResultRow>(
    pool,
    `select r.at, array(select distinct p.parcel_id::text from portal.parcel p where p.parcel_code = r.code
       and ${REGISTERED('$3::timestamptz', true)} limit $4) as ids
     from unnest($1::int[], $2::char(12)[]) as r(at, code)`,
    [rows.map(({ at }) => at), rows.map(({ code }) => code), before, limit + 1],
  );
}
