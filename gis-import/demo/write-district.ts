/**
 * Writes a district to a folder: one zip per sheet, `communes.geojson` and `manifest.json`; and in `upload/` a sheet that
 * nobody has brought in, to try it with.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformer } from '../../server/domain/crs.ts';
import type { DemoSheet, DemoUnit, District, Fate, Position, WaitingSheet } from './district.ts';
import { sheetColumns } from './sheet/sheet-columns.ts';
import type { SheetFacts } from './sheet/sheet-options.ts';
import { zipCutOff, zipSheet } from './sheet/zip-sheet.ts';

/** The command-line facts of a sheet; the sheet number only where no column holds it. */
function importOptions(sheet: DemoSheet): SheetFacts {
  const hasSheetColumn = sheetColumns(sheet.dictionary).some(({ role }) => role === 'sheet');
  return {
    commune: sheet.communeCode,
    ...(sheet.at === null ? {} : { at: sheet.at }),
    ...(hasSheetColumn ? {} : { sheet: sheet.sheetNo }),
    scale: sheet.scale,
  };
}

/** Boundaries in WGS 84, [longitude, latitude]; nine decimals are a tenth of a millimetre. */
function communesGeoJson(communes: readonly DemoUnit[]): string {
  const toWgs84 = transformer(9214, 4326);
  const degrees = (position: Position) => toWgs84(position).map((value) => Math.round(value * 1e9) / 1e9);
  const features = communes.map(({ boundary, ...properties }) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [[...boundary, boundary[0]!].map(degrees)] },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

const manifest = (district: District): string => {
  const entry = ({ parcels, ...sheet }: DemoSheet) => ({
    zip: `${sheet.file}.zip`,
    options: importOptions({ ...sheet, parcels }),
    records: parcels.length,
    ...sheet,
  });
  const communes = district.communes.map(({ boundary: _, ...unit }) => unit);
  const { offices, signatories } = district;
  const [sheets, waiting] = [district.sheets.map(entry), district.waiting.map(entry)];
  return `${JSON.stringify({ communes, offices, signatories, sheets, waiting }, null, 2)}\n`;
};

interface WrittenSheet {
  /** Path of the zip, and its last part. */
  readonly zip: string;
  readonly name: string;
  readonly options: SheetFacts;
}

export interface WrittenDistrict {
  readonly sheets: readonly WrittenSheet[];
  readonly waiting: readonly (WrittenSheet & { readonly fate: Fate })[];
}

/** Where the sheets lie that are for uploading by hand. */
export const uploadFolder = (dir: string): string => join(dir, 'upload');

/** What was cut off comes again, whole; commune, sheet and scale can be read from its name. */
async function writeForUpload(sheet: WaitingSheet, dir: string): Promise<void> {
  await mkdir(uploadFolder(dir), { recursive: true });
  const name = `${sheet.communeCode}_to-${sheet.sheetNo}_1-${sheet.scale}.zip`;
  await writeFile(join(uploadFolder(dir), name), await zipSheet(sheet));
}

/** Writes everything into `dir`, made if missing. Same district, same bytes. */
export async function writeDistrict(district: District, dir: string): Promise<WrittenDistrict> {
  await mkdir(dir, { recursive: true });
  const write = async (sheet: DemoSheet, bytes: Promise<Buffer>): Promise<WrittenSheet> => {
    const name = `${sheet.file}.zip`;
    const zip = join(dir, name);
    await writeFile(zip, await bytes);
    return { zip, name, options: importOptions(sheet) };
  };
  const sheets: WrittenSheet[] = [];
  for (const sheet of district.sheets) sheets.push(await write(sheet, zipSheet(sheet)));
  const waiting: (WrittenSheet & { fate: Fate })[] = [];
  for (const sheet of district.waiting) {
    const isCut = sheet.fate === 'refused';
    waiting.push({ ...(await write(sheet, isCut ? zipCutOff(sheet) : zipSheet(sheet))), fate: sheet.fate });
    if (isCut) await writeForUpload(sheet, dir);
  }
  await writeFile(join(dir, 'communes.geojson'), communesGeoJson(district.communes));
  await writeFile(join(dir, 'manifest.json'), manifest(district));
  return { sheets, waiting };
}
