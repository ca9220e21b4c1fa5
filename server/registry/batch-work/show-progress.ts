import type { BatchProgressRow } from '../../db/batch-progress.ts';
import { isUnread } from '../../domain/batch.ts';
import { type BatchProgress, percentOf } from '../../domain/batch-progress.ts';
import type { Language } from '../../domain/language.ts';
import { workErrorText } from '../../domain/work-error.ts';

/** The progress of a batch as it is told. What was read is whole, however it was read. */
export function showProgress({ batchId, status, counts, work }: BatchProgressRow, language: Language): BatchProgress {
  const percent = isUnread(status) ? percentOf(work?.stage ?? null, work?.done ?? 0, work?.total ?? 0) : 100;
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
