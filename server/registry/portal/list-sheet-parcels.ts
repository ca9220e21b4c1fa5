import type pg from 'pg';
import { listPortalParcelRows, type PortalParcelFilter } from '../../db/portal/parcels.ts';
import { listUnitSheets, type SheetRow } from '../../db/reference/commune-facts.ts';
import { readChannelPolicy } from '../../db/reference/publication.ts';
import type { PortalParcel, RegisteredParcel } from '../../domain/contract/portal/portal-parcels.ts';
import { endOfDay } from '../../domain/legal-day.ts';
import { type Channel, requireOpen } from '../../domain/publication/publication-policy.ts';
import { mayTellUnit, requireUnit } from './describe-commune.ts';
import { mayAsk, pageOfParcels, readParcelCursor } from './find-portal-parcels.ts';

export interface SheetParcelsQuestion {
  /** Code of a commune, or of a former unit: then the parcels on the sheets numbered in it. */
  readonly commune: string;
  readonly sheet?: string | undefined;
  /** Code of the unit the sheet was numbered in. */
  readonly unit?: string | undefined;
  /** First land-use code, as the sums of describeCommune count it. */
  readonly landUse?: string | undefined;
  /** State as of the end of this day, and the unit that the code meant then. */
  readonly at?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * The registered parcels of a commune by sheet and number, a page at a time: what describeCommune counts. Conditions on
 * fields that are not published find nothing. Throws commune.not_found, cursor.invalid, publication.closed.
 */
export async function listSheetParcels(
  pool: pg.Pool,
  channel: Channel,
  { commune, sheet, unit, landUse, at, cursor, limit }: SheetParcelsQuestion,
): Promise<{ items: PortalParcel[]; nextCursor: string | null }> {
  const after = readParcelCursor(cursor);
  const [{ unit: asked, former }, policy] = await Promise.all([
    requireUnit(pool, commune, at),
    readChannelPolicy(pool, channel),
  ]);
  requireOpen(policy);
  const published =
    mayTellUnit(policy, former) &&
    mayAsk(policy, { sheet, at }) &&
    (unit === undefined || policy.allows('numberedIn')) &&
    (landUse === undefined || policy.allows('landUse'));
  if (!published) return { items: [], nextCursor: null };
  const place = former ? { unit: asked } : { communes: [asked.code] };
  const filter = {
    ...place,
    sheet,
    unitCode: unit,
    firstLandUse: landUse,
    before: at === undefined ? null : endOfDay(at),
  };
  // A rare land use is spread over all sheets: one question for the whole commune costs less than one for each.
  const whole = sheet !== undefined || landUse !== undefined;
  const rows = whole
    ? await listPortalParcelRows(pool, filter, limit + 1, after)
    : await listSheetBySheet(pool, filter, await listUnitSheets(pool, asked, former), limit + 1, after);
  return pageOfParcels(rows, limit, policy);
}

/** The same rows as one question would give, read a sheet at a time: 15 ms instead of 300 in a commune of 200,000 parcels. */
async function listSheetBySheet(
  pool: pg.Pool,
  filter: PortalParcelFilter,
  sheets: readonly SheetRow[],
  limit: number,
  after: string | null,
): Promise<RegisteredParcel[]> {
  const numbers = [...new Set(sheets.map(({ sheet }) => sheet))];
  const [from] = after === null ? [] : await listPortalParcelRows(pool, { id: after, before: null }, 1, null);
  const rows: RegisteredParcel[] = [];
  for (const sheet of numbers.slice(from ? Math.max(0, numbers.indexOf(from.sheet)) : 0)) {
    rows.push(...(await listPortalParcelRows(pool, { ...filter, sheet }, limit - rows.length, after)));
    if (rows.length >= limit) break;
  }
  return rows;
}
