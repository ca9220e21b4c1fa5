/** Writes a district to a folder: one zip per sheet, `communes.geojson` and `manifest.json`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformer } from '../../server/domain/crs.ts';
import type { DemoSheet, DemoUnit, District, Position } from './district.ts';
import { sheetColumns } from './sheet-columns.ts';
import { zipSheet } from './zip-sheet.ts';

/** What the importer must be told about a zip. */
interface ImportOptions {
  commune: string;
  at?: string;
  sheet?: string;
  scale: number;
}

/** The command-line facts of a sheet; the sheet number only where no column holds it. */
function importOptions(sheet: DemoSheet): ImportOptions {
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
  const sheets = district.sheets.map(({ parcels, ...sheet }) => ({
    zip: `${sheet.file}.zip`,
    options: importOptions({ ...sheet, parcels }),
    records: parcels.length,
    ...sheet,
  }));
  const communes = district.communes.map(({ boundary: _, ...unit }) => unit);
  const { offices, signatories } = district;
  return `${JSON.stringify({ communes, offices, signatories, sheets }, null, 2)}\n`;
};

/** Writes everything into `dir`, made if missing. Same district, same bytes. */
export async function writeDistrict(
  district: District,
  dir: string,
): Promise<{ zip: string; options: ImportOptions }[]> {
  await mkdir(dir, { recursive: true });
  const written: { zip: string; options: ImportOptions }[] = [];
  for (const sheet of district.sheets) {
    const zip = join(dir, `${sheet.file}.zip`);
    await writeFile(zip, await zipSheet(sheet));
    written.push({ zip, options: importOptions(sheet) });
  }
  await writeFile(join(dir, 'communes.geojson'), communesGeoJson(district.communes));
  await writeFile(join(dir, 'manifest.json'), manifest(district));
  return written;
}
