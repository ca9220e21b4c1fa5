/** A fictional map sheet on paper, drawn from known plots. */
import { createRandom } from '../../gis-import/demo/file/random.ts';
import { randomPlots } from '../../gis-import/demo/file/random-plots.ts';
import { type PaperSheet, printMapSheet } from '../../gis-import/demo/paper/print-map-sheet.ts';
import { type ScannedPage, type ScanTraits, scanPaper } from '../../gis-import/demo/paper/scan-paper.ts';
import { getProjection } from '../domain/crs.ts';

/** Crooked plots that share their corners, on a sheet of 20 × 20 cm at this scale; `at` is its south-west corner, EPSG:9214. */
export function drawPaperSheet(
  seed: number,
  scale: number,
  sheetNo: string,
  at: readonly [number, number],
): PaperSheet {
  const sideM = scale / 5;
  const place = { centre: [at[0] + sideM / 2, at[1] + sideM / 2] as [number, number], system: getProjection(9214) };
  const plots = randomPlots(createRandom(seed), place, 12).map(({ ring }, i) => ({
    no: String(i + 1),
    landUse: 'ONT',
    ring: ring.map(([east, north]): [number, number] => [
      // Drawn for 1:1000; at another scale the land is smaller.
      place.centre[0] + ((east - place.centre[0]) * scale) / 1000,
      place.centre[1] + ((north - place.centre[1]) * scale) / 1000,
    ]),
  }));
  return { sheetNo, scale, corner: [at[0], at[1]], sideM, parcels: plots };
}

/** The sheet printed, and as its scanner left it. */
export async function scanPaperSheet(sheet: PaperSheet, traits: Partial<ScanTraits>): Promise<ScannedPage> {
  const scanned: ScanTraits = { dpi: 300, skew: 1.3, turn: 0, mode: 'grey', noise: 6, quality: 80, ...traits };
  const [page] = await scanPaper(await (await printMapSheet(sheet)).bytes(), scanned, createRandom(5));
  if (!page) throw new Error('a sheet of paper has a page');
  return page;
}
