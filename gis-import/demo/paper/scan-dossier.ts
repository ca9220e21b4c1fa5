/** A dossier on the scanner: its papers in one file or each in its own, with blank sheets between them and pages that went through twice. */
import type { Random } from '../file/random.ts';
import type { DossierPaper } from './draw-dossier.ts';
import { openPaper, type Paper } from './paper-sheet.ts';
import { bindPages, drawScanTraits, type ScannedPage, type ScanTraits, scanPaper } from './scan-paper.ts';

/** A page as it lies in the file. */
export interface FilePage extends ScannedPage {
  /** Words printed on it; empty for a blank sheet. */
  readonly printed: readonly string[];
  readonly mark: 'blank' | 'doubled' | null;
}

export interface ScannedFile {
  readonly bytes: Buffer;
  readonly extension: 'pdf' | 'tif' | 'jpg';
  readonly pages: readonly FilePage[];
  /** In their order. */
  readonly papers: readonly DossierPaper[];
}

export interface ScanningTraits extends ScanTraits {
  /** How often a blank sheet lies behind a paper, and a page goes through twice: 0 to 1. */
  readonly blanks: number;
  readonly doubles: number;
  /** How often a seal was set somewhere across a page. */
  readonly seals: number;
  /** Whether the whole folder is one file. */
  readonly bound: boolean;
}

/** As dossiers come to an office: unlike each other, with blank and doubled pages, seals, and some folders in one file. */
export const drawAsTheyCome = (random: Random): ScanningTraits => ({
  ...drawScanTraits(random),
  blanks: 0.15,
  doubles: 0.04,
  seals: 0.15,
  bound: random.chance(0.4),
});

/** Prints a paper and scans its sheets; some of them twice. */
async function scanSheets(
  print: (paper: Paper) => void,
  traits: ScanningTraits,
  random: Random,
  mark: FilePage['mark'] = null,
): Promise<FilePage[]> {
  const paper = await openPaper();
  print(paper);
  paper.sealSome(() =>
    random.chance(traits.seals) ? [random.between(40, 170), random.between(60, 260), random.between(12, 18)] : null,
  );
  const bytes = await paper.bytes();
  const pages: FilePage[] = [];
  for (const [at, page] of (await scanPaper(bytes, traits, random)).entries()) {
    const printed = paper.printed[at] ?? [];
    pages.push({ ...page, printed, mark });
    if (!random.chance(traits.doubles)) continue;
    const [again] = await scanPaper(bytes, traits, random, at);
    if (again) pages.push({ ...again, printed, mark: 'doubled' });
  }
  return pages;
}

async function fileOf(pages: readonly FilePage[], papers: readonly DossierPaper[]): Promise<ScannedFile> {
  const [only, ...more] = pages;
  if (only && more.length === 0)
    return { bytes: only.bytes, extension: only.kind === 'tiff' ? 'tif' : 'jpg', pages, papers };
  return { bytes: Buffer.from(await bindPages(pages)), extension: 'pdf', pages, papers };
}

/** Scans a dossier; the same seed gives the same files. */
export async function scanDossier(
  papers: readonly DossierPaper[],
  traits: ScanningTraits,
  random: Random,
): Promise<ScannedFile[]> {
  const files: ScannedFile[] = [];
  let pages: FilePage[] = [];
  for (const paper of papers) {
    pages.push(...(await scanSheets(paper.print, traits, random)));
    if (random.chance(traits.blanks)) {
      const clean = { ...traits, seals: 0, doubles: 0 };
      pages.push(...(await scanSheets((empty) => void empty.page(), clean, random, 'blank')));
    }
    if (traits.bound) continue;
    files.push(await fileOf(pages, [paper]));
    pages = [];
  }
  if (pages.length > 0) files.push(await fileOf(pages, papers));
  return files;
}
