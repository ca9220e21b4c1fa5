/** Whole communes for open-data files, as role diaba_portal, a page at a time. */
import type pg from 'pg';
import type { OpenParcel } from '../../domain/publication/open-data-columns.ts';
import { databaseProblem } from '../kit/database-problem.ts';
import { queryRows } from '../kit/query-rows.ts';
import type { SheetRow } from '../reference/commune-facts.ts';

/** In which form boundaries are asked for; null where none is published. */
export type OpenGeometry = { readonly form: 'legal' | 'registry' | 'degrees'; readonly as: 'wkt' | 'wkb' };

export interface OpenRow extends OpenParcel {
  readonly srid: number;
  readonly lon: number;
  readonly lat: number;
  /** Well-known text to 0.1 mm, or little-endian well-known binary. */
  readonly boundary: string | Buffer | null;
  /** minX, maxX, minY, maxY of the boundary. */
  readonly box: readonly [number, number, number, number];
}

/** Rows of one statement; a page of boundaries is about a megabyte. */
const PAGE = 500;
/** The portal's own limit is for people who wait for a page. */
const TIMEOUT_MS = 30_000;

/**
 * What changes when anything registered on these sheets does, as text. A parcel's place is only taken by one that was
 * registered later, so number, area and times together tell two states apart. Uses parcel_version_sums_idx.
 */
export async function findSheetsRevision(
  pool: pg.Pool,
  sheets: readonly Pick<SheetRow, 'id' | 'communeCode'>[],
): Promise<string> {
  const [row] = await queryRows<{ revision: string }>(
    pool,
    `select concat_ws('/', count(*), sum(p.area_m2), sum(extract(epoch from p.registered_at)), max(p.registered_at),
       (select string_agg(concat_ws(' ', a.commune_code, a.addresses, a.revision), ',' order by a.commune_code)
        from portal.address_revision a where a.commune_code = any($2::char(5)[]))) as revision
     from portal.sheet_parcel p where p.sheet_id = any($1::uuid[]) and p.ended_at is null`,
    [sheets.map((sheet) => sheet.id), [...new Set(sheets.map((sheet) => sheet.communeCode))]],
  );
  return row?.revision ?? '';
}

/** The licence the authority recorded for open data; null while it has recorded none. */
export async function findOpenLicence(pool: pg.Pool): Promise<string | null> {
  const [row] = await queryRows<{ licence: string | null }>(pool, 'select licence from portal.open_data_terms');
  return row?.licence ?? null;
}

/** Definitions of reference systems as EPSG names them and PostGIS has them (OGC 01-009 well-known text). */
export async function listSystems(pool: pg.Pool, srids: readonly number[]): Promise<{ srid: number; wkt: string }[]> {
  return queryRows(pool, 'select srid, srtext as wkt from public.spatial_ref_sys where srid = any($1::int[])', [srids]);
}

const FORMS = { legal: 'geom_legal', registry: 'geom', degrees: 'public.st_transform(geom, 4326)' } as const;

function statement(geometry: OpenGeometry | null): string {
  const boundary =
    geometry === null
      ? 'null as boundary'
      : geometry.as === 'wkt'
        ? `public.st_astext(g, ${geometry.form === 'degrees' ? 8 : 4}) as boundary`
        : `public.st_asbinary(g, 'NDR') as boundary`;
  // Sorted first, by what is small; boundaries are made for the rows of the page only.
  return `select parcel_id as id, parcel_code::text as code, parcel_no as no, land_use as "landUse", area_m2::text as "areaM2",
      legal_area_m2::text as "legalAreaM2", address,
      to_char(registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "registeredAt",
      public.st_x(point) as lon, public.st_y(point) as lat, ${boundary},
      array[public.st_xmin(g), public.st_xmax(g), public.st_ymin(g), public.st_ymax(g)] as box
    from (select p.*, ${FORMS[geometry?.form ?? 'legal']} as g, public.st_transform(feature_point, 4326) as point
      from (select * from portal.sheet_parcel
        where sheet_id = $1 and ended_at is null
          and ($2::text is null or (length(parcel_no), parcel_no, parcel_id) > (length($2::text), $2::text, $3::uuid))
        order by length(parcel_no), parcel_no, parcel_id limit ${PAGE}) p) page
    order by length(parcel_no), parcel_no, parcel_id`;
}

/**
 * The registered parcels of some sheets as they are at one moment, by sheet and number, in pages of at most 500. Holds
 * one connection until the last page is taken or the caller stops.
 */
export async function* readOpenParcels(
  pool: pg.Pool,
  sheets: readonly SheetRow[],
  geometry: OpenGeometry | null,
): AsyncGenerator<OpenRow[]> {
  const client = await pool.connect().catch((error: unknown) => {
    throw databaseProblem(error);
  });
  let broken: Error | undefined;
  const noteLoss = (error: Error) => {
    broken = error;
  };
  client.on('error', noteLoss);
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local statement_timeout = ${TIMEOUT_MS}`);
    const text = statement(geometry);
    for (const sheet of sheets) {
      let rows: OpenRow[] = [];
      do {
        const last = rows.at(-1);
        rows = (await client.query<OpenRow>(text, [sheet.id, last?.no ?? null, last?.id ?? null])).rows;
        if (rows.length > 0) yield rows.map((row) => ({ ...row, ...sheetColumns(sheet) }));
      } while (rows.length === PAGE);
    }
  } catch (error) {
    throw databaseProblem(error);
  } finally {
    // Nothing was written, so this is the end for a caller who took all pages and for one who stopped half-way.
    await client.query('rollback').catch(noteLoss);
    client.off('error', noteLoss);
    client.release(broken);
  }
}

const sheetColumns = ({ sheet, scale, numberedIn, srid, communeCode, communeName }: SheetRow) => ({
  sheet,
  scale,
  unitCode: numberedIn.code,
  unitName: numberedIn.name,
  unitFrom: numberedIn.validFrom,
  srid,
  communeCode,
  communeName,
});
