/**
 * Fills a registry with the fictional district: units and offices as reference data, then every sheet through the import
 * pipeline like anyone else's; the layers of other sectors in the same way; then the sheets that wait at the desk. Killed half-way and run again it goes on: a batch is
 * recognised by its bytes.
 */
import { join } from 'node:path';
import { recordFictionalReference } from '../../server/db/reference/fictional-units.ts';
import type { ImportReport } from '../../server/domain/batch/import-report.ts';
import { transformer } from '../../server/domain/crs.ts';
import { importInTurn } from '../import-in-turn.ts';
import { openParsers } from '../parse/run-parser.ts';
import type { ImportContext, Stage } from '../pipeline.ts';
import { type ArchiveRequest, bringArchive } from './archive/bring-archive.ts';
import { bringWaiting } from './bring-waiting.ts';
import { beginDemo, type Demo, finishDemo, hasArchive, noteArchive } from './demo-state.ts';
import type { District, Fate } from './district.ts';
import { generateDistrict } from './generate-district.ts';
import { bringLayers } from './layers/bring-layers.ts';
import { drawLayers } from './layers/draw-layers.ts';
import { writeLayers } from './layers/write-layers.ts';
import { bringPast } from './past/bring-past.ts';
import { sheetOptions } from './sheet/sheet-options.ts';
import { writeDistrict } from './write-district.ts';

export interface DemoRequest extends Demo {
  /** Where the legacy files are written. */
  readonly folder: string;
  readonly migratorUrl: string;
  readonly context: ImportContext;
  onSheet(name: string, report: ImportReport): void;
  onWaiting(name: string, fate: Fate, report: ImportReport): void;
  onLayer?(title: string, shapes: number): void;
  onProgress(name: string, stage: Stage): void;
  /** Scanned papers for the archive, read as they are brought in; left out: none. */
  readonly archive?: Pick<ArchiveRequest, 'queue' | 'onScan'>;
}

/** The day of which the sheets are: from then on the district has a past. */
const LOADED = { on: '2022-12-30', book: 'Bản đồ địa chính và sổ mục kê, chỉnh lý đến 30/12/2022' } as const;

export const DEFAULT_DEMO = { parcels: 6_000, seed: 1 } as const;

/** Returns the number of parcels registered. Refuses, before it changes anything, where another demonstration is. */
export async function loadDemo(request: DemoRequest): Promise<number> {
  await beginDemo(request.context.pool, request);
  const district = generateDistrict(request);
  await loadReference(request.migratorUrl, district);
  const written = await writeDistrict(district, request.folder);
  let parcels = 0;
  const files = written.sheets.map(({ zip, name, options }) => ({
    request: {
      path: zip,
      name,
      options: sheetOptions(options),
      excludeErrors: true,
      promote: true,
      again: false,
      entered: LOADED,
    },
    onProgress: (stage: Stage) => request.onProgress(name, stage),
  }));
  const names = written.sheets.map(({ name }) => name).values();
  const parsers = openParsers();
  try {
    for await (const report of importInTurn({ ...request.context, parsers }, files)) {
      const name = names.next().value!;
      if (report.status !== 'promoted') {
        const codes = report.findings.filter((finding) => finding.severity === 'error').map((finding) => finding.code);
        throw new Error(`demonstration sheet ${name} is ${report.status}: ${codes.join(', ')}`);
      }
      parcels += report.promotion?.parcels ?? 0;
      request.onSheet(name, report);
    }
  } finally {
    parsers.close();
  }
  const communes = district.communes.filter(({ validTo }) => validTo === null).map(({ code }) => code);
  const layers = await writeLayers(drawLayers(district, request.seed), join(request.folder, 'layers'));
  await bringLayers(request.context, layers, request.onLayer ?? (() => {}));
  await bringPast(request.context, communes);
  if (request.archive && !(await hasArchive(request.context.pool))) {
    await bringArchive(request.context, { ...request.archive, communes, seed: request.seed });
    await noteArchive(request.context.pool, request);
  }
  await bringWaiting(request.context, written.waiting, communes, request.onWaiting);
  await finishDemo(request.context.pool, request);
  return parcels;
}

/** Writes the units, offices and signatories of a fictional district into the reference tables. */
export async function loadReference(migratorUrl: string, district: District): Promise<void> {
  const toWgs84 = transformer(9214, 4326);
  const units = district.communes.map(({ boundary, ...unit }) => ({
    ...unit,
    ring: [...boundary, boundary[0]!].map((xy) => toWgs84(xy)),
  }));
  await recordFictionalReference(migratorUrl, { units, offices: district.offices, signatories: district.signatories });
}
