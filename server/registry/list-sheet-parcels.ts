import type pg from 'pg';
import { listPortalParcelRows } from '../db/portal-parcels.ts';
import { readPublication } from '../db/publication.ts';
import type { PortalParcel } from '../domain/contract/portal-parcels.ts';
import { endOfDay } from '../domain/legal-day.ts';
import { requireOpen } from '../domain/publication.ts';
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
  { commune, sheet, unit, landUse, at, cursor, limit }: SheetParcelsQuestion,
): Promise<{ items: PortalParcel[]; nextCursor: string | null }> {
  const after = readParcelCursor(cursor);
  const [{ unit: asked, former }, publication] = await Promise.all([
    requireUnit(pool, commune, at),
    readPublication(pool),
  ]);
  requireOpen(publication, 'lookup');
  const published =
    mayTellUnit(publication, former) &&
    mayAsk(publication, { sheet, at }) &&
    (unit === undefined || publication.allows('lookup', 'numberedIn')) &&
    (landUse === undefined || publication.allows('lookup', 'landUse'));
  if (!published) return { items: [], nextCursor: null };
  const place = former ? { unit: asked } : { communes: [asked.code] };
  const filter = {
    ...place,
    sheet,
    unitCode: unit,
    firstLandUse: landUse,
    before: at === undefined ? null : endOfDay(at),
  };
  return pageOfParcels(await listPortalParcelRows(pool, filter, limit + 1, after), limit, publication);
}
