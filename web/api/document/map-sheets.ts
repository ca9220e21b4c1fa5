import type {
  MapSheetDetail,
  MapSheetLand,
  MapSheetPlacing,
} from '../../../server/domain/contract/document/map-sheets.ts';
import type { TracedParcel } from '../../../server/domain/map-sheet/map-sheet.ts';
import { getJson } from '../get-json.ts';
import { postJson, putJson } from '../send-json.ts';

export type { MapSheetDetail, MapSheetLand, MapSheetPlacing, TracedParcel };

/** A page of a document of the archive. */
export interface SheetPage {
  readonly id: string;
  readonly page: number;
}

const path = ({ id, page }: SheetPage, rest = '') =>
  `/api/documents/${encodeURIComponent(id)}/pages/${page}/map-sheet${rest}`;
const on = (version: number | null) => (version === null ? {} : { version });

/** A page as a map sheet, placed or not. */
export const getMapSheet = (page: SheetPage, signal: AbortSignal) => getJson<MapSheetDetail>(path(page), signal);

/** Registered parcels under the sheet as it is placed. */
export const getMapSheetLand = (page: SheetPage, signal: AbortSignal) =>
  getJson<MapSheetLand>(path(page, '/land'), signal);

/** Keeps the control points; null: none were kept before. */
export const putMapSheet = (page: SheetPage, placing: MapSheetPlacing, version: number | null) =>
  putJson<MapSheetDetail>(path(page), { body: placing, ...on(version) });

/** Keeps the boundaries traced so far. */
export const putTracedParcels = (page: SheetPage, parcels: readonly TracedParcel[], version: number | null) =>
  putJson<MapSheetDetail>(path(page, '/parcels'), { body: { parcels }, ...on(version) });

/** Hands the boundaries over as a batch for review. */
export const digitiseMapSheet = (page: SheetPage, version: number | null) =>
  postJson<{ readonly batchId: string }>(path(page, '/batch'), { body: {}, ...on(version) });
