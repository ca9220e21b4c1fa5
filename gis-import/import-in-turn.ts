import type { ImportReport } from '../server/domain/batch/import-report.ts';
import { type ImportContext, type ImportRequest, importFile, type OnProgress } from './pipeline.ts';

export interface FileInTurn {
  readonly request: ImportRequest;
  readonly onProgress: OnProgress;
}

interface Running {
  readonly report: Promise<ImportReport>;
  /** Says that what came before has ended, well or not. */
  begin(): void;
  breakOff(error: unknown): void;
}

/** Starts to read a file; what it is held against, and the register, wait until it is its turn. */
function start(context: ImportContext, { request, onProgress }: FileInTurn): Running {
  const turn = Promise.withResolvers<void>();
  // Heard by the run itself, once it has read.
  turn.promise.catch(() => undefined);
  let isItsTurn = false;
  let last: Parameters<OnProgress> | undefined;
  const report = importFile(context, { ...request, turn: turn.promise }, (...told) => {
    last = told;
    if (isItsTurn) onProgress(...told);
  });
  report.catch(() => undefined);
  return {
    report,
    begin() {
      isItsTurn = true;
      if (last) onProgress(...last);
      turn.resolve();
    },
    breakOff: turn.reject,
  };
}

/**
 * Imports files in their order, each whole before the next is held against the register; while one is validated and promoted,
 * the next is read into staging. Gives each report in turn. Throws what {@link importFile} throws: what comes behind is left as it
 * was read, and goes on from there when it is given again.
 */
export async function* importInTurn(context: ImportContext, files: Iterable<FileInTurn>): AsyncGenerator<ImportReport> {
  let running: Running | null = null;
  try {
    for (const file of files) {
      const next = start(context, file);
      if (running) {
        const before: Running = running;
        running = next;
        yield await before.report;
      }
      running = next;
      next.begin();
    }
    if (running) yield await running.report;
    running = null;
  } finally {
    // Somebody stopped listening, or one before failed: what was begun ends before its ground is taken away.
    running?.breakOff(new Error('the import before it did not end'));
    await running?.report.catch(() => undefined);
  }
}
