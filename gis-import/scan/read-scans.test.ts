/** Fictional papers, printed, scanned and read: what is said of them is so. A small sample; the figures are those of `npm run bench -- ocr`. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { notEmpty } from '../../server/testing/not-empty.ts';
import { createRandom } from '../demo/file/random.ts';
import { drawDossier } from '../demo/paper/draw-dossier.ts';
import { type ScanningTraits, scanDossier } from '../demo/paper/scan-dossier.ts';
import { CLEAN_SCAN, drawScanTraits } from '../demo/paper/scan-paper.ts';
import { createNames } from '../demo/sheet/names.ts';
import type { Ocr } from './ocr/ocr.ts';
import { openOcr } from './ocr/open-ocr.ts';
import { TESSERACT_CORE } from './ocr/tesseract-core.ts';
import { type FileReading, readScanFile } from './read-scan-file.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-reading-'));
});
after(() => rm(folder, { recursive: true }));

const PLAIN = { blanks: 0, doubles: 0, seals: 0, bound: true };

/** Draws a dossier, has it scanned into one file and read. */
async function readDossier(seed: number, traits: Partial<ScanningTraits>, ocr: Ocr, letters = false) {
  const random = createRandom(seed);
  const names = createNames(() => random.next());
  const papers = drawDossier(random, names, { hand: letters, letters });
  const drawn = { ...CLEAN_SCAN, ...PLAIN, ...traits };
  const [file] = await scanDossier(papers, drawn, random);
  assert.ok(file);
  const path = join(folder, `${seed}.${file.extension}`);
  await writeFile(path, file.bytes);
  return { papers, file, reading: await readScanFile(path, ocr) };
}

type Papers = Awaited<ReturnType<typeof readDossier>>['papers'];

/** Fields that are not as printed, with what makes them so. */
const otherThanPrinted = (papers: Papers, { documents }: FileReading) =>
  notEmpty(papers).flatMap(({ truth, byHand }, at) =>
    (documents[at]?.fields ?? [])
      .filter(({ name, value }) => value !== truth[name] && !byHand.includes(name))
      .map(({ name, value, sure, confidence }) => ({ name, value, truth: truth[name], sure, confidence })),
  );
const kindsOf = ({ documents }: FileReading) =>
  documents.map(({ grammar, pages }) => [grammar?.kind, pages.map(({ mark }) => mark)]);

test('a folder of a certificate and an application filled in by hand, with a blank sheet behind each: told apart, and nothing sure is wrong', async () => {
  const traits = { ...drawScanTraits(createRandom(3)), turn: 0, dpi: 200, blanks: 1 } as const;
  const { papers, file, reading } = await readDossier(7, traits, openOcr(), true);
  assert.equal(reading.pages.length, file.pages.length, 'pages in are pages shown');
  assert.deepEqual(kindsOf(reading), [
    ['certificate_four_page', [null, null, null, null, 'blank']],
    ['application', [null, 'blank']],
  ]);
  const other = otherThanPrinted(papers, reading);
  assert.deepEqual(
    other.filter(({ sure }) => sure),
    [],
  );
  const asked = reading.documents.reduce((sum, { fields }) => sum + fields.length, 0);
  assert.ok(other.length <= 4, `${asked - other.length} of ${asked} are as printed: ${JSON.stringify(other)}`);
  const application = reading.documents[1];
  for (const name of ['sheetNo', 'parcelNo', 'areaM2'] as const) {
    const written = application?.fields.find((field) => field.name === name);
    assert.ok(!written?.sure || written.value === papers[1]?.truth[name], `${name} was filled in by hand`);
  }
  const boxes = reading.documents.flatMap(({ fields }) => fields).filter(({ value }) => value !== null);
  assert.ok(notEmpty(boxes).every(({ box }) => box !== null));
});

test('a certificate of the QR form as it comes, with a page that went in twice: nothing that is marked sure is wrong', async () => {
  const { papers, reading } = await readDossier(
    5,
    { ...drawScanTraits(createRandom(11)), turn: 0, doubles: 0.5 },
    openOcr(),
  );
  assert.deepEqual(
    kindsOf(reading).map(([kind]) => kind),
    [papers[0]?.kind],
  );
  const other = otherThanPrinted(papers, reading);
  assert.deepEqual(
    other.filter(({ sure }) => sure),
    [],
  );
  assert.ok(other.length <= 2, JSON.stringify(other));
});

test('the reader from the packages reads the same paper where the machine has none of its own', async () => {
  const traits = { dpi: 200, skew: 0.7, mode: 'grey', quality: 85 } as const;
  const { papers, reading } = await readDossier(21, traits, TESSERACT_CORE);
  const other = otherThanPrinted(papers, reading);
  assert.deepEqual(
    other.filter(({ sure, name }) => sure || ['serial', 'sheetNo', 'parcelNo'].includes(name)),
    [],
  );
});
