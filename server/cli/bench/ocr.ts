/**
 * `npm run bench -- ocr`: fictional dossiers are scanned and read, and what was read is held against what was printed; beside the `tesseract`
 * command with the same model on the same pages.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, type Random } from '../../../gis-import/demo/file/random.ts';
import { type DossierTraits, drawDossier } from '../../../gis-import/demo/paper/draw-dossier.ts';
import {
  drawAsTheyCome,
  type ScannedFile,
  type ScanningTraits,
  scanDossier,
} from '../../../gis-import/demo/paper/scan-dossier.ts';
import { CLEAN_SCAN } from '../../../gis-import/demo/paper/scan-paper.ts';
import { createNames } from '../../../gis-import/demo/sheet/names.ts';
import type { Ocr } from '../../../gis-import/scan/ocr/ocr.ts';
import { findTesseractCommand } from '../../../gis-import/scan/ocr/tesseract-command.ts';
import { TESSERACT_CORE } from '../../../gis-import/scan/ocr/tesseract-core.ts';
import { readScanFile } from '../../../gis-import/scan/read-scan-file.ts';
import type { Bench, BenchOptions, BenchResult } from './kit/bench-result.ts';
import { coreSeconds } from './kit/core-seconds.ts';
import { addToScores, isGroupedRight, type Mistake, type Scores, wordsFound } from './kit/reading-score.ts';

/** Dossiers of each set in a round, and of each way in which a scan is worse. */
const DOSSIERS = 12;
const DOSSIERS_OF_ONE = 4;
const SEED = 1_400;
/** What the issue asks. */
const BAR_NOT_EXACT = 2;
const BAR_SURE_WRONG = 0.5;
const BAR_ERROR = 1.05;
const BAR_TIME = 1 / 0.8;
/** Fields that are asked to be exact on clean scans. */
const EXACT = ['serial', 'sheetNo', 'parcelNo', 'areaM2'] as const;

interface Set {
  readonly name: string;
  readonly dossiers: number;
  readonly dossier: DossierTraits;
  traits(random: Random): ScanningTraits;
}

const CLEAN: ScanningTraits = { ...CLEAN_SCAN, blanks: 0, doubles: 0, seals: 0, bound: false };
const PRINTED: DossierTraits = { hand: false, letters: false };

const SETS: readonly Set[] = [
  { name: 'clean', dossiers: DOSSIERS, dossier: PRINTED, traits: () => CLEAN },
  {
    name: 'as they come',
    dossiers: DOSSIERS,
    dossier: { hand: true, letters: true },
    traits: drawAsTheyCome,
  },
];

/** One thing at a time that a clean scan of 300 dpi is worse by. */
const WORSE: Readonly<Record<string, (random: Random) => Partial<ScanningTraits>>> = {
  '200 dpi': () => ({ dpi: 200 }),
  'askew by 2°': () => ({ skew: 2 }),
  'on its side or head': (random) => ({ turn: random.pick([90, 180, 270] as const) }),
  grey: () => ({ mode: 'grey' }),
  'one bit': () => ({ mode: 'bilevel' }),
  'noisy, JPEG 70': () => ({ noise: 9, quality: 70 }),
  'a seal on each page': () => ({ seals: 1 }),
};
const ONE_BY_ONE: readonly Set[] = Object.entries(WORSE).map(([name, worse]) => ({
  name,
  dossiers: DOSSIERS_OF_ONE,
  dossier: PRINTED,
  traits: (random) => ({ ...CLEAN, ...worse(random) }),
}));
const ALL_SETS = [...SETS, ...ONE_BY_ONE];

interface Tally {
  readonly scores: Scores;
  readonly mistakes: Mistake[];
  files: number;
  grouped: number;
  pages: number;
  /** Pages that were found blank or doubled and are so. */
  marked: number;
  marksRight: number;
  words: number;
  found: { ours: number; command: number };
  core: { ours: number; command: number };
}

