/** Sums over the registered parcels of one unit, as role diaba_portal. */
import type pg from 'pg';
import type { Commune } from '../../domain/contract/communes.ts';
import type { CommuneFacts } from '../../domain/contract/portal/portal-communes.ts';
import { NO_LISTED_USE } from '../../domain/words/land-use-words.ts';
import { queryRows } from '../kit/query-rows.ts';

type NamedUnit = CommuneFacts['predecessors'][number];

/** A map sheet, with the unit it was numbered in. */
export interface SheetRow {
  readonly id: string;
  readonly sheet: string;
  readonly scale: number | null;
  readonly numberedIn: {
    readonly code: string;
    readonly name: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  };
  readonly srid: number;
  readonly communeCode: string;
  readonly communeName: string;
}

/** Number and area of parcels; areas are exact decimals until here. */
export interface ParcelSum {
  readonly parcels: number;
  readonly areaM2: number;
}
export interface CommuneSums {
  readonly totals: ParcelSum;
  readonly bySheet: ReadonlyMap<string, ParcelSum>;
  readonly byLandUse: readonly (ParcelSum & {
    readonly code: string;
    readonly nameVi: string;
    readonly nameEn: string;
    readonly fill: string | null;
  })[];
}

/** The units a unit was made of, and those that took it over, by code. */
export async function listNamedRelatives(
  pool: pg.Pool,
  { code, validFrom, oldCodes, successorCodes }: Commune,
): Promise<{ predecessors: NamedUnit[]; successors: NamedUnit[] }> {
  const rows = await queryRows<
    { is_successor: boolean } & Record<'code' | 'name' | 'kind' | 'valid_from', string> & { valid_to: string | null }
  >(
    pool,
    // Codes were used again at the reform of 2025-07-01: the neighbour in time is meant, and it names this unit in turn.
    `(select distinct on (code) false as is_successor, code::text, name, kind, valid_from::text, valid_to::text from portal.commune
      where code::text = any($1::text[]) and $3::text = any(successor_codes) and valid_from < $4::date order by code, valid_from desc)
     union all
     (select distinct on (code) true, code::text, name, kind, valid_from::text, valid_to::text from portal.commune
      where code::text = any($2::text[]) and $3::text = any(old_codes) and valid_from > $4::date order by code, valid_from)`,
    [oldCodes, successorCodes, code, validFrom],
  );
  const unit = (row: (typeof rows)[number]): NamedUnit => ({
    code: row.code,
    name: row.name,
    kind: row.kind,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  });
  return {
    predecessors: rows.filter((row) => !row.is_successor).map(unit),
    successors: rows.filter((row) => row.is_successor).map(unit),
  };
}

/** The sheets of a commune of today, or those numbered in a former unit, in the order of their numbers. */
export async function listUnitSheets(pool: pg.Pool, unit: Commune, former: boolean): Promise<SheetRow[]> {
  const role = former ? 'unit' : 'commune';
  const rows = await queryRows<{
    sheet_id: string;
    sheet_no: string;
    scale: number | null;
    srid: number;
    unit_code: string;
    unit_name: string;
    unit_valid_from: string;
    unit_valid_to: string | null;
    commune_code: string;
    commune_name: string;
  }>(
    pool,
    `select sheet_id, sheet_no, scale, srid, unit_code::text, unit_name, unit_valid_from::text, unit_valid_to::text,
       commune_code::text, commune_name
     from portal.sheet where ${role}_code = $1::char(5) and ${role}_valid_from = $2::date
     order by length(sheet_no), sheet_no, unit_code, scale, series, sheet_id`,
    [unit.code, unit.validFrom],
  );
  return rows.map((row) => ({
    id: row.sheet_id,
    sheet: row.sheet_no,
    scale: row.scale,
    numberedIn: {
      code: row.unit_code,
      name: row.unit_name,
      validFrom: row.unit_valid_from,
      validTo: row.unit_valid_to,
    },
    srid: row.srid,
    communeCode: row.commune_code,
    communeName: row.commune_name,
  }));
}

/**
 * Parcels registered on some sheets, now or as of an instant (exclusive): in all, by sheet, and by first land use,
 * largest area first. One pass over the parcels, summed by PostgreSQL as exact decimals. Uses parcel_version_sums_idx.
 */
export async function sumParcels(
  pool: pg.Pool,
  sheetIds: readonly string[],
  before: Date | null,
): Promise<CommuneSums> {
  const when =
    before === null
      ? 'p.ended_at is null'
      : 'p.registered_at < $2::timestamptz and (p.ended_at is null or p.ended_at >= $2::timestamptz)';
  const rows = await queryRows<{
    sheet_id: string | null;
    code: string | null;
    name_vi: string | null;
    name_en: string | null;
    fill: string | null;
    parcels: number;
    area_m2: string;
  }>(
    pool,
    `with part as (
       select p.sheet_id, p.first_land_use as code, count(*) as parcels, sum(p.area_m2) as area_m2
       from portal.sheet_parcel p where p.sheet_id = any($1::uuid[]) and ${when} group by 1, 2),
     summed as (
       select sheet_id, code, coalesce(sum(parcels), 0)::int as parcels, coalesce(sum(area_m2), 0) as area_m2
       from part group by grouping sets ((sheet_id), (code), ()))
     select s.*, u.name_vi, u.name_en, u.fill from summed s
     left join lateral (select name_vi, name_en, fill from portal.land_use l where l.code = s.code
                        order by l.valid_from desc limit 1) u on true
     order by s.area_m2 desc, s.code = '', s.code`,
    [sheetIds, ...(before ? [before] : [])],
  );
  const sum = (row: { parcels: number; area_m2: string }): ParcelSum => ({
    parcels: row.parcels,
    areaM2: Number(row.area_m2),
  });
  const total = rows.find((row) => row.sheet_id === null && row.code === null);
  return {
    totals: total ? sum(total) : { parcels: 0, areaM2: 0 },
    bySheet: new Map(rows.flatMap((row) => (row.sheet_id === null ? [] : [[row.sheet_id, sum(row)] as const]))),
    byLandUse: rows.flatMap(({ code, name_vi, name_en, fill, ...row }) =>
      code === null
        ? []
        : [
            {
              code,
              nameVi: name_vi ?? NO_LISTED_USE.nameVi,
              nameEn: name_en ?? NO_LISTED_USE.nameEn,
              fill,
              ...sum(row),
            },
          ],
    ),
  };
}
