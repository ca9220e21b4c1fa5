import type { BatchProgressRow } from '../../db/staging/batch-progress.ts';
import { type BatchProgress, percentOf } from '../../domain/batch/batch-progress.ts';
import { isBatch } from '../../domain/batch/batch-state.ts';
import { workErrorText } from '../../domain/batch/work-error.ts';
import type { Language } from '../../domain/words/language.ts';

/** The progress of a batch as it is told. What was read is whole, however it was read. */
export function showProgress({ batchId, status, counts, work }: BatchProgressRow, language: Language): BatchProgress {
  const percent = isBatch(status, 'unread') ? percentOf(work?.stage ?? null, work?.done ?? 0, work?.total ?? 0) : 100;
  return {
    id: batchId,
    status,
    work: work?.state ?? null,
    stage: work?.stage ?? null,
    done: work?.done ?? 0,
    total: work?.total ?? 0,
    percent,
    attempts: work?.attempts ?? 0,
    counts,
    error: work?.error ? { code: work.error, sentence: workErrorText(work.error, language) } : null,
  };
}
