import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { isBatch } from '../../../server/domain/batch/batch-state.ts';
import { findingWords } from '../../../server/domain/finding/finding-text.ts';
import { formatMoment } from '../../../server/domain/words/format-day.ts';
import type { BatchSummary } from '../../api/batch/batches.ts';
import { batchTitle } from '../shell/batch/batch-title.ts';
import { CountsBar } from '../shell/batch/counts-bar.tsx';
import { StageLine } from '../shell/batch/stage-line.tsx';
import { BatchMark } from '../shell/batch/status-mark.tsx';
import { useProgress } from '../shell/batch/use-progress.ts';
import { staffName } from '../shell/session/staff-name.ts';
import { useWords } from '../shell/use-words.tsx';

/** What an officer wants to know of a batch before she opens it, and the one thing to do. */
export function BatchSheet({ batch, action }: { readonly batch: BatchSummary; readonly action: string }) {
  const { w, language } = useWords();
  const progress = useProgress(batch.id);
  const { refusal } = batch;
  const refused = refusal && findingWords(refusal.code, language, refusal.detail, 'desk');
  const isRunning = isBatch(batch.status, 'unread');
  return (
    <article className="sheet">
      <h2>{batchTitle(batch, w)}</h2>
      <p>
        <BatchMark status={batch.status} />
      </p>
      {refused && (
        <p>
          {refused.says} {refused.wayOut}
        </p>
      )}
      <Button component={Link} to={`/desk/batches/${batch.id}`} className="primary">
        {action}
      </Button>
      {isRunning && progress && <StageLine progress={progress} />}
      {batch.counts.read > 0 && <CountsBar counts={batch.counts} />}
      <dl className="facts">
        <dt>{w('column.errors')}</dt>
        <dd className="number">{batch.open.errors}</dd>
        <dt>{w('column.warnings')}</dt>
        <dd className="number">{batch.open.warnings}</dd>
        <dt>{w('column.file')}</dt>
        <dd>{batch.sourceName}</dd>
        <dt>{w('column.owner')}</dt>
        <dd>{staffName(batch.owner, w)}</dd>
        {batch.proposedBy && (
          <>
            <dt>{w('column.proposedBy')}</dt>
            <dd>{staffName(batch.proposedBy, w)}</dd>
          </>
        )}
        <dt>{w('column.created')}</dt>
        <dd>{formatMoment(batch.createdAt, language)}</dd>
        <dt>{w('column.changed')}</dt>
        <dd>{formatMoment(batch.changedAt, language)}</dd>
      </dl>
    </article>
  );
}
