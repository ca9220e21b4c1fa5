/** Reads a scanned file from its bytes to its documents, without a database: what a worker does in steps that may be broken off, in one go. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageTurn } from '../../server/domain/document/document.ts';
import { turnBox, turnSize } from '../../server/domain/document/page-turn.ts';
import type { ScanTrouble } from '../../server/domain/document/scan-trouble.ts';
import { groupPages, lookAtPages, type PageGroup, type ReadPage } from './fields/group-pages.ts';
import type { JudgedField } from './fields/judge-fields.ts';
import { layOutPage } from './fields/page-text.ts';
import { readGroup } from './fields/read-group.ts';
import type { Ocr } from './ocr/ocr.ts';
import { readUpright } from './ocr/read-upright.ts';
import { runSplit } from './run-split.ts';
import type { SplitPage } from './scan-protocol.ts';

export interface FileReading {
  readonly pages: readonly ReadPage[];
  readonly documents: readonly (PageGroup & { readonly fields: readonly JudgedField[] })[];
  /** Pages that are not shown, and why. */
  readonly refused: readonly { readonly pageNo: number; readonly trouble: ScanTrouble }[];
}

/** Taken where the file does not say. */
const USUAL_DPI = 300;

async function readPage(
  ocr: Ocr,
  { pageNo, pictures, codes, dpi, ink, likeness }: SplitPage,
  expected: PageTurn,
): Promise<ReadPage & { readonly turn: PageTurn }> {
  const full = pictures.find(({ size }) => size === 'full');
  if (!full) throw new Error(`page ${pageNo} has no picture`);
  const { words, turn }: { words: Parameters<typeof layOutPage>[0]; turn: PageTurn } = await readUpright(
    ocr,
    full.path,
    dpi ?? USUAL_DPI,
    expected,
  );
  return {
    pageNo,
    turn,
    text: layOutPage(words, turnSize(full, turn).height),
    codes: codes.map((code) => ({ ...code, box: turnBox(code.box, full, turn) })),
    ink,
    likeness,
  };
}

/** Throws the trouble's code where nothing of the file can be shown. */
export async function readScanFile(path: string, ocr: Ocr): Promise<FileReading> {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-read-'));
  const split: SplitPage[] = [];
  const refused: { pageNo: number; trouble: ScanTrouble }[] = [];
  try {
    const trouble = await runSplit(
      { path, folder, from: 1 },
      {
        async opened() {},
        async page(page) {
          split.push(page);
        },
        async pageRefused(pageNo, why) {
          refused.push({ pageNo, trouble: why });
        },
      },
    );
    if (trouble) throw new Error(trouble);
    const pages: Awaited<ReturnType<typeof readPage>>[] = [];
    for (const page of split) pages.push(await readPage(ocr, page, pages.at(-1)?.turn ?? 0));
    const documents = groupPages(lookAtPages(pages)).map((group) => ({ ...group, fields: readGroup(group) }));
    return { pages, documents, refused };
  } finally {
    await rm(folder, { recursive: true });
  }
}
