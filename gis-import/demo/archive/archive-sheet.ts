/** A map sheet of the district on paper, as its office drew it, and where the crosses of its grid lie on the scan. */
import type pg from 'pg';
import type { Actor } from '../../../server/domain/actor.ts';
import type { MapSheetDetail, MapSheetPlacing } from '../../../server/domain/contract/document/map-sheets.ts';
import { getParcel } from '../../../server/registry/parcel/get-parcel.ts';
import { listParcels } from '../../../server/registry/parcel/list-parcels.ts';
import { createRandom } from '../file/random.ts';
import { crossesOf, onPaper, type PaperSheet, printMapSheet, SHEET_MARGIN_MM } from '../paper/print-map-sheet.ts';
import { bindPages, CLEAN_SCAN, scanPaper } from '../paper/scan-paper.ts';

const SCALE = 1000;
const SIDE_M = 200;
const GRID_M = 100;
/** About so far around the middle of a parcel, degrees: 300 m. */
const AROUND = 0.003;
const MOST = 60;

export interface DrawnSheet {
  readonly paper: PaperSheet;
  readonly srid: number;
  readonly bytes: Buffer;
}

/** The ground around a parcel of the commune; null where there is none. */
export async function drawSheet(
  pool: pg.Pool,
  officer: Actor,
  commune: string,
  seed: number,
): Promise<DrawnSheet | null> {
  const { items } = await listParcels(pool, officer, { commune, limit: 100 });
  const [middle] = items.slice(-1);
  if (!middle) return null;
  const { geometry, geometryLegal, sheet } = await getParcel(pool, officer, middle.id, {});
  const [lon, lat] = geometry.coordinates[0]?.[0] ?? [0, 0];
  const [east, north] = geometryLegal.coordinates[0]?.[0] ?? [0, 0];
  const corner = [east, north].map((metres) => Math.round(metres / GRID_M - 1) * GRID_M) as [number, number];
  const around = await listParcels(pool, officer, {
    commune,
    sheet,
    bbox: [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND].map((degrees) => degrees.toFixed(6)).join(','),
    limit: MOST,
  });
  const within = ([x, y]: [number, number]) =>
    x >= corner[0] && x <= corner[0] + SIDE_M && y >= corner[1] && y <= corner[1] + SIDE_M;
  const parcels = [];
  for (const { id, no, landUse } of around.items) {
    const ring = (await getParcel(pool, officer, id, {})).geometryLegal.coordinates[0]?.slice(0, -1) ?? [];
    if (ring.length > 2 && ring.every(within)) parcels.push({ no, landUse, ring });
  }
  const paper: PaperSheet = { sheetNo: sheet, scale: SCALE, corner, sideM: SIDE_M, parcels };
  const traits = { ...CLEAN_SCAN, dpi: 200 as const, mode: 'grey' as const };
  const pages = await scanPaper(await (await printMapSheet(paper)).bytes(), traits, createRandom(seed));
  return { paper, srid: geometryLegal.srid, bytes: Buffer.from(await bindPages(pages)) };
}

/** Nine crosses as a person would have clicked them, some points beside. */
export function placingOf(
  { paper, srid }: DrawnSheet,
  { width }: Pick<MapSheetDetail, 'width'>,
  seed: number,
): MapSheetPlacing {
  const random = createRandom(seed).fork('clicks');
  const side = (paper.sideM * 1000) / paper.scale + 2 * SHEET_MARGIN_MM;
  const points = crossesOf(paper).map(([east, north], at) => {
    const [x, y] = onPaper(paper, [east, north]).map(
      (mm) => Math.round(((mm / side) * width + random.between(-0.4, 0.4)) * 10) / 10,
    );
    return { name: String(at + 1), x: x ?? 0, y: y ?? 0, north, east, used: true };
  });
  return { srid, scale: paper.scale, sheetNo: paper.sheetNo, method: 'affine', points };
}
