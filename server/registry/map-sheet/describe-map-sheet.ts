import {
  findMapSheet,
  findPageToPlace,
  listCornerTolerances,
  listDigitisations,
  type MapSheet,
  type PageToPlace,
} from '../../db/document/map-sheets.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { type Actor, hasRole } from '../../domain/actor.ts';
import type { MapSheetDetail } from '../../domain/contract/document/map-sheets.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { MAP_SHEET_ROLES } from '../../domain/map-sheet/map-sheet.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { readDocument } from '../document/act-on-document.ts';

/** A page of a document by which a sheet is named. */
export interface PageAsked {
  readonly id: string;
  readonly n: number;
}

/** The page, and the sheet that it is so far. Throws where it is not shown, or not the actor's to know. */
export async function readPage(
  trx: Trx,
  actor: Actor,
  { id, n }: PageAsked,
  lock = false,
): Promise<{ page: PageToPlace; sheet: MapSheet | undefined }> {
  await readDocument(trx, actor, id);
  const page = await findPageToPlace(trx, id, n);
  if (!page) throw new Problem('document.page_not_found');
  return { page, sheet: await findMapSheet(trx, page, lock) };
}

/** Today's tolerances of corners, by scale. */
export const tolerancesNow = (trx: Trx) => listCornerTolerances(trx, dayOf(new Date()));

/** A page as a map sheet, as it stands now. */
export async function describeMapSheet(trx: Trx, actor: Actor, asked: PageAsked): Promise<MapSheetDetail> {
  const { page, sheet } = await readPage(trx, actor, asked);
  const { communeCode, communeName, sourceName, width, height, turn, dpi } = page;
  const batches = await listDigitisations(trx, page);
  return {
    documentId: asked.id,
    page: asked.n,
    sourceName,
    commune: { code: communeCode, name: communeName },
    width,
    height,
    turn,
    dpi,
    version: sheet?.version ?? null,
    placing: sheet
      ? { srid: sheet.srid, scale: sheet.scale, sheetNo: sheet.sheetNo, method: sheet.method, points: sheet.points }
      : null,
    rmsM: sheet?.rmsM ?? null,
    verdict: sheet?.verdict ?? 'open',
    tolerances: await tolerancesNow(trx),
    parcels: sheet?.parcels ?? [],
    batches: batches.map(({ batchId, parcels, at }) => ({ batchId, parcels, at: at.toISOString() })),
    mayEdit: hasRole(actor, MAP_SHEET_ROLES),
  };
}
