/** Fictional dossiers as files that lie on a scanner's disk, to be dropped into the archive, and a table of what stands on them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvRecord } from '../../../server/domain/csv-record.ts';
import { createRandom } from '../file/random.ts';
import { createNames } from '../sheet/names.ts';
import { type DossierPaper, drawDossier } from './draw-dossier.ts';
import { drawAsTheyCome, type ScannedFile, scanDossier } from './scan-dossier.ts';

/** Contract, application and decision beside the certificate, some fields filled in by hand. */
export const WHOLE_DOSSIER = { hand: true, letters: true } as const;

export interface AskedDossiers {
  readonly dossiers: number;
  readonly seed: number;
  /** Made if missing. */
  readonly folder: string;
  onDossier?(done: number): void;
}

const HEADS = ['file', 'paper', 'kind', 'pages', 'field', 'value', 'byHand'];
/** So that spreadsheets take the file for UTF-8. */
const BOM = '\ufeff';

const recordsOf = (file: string, { kind, pages, truth, byHand }: DossierPaper, paper: number): string[] =>
  Object.entries(truth).map(([field, value]) =>
    csvRecord([
      file,
      String(paper + 1),
      kind,
      String(pages),
      field,
      value,
      String(byHand.some((one) => one === field)),
    ]),
  );

/** Writes the files and truth.csv; the same number and seed give the same bytes. Returns how many files. */
export async function writeDossiers({ dossiers, seed, folder, onDossier }: AskedDossiers): Promise<number> {
  await mkdir(folder, { recursive: true });
  const records = [BOM, csvRecord(HEADS)];
  let files = 0;
  const write = async (no: number, at: number, { bytes, extension, papers }: ScannedFile): Promise<void> => {
    const name = `ho-so-${String(no).padStart(4, '0')}${at === 0 ? '' : `-${at + 1}`}.${extension}`;
    await writeFile(join(folder, name), bytes, { mode: 0o600 });
    records.push(...papers.flatMap((paper, index) => recordsOf(name, paper, index)));
    files += 1;
  };
  for (let no = 1; no <= dossiers; no++) {
    const random = createRandom(seed).fork(`dossier ${no}`);
    const dossier = drawDossier(
      random,
      createNames(() => random.next()),
      WHOLE_DOSSIER,
    );
    const scanned = await scanDossier(dossier, drawAsTheyCome(random), random);
    for (const [at, file] of scanned.entries()) await write(no, at, file);
    onDossier?.(no);
  }
  await writeFile(join(folder, 'truth.csv'), records.join(''), { mode: 0o600 });
  return files;
}