const newTally = (): Tally => ({
  scores: new Map(),
  mistakes: [],
  files: 0,
  grouped: 0,
  pages: 0,
  marked: 0,
  marksRight: 0,
  words: 0,
  found: { ours: 0, command: 0 },
  core: { ours: 0, command: 0 },
});

async function measureFile(tally: Tally, file: ScannedFile, folder: string, ocr: Ocr): Promise<void> {
  const path = join(folder, `scan.${file.extension}`);
  await writeFile(path, file.bytes);
  const before = coreSeconds();
  const reading = await readScanFile(path, ocr);
  tally.core.ours += coreSeconds() - before;
  tally.files += 1;
  if (isGroupedRight(file.papers, reading)) tally.grouped += 1;
  tally.mistakes.push(...addToScores(tally.scores, file.papers, reading));
  const marks = new Map(
    reading.documents.flatMap(({ pages }) => pages.map(({ pageNo, mark }) => [pageNo, mark] as const)),
  );
  for (const [at, page] of file.pages.entries()) {
    const picture = join(folder, `page.${page.kind === 'tiff' ? 'tif' : 'jpg'}`);
    await writeFile(picture, page.bytes);
    const started = coreSeconds();
    const theirs = await ocr.read(picture, { dpi: page.dpi });
    tally.core.command += coreSeconds() - started;
    tally.pages += 1;
    if (page.mark !== null) tally.marked += 1;
    if (page.mark !== null && marks.get(at + 1) === page.mark) tally.marksRight += 1;
    const ours = reading.pages.find(({ pageNo }) => pageNo === at + 1)?.text.text ?? '';
    tally.words += page.printed.length;
    tally.found.ours += wordsFound(page.printed, ours.split(/\s+/));
    tally.found.command += wordsFound(
      page.printed,
      theirs.flatMap(({ text }) => text.split(/\s+/)),
    );
  }
}

const percent = (part: number, all: number): number => (all === 0 ? 0 : (100 * part) / all);
const show = (value: number, digits = 1): string => value.toFixed(digits);

function tableOf(name: string, { scores, ...tally }: Tally): string[] {
  const rows = [...scores].map(([field, s]) => {
    const cells = [s.asked, s.exact, s.empty, s.wrong, s.sure, s.sureWrong];
    const hand = s.written === 0 ? '' : `${s.written}, said ${s.writtenSaid}, sure ${s.writtenSure}`;
    return `| ${field} | ${cells.join(' | ')} | ${show(percent(s.exact, s.asked))} % | ${hand} |`;
  });
  return [
    `${name}: ${tally.files} files, ${tally.pages} pages; papers told apart in ${tally.grouped} files; ${tally.marksRight} of ${tally.marked} blank or doubled pages found`,
    `words not read: ours ${show(percent(tally.words - tally.found.ours, tally.words), 2)} %, the command ${show(percent(tally.words - tally.found.command, tally.words), 2)} % of ${tally.words}`,
    `core-seconds a page: ours ${show(tally.core.ours / tally.pages, 2)}, the command ${show(tally.core.command / tally.pages, 2)}`,
    '| field | printed | exact | empty | wrong | sure | sure and wrong | exact | by hand |',
    ...rows,
  ];
}

/** A line for each way in which a scan is worse: of each field how many of those printed were read exactly. */
function tableOfWorse(tallies: ReadonlyMap<string, Tally>): string[] {
  const of = ONE_BY_ONE.map(({ name }) => ({ name, ...tallies.get(name)! }));
  const fields = [...new Set(of.flatMap(({ scores }) => [...scores.keys()]))];
  return [
    `| worse by | pages | ${fields.join(' | ')} | sure | sure and wrong | words not read: ours | the command |`,
    ...of.map(({ name, pages, scores, words, found }) => {
      const exact = fields.map((field) => {
        const score = scores.get(field);
        return score ? `${score.exact} of ${score.asked}` : '';
      });
      const [sure, wrong] = [sum(scores, (score) => score.sure), sum(scores, (score) => score.sureWrong)];
      const unread = [found.ours, found.command].map((read) => `${show(percent(words - read, words), 2)} %`);
      return `| ${[name, pages, ...exact, sure, wrong, ...unread].join(' | ')} |`;
    }),
  ];
}

