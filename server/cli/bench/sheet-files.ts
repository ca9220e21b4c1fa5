/** The parcels of the large file sheet by sheet, as a district's legacy folder holds them: a zip for each. Kept like the large file. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipFiles } from '../../../gis-import/demo/file/zip-files.ts';
import { BENCH_STORAGE } from './kit/bench-database.ts';
import { generateParcels, type Numbered, partsOf } from './large-file.ts';

export interface SheetFiles {
  readonly zips: readonly string[];
  readonly parcels: number;
}

/** Raised when what lies in the folder is not what would be written today. */
const EDITION = 1;

/** Files of all whole sheets among so many parcels. */
export async function getSheetFiles(parcels: number, tell: (line: string) => void): Promise<SheetFiles> {
  const folder = join(BENCH_STORAGE, 'files', `sheets-${parcels}-edition-${EDITION}`);
  const list = join(folder, 'list.json');
  if (!existsSync(list)) {
    tell(`generating the sheets of ${parcels} fictional parcels …`);
    await mkdir(folder, { recursive: true });
    await writeSheets(
      Map.groupBy(generateParcels(parcels), ({ sheetNo }) => sheetNo),
      folder,
      list,
    );
  }
  return JSON.parse(await readFile(list, 'utf8'));
}

async function writeSheets(sheets: ReadonlyMap<number, Numbered[]>, folder: string, list: string): Promise<void> {
  const zips: string[] = [];
  let parcels = 0;
  // The last was cut off by the number asked for.
  for (const [no, own] of [...sheets].slice(0, -1)) {
    const zip = join(folder, `to-${no}.zip`);
    await writeFile(zip, await zipFiles(partsOf(own)));
    zips.push(zip);
    parcels += own.length;
  }
  // Written last: a list in place means that all files are.
  await writeFile(list, JSON.stringify({ zips, parcels } satisfies SheetFiles));
}
