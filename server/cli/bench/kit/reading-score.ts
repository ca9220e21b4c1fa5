/** What was read beside what was printed, counted. Pure. */
import type { DossierPaper } from '../../../../gis-import/demo/paper/draw-dossier.ts';
import type { FileReading } from '../../../../gis-import/scan/read-scan-file.ts';
import type { FieldName } from '../../../domain/document/document.ts';

export interface FieldScore {
  /** Printed fields. */
  asked: number;
  exact: number;
  /** Nothing was said, or it was not found. */
  empty: number;
  wrong: number;
  sure: number;
  sureWrong: number;
  /** Filled in by a hand: how many, of how many something was said, and said surely. */
  written: number;
  writtenSaid: number;
  writtenSure: number;
}

export type Scores = Map<FieldName, FieldScore>;

const NOTHING: FieldScore = {
  asked: 0,
  exact: 0,
  empty: 0,
  wrong: 0,
  sure: 0,
  sureWrong: 0,
  written: 0,
  writtenSaid: 0,
  writtenSure: 0,
};

function scoreOf(scores: Scores, name: FieldName): FieldScore {
  const known = scores.get(name) ?? { ...NOTHING };
  scores.set(name, known);
  return known;
}

/** A value that was said and is not so, for whoever wants to know why. */
export interface Mistake {
  readonly kind: string;
  readonly name: FieldName;
  readonly said: string | null;
  readonly truth: string;
  readonly confidence: number;
  readonly sure: boolean;
}

/** Whether the papers of a file were told apart as they are. */
export const isGroupedRight = (papers: readonly DossierPaper[], { documents }: FileReading): boolean =>
  documents.length === papers.length &&
  documents.every(({ grammar, pages }, at) => {
    const paper = papers[at];
    return grammar?.kind === paper?.kind && pages.filter(({ mark }) => mark === null).length === paper?.pages;
  });

/** Adds what was read of the papers; a paper that was not found counts as empty. */
export function addToScores(scores: Scores, papers: readonly DossierPaper[], reading: FileReading): Mistake[] {
  const mistakes: Mistake[] = [];
  const left = [...reading.documents];
  for (const { kind, truth, byHand } of papers) {
    const at = left.findIndex(({ grammar }) => grammar?.kind === kind);
    const fields = at < 0 ? [] : (left.splice(at, 1)[0]?.fields ?? []);
    for (const [name, value] of Object.entries(truth) as [FieldName, string][]) {
      const score = scoreOf(scores, name);
      const field = fields.find((one) => one.name === name);
      const said = field?.value ?? null;
      const isWrong = said !== null && said !== value;
      if (field?.sure && said !== null) {
        score.sure += 1;
        if (isWrong) score.sureWrong += 1;
      }
      if (byHand.includes(name)) {
        score.written += 1;
        if (said !== null) score.writtenSaid += 1;
        if (field?.sure) score.writtenSure += 1;
      } else {
        score.asked += 1;
        if (said === value) score.exact += 1;
        else if (isWrong) score.wrong += 1;
        else score.empty += 1;
      }
      if (said !== value && !byHand.includes(name))
        mistakes.push({
          kind,
          name,
          said: said ?? field?.readings[0]?.value ?? null,
          truth: value,
          confidence: field?.confidence ?? 0,
          sure: field?.sure ?? false,
        });
    }
  }
  return mistakes;
}

/** How many of the printed words were read letter by letter, wherever they stand. */
export function wordsFound(printed: readonly string[], read: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of read) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of printed) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    found += 1;
  }
  return found;
}