const sum = (scores: Scores, of: (score: Scores extends Map<unknown, infer S> ? S : never) => number): number =>
  [...scores.values()].reduce((total, score) => total + of(score), 0);

function barsOf(tallies: ReadonlyMap<string, Tally>, hasCommand: boolean): BenchResult['bars'] {
  const clean = tallies.get('clean')!;
  const exact = EXACT.map((name) => {
    const score = clean.scores.get(name);
    const measured = score ? percent(score.asked - score.exact, score.asked) : 100;
    return { about: `clean 300 dpi: ${name} not exact`, measured, limit: BAR_NOT_EXACT, unit: '%' as const };
  });
  const all = [...tallies.values()];
  const total = (of: (tally: Tally) => number) => all.reduce((value, tally) => value + of(tally), 0);
  const sure = total(({ scores }) => sum(scores, (score) => score.sure));
  const sureWrong = total(({ scores }) => sum(scores, (score) => score.sureWrong));
  const missed = (who: 'ours' | 'command') => total(({ words, found }) => words - found[who]);
  const core = (who: 'ours' | 'command') => total((tally) => tally.core[who]);
  return [
    ...exact,
    {
      about: `marked sure and wrong, of ${sure} on all`,
      measured: percent(sureWrong, sure),
      limit: BAR_SURE_WRONG,
      unit: '%',
    },
    {
      about: 'words not read, of those the command does not read',
      measured: hasCommand ? missed('ours') / missed('command') : null,
      limit: BAR_ERROR,
      unit: '×',
    },
    {
      about: "core-seconds a page, of the command's",
      measured: hasCommand ? core('ours') / core('command') : null,
      limit: BAR_TIME,
      unit: '×',
    },
  ];
}

export const ocrBench: Bench = {
  name: 'ocr',
  about: 'scanned dossiers read into fields, beside the tesseract command',
  async run({ rounds, tell }: BenchOptions): Promise<BenchResult> {
    const command = findTesseractCommand();
    const ocr = command ?? TESSERACT_CORE;
    const folder = await mkdtemp(join(tmpdir(), 'diaba-bench-ocr-'));
    const tallies = new Map(ALL_SETS.map(({ name }) => [name, newTally()]));
    try {
      for (let round = 0; round < rounds; round++) {
        for (const { name, dossiers, dossier, traits } of ALL_SETS) {
          for (let at = 0; at < dossiers; at++) {
            const random = createRandom(SEED + round * 1000 + at).fork(name);
            const names = createNames(() => random.next());
            const files = await scanDossier(drawDossier(random, names, dossier), traits(random), random);
            for (const file of files) await measureFile(tallies.get(name)!, file, folder, ocr);
          }
          tell(`round ${round + 1} of ${rounds}, ${name}`);
        }
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    const mistakes = [...tallies].flatMap(([name, tally]) =>
      tally.mistakes.map(
        ({ kind, name: field, said, truth, confidence, sure }) =>
          `${name}: ${kind} ${field} ${sure ? 'SURE ' : ''}${JSON.stringify(said)} for ${JSON.stringify(truth)}, ${confidence.toFixed(2)}`,
      ),
    );
    return {
      measures: [],
      bars: barsOf(tallies, command !== undefined),
      notes: [
        `${ocr.name}; ${rounds * DOSSIERS} dossiers of each set, ${rounds * DOSSIERS_OF_ONE} of each way to be worse, seed ${SEED}`,
        ...SETS.flatMap(({ name }) => tableOf(name, tallies.get(name)!)),
        ...tableOfWorse(tallies),
        ...mistakes,
      ],
    };
  },
};
